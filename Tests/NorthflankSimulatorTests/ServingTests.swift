import Northflank
import NorthflankSimulator
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct ServingTests {
    @Test func aPortInUseIsToldAsSuch() async throws {
        try await withAccount { account async throws in
            let port = try #require(account.base.port)
            let second = try Simulator(SimulatorConfiguration(port: port))
            let error = await #expect(throws: SimulatorError.self) { try await second.run() }
            #expect(error == .portInUse(host: "127.0.0.1", port: port))
            #expect(error?.description == "port \(port) of 127.0.0.1 is in use")
        }
    }

    @Test func anAddressOfAnotherHostCanNotBeListenedOn() async throws {
        let simulator = try Simulator(SimulatorConfiguration(host: "192.0.2.1"))
        let error = await #expect(throws: SimulatorError.self) { try await simulator.run() }
        guard case .cannotListen(host: "192.0.2.1", port: 0, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func cancellingEndsItAtOnceWhateverIsUnderWay() async throws {
        // The best of a few, since the other tests keep the machine busy.
        var best = Duration.seconds(60)
        for _ in 0..<5 where best >= .milliseconds(200) { best = min(best, try await timeToEnd()) }
        #expect(best < .milliseconds(200))
    }

    /// How long it takes from cancelling to the end, with one connection at rest and one that waits for its answer.
    private func timeToEnd() async throws -> Duration {
        let simulator = try Simulator(SimulatorConfiguration(clock: .manual()))
        await simulator.script(ScriptedFault(.slow(.seconds(30)), path: "/addon-types"))
        let (urls, ready) = AsyncStream.makeStream(of: URL.self)
        let server = Task { try await simulator.run { ready.yield($0) } }
        var iterator = urls.makeAsyncIterator()
        let account = Account(simulator: simulator, base: try #require(await iterator.next()))
        _ = try await account.get("/projects")
        let slow = Task { try await account.get("/addon-types") }
        try await Task.sleep(for: .milliseconds(100))
        let began = ContinuousClock.now
        server.cancel()
        _ = await server.result
        let took = ContinuousClock.now - began
        _ = await slow.result
        return took
    }

    @Test func afterItEndedThePortIsFreeAgain() async throws {
        var port = 0
        try await withAccount { account async throws in port = try #require(account.base.port) }
        try await withAccount(SimulatorConfiguration(port: port, clock: .manual())) { account async throws in
            #expect(try await account.get("/projects").status == 200)
        }
    }

    @Test func aRunningClockTellsTimesThatAreNeverInTheClientsFuture() async throws {
        try await withAccount(SimulatorConfiguration(speed: 2000)) { account async throws in
            try await Task.sleep(for: .milliseconds(300))
            let builds = try await account.get("/projects/checkout/services/storefront/build?per_page=5")
            let newest = try #require(builds.string("data.builds.0.createdAt").flatMap(LooseTime.parse))
            #expect(newest <= Date())
            let logs = try await account.get("/projects/checkout/services/storefront/build-logs")
            let last = try #require(logs.count("data"))
            let line = try #require(logs.string("data.\(last - 1).ts").flatMap(LooseTime.parse))
            #expect(line <= Date())
        }
    }

    @Test func speedHastensLifeButNotTheRateLimit() async throws {
        try await withAccount(SimulatorConfiguration(speed: 20_000, rateLimit: 100)) { account async throws in
            _ = try await account.get("/projects")
            let began = account.simulator.clock.now
            try await Task.sleep(for: .milliseconds(300))
            #expect(account.simulator.clock.now.timeIntervalSince(began) > 3600, "an hour and more went by there")
            let answer = try await account.get("/projects")
            #expect(answer.header("x-ratelimit-remaining") == ["98"])
        }
    }
}

/// What a client that reads by the contract makes of the oddest account.
@Suite struct AwkwardAnswersTests {
    private struct Envelope: Decodable {
        let data: [String: [JSONValue]]
    }

    @Test func fieldsAreMissingAndTimesComeInEveryNotation() async throws {
        try await withAccount(SimulatorConfiguration(scenario: "awkward", clock: .manual())) { account async throws in
            var missing = 0
            var notations: Set<String> = []
            for index in 0..<12 {
                let path = "/projects/terminal-tricks/services/trick-\(index)/build"
                let answer = try await account.get(path)
                let count = try #require(answer.count("data.builds"))
                for build in 0..<count {
                    #expect(answer.string("data.builds.\(build).id") != nil)
                    if answer["data.builds.\(build).status"] == nil { missing += 1 }
                    switch answer["data.builds.\(build).createdAt"] {
                    case .number(let seconds): notations.insert(seconds == seconds.rounded() ? "whole" : "fraction")
                    case .string(let text):
                        #expect(LooseTime.parse(text) != nil, "\(text)")
                        notations.insert(String(text.map { $0.isNumber ? "0" : $0 }))
                    default: break
                    }
                }
            }
            #expect(missing > 0)
            #expect(
                notations.isSuperset(of: [
                    "0000-00-00T00:00:00.000Z", "0000-00-00T00:00:00Z", "0000-00-00 00:00:00.000Z",
                    "0000-00-00 00:00:00", "0000-00-00T00:00:00.000Z\"", "0000000000000", "00.00.0000", "whole",
                    "fraction",
                ]), "\(notations)")
        }
    }

    @Test func theOddestNamesArriveAsTheyAre() async throws {
        try await withAccount(SimulatorConfiguration(scenario: "awkward", clock: .manual())) { account async throws in
            let services = try await account.get("/projects/terminal-tricks/services")
            #expect(services.string("data.services.0.name") == "title\u{1B}]0;owned\u{07}")
            #expect(services.string("data.services.4.name") == "tab\tand\nnewline")
            let long = try await account.get("/projects/endless/services/long")
            #expect(long.string("data.name")?.count == 10_000)
        }
    }

    @Test func theSameThingIsOddInTheSameWayEachTime() async throws {
        try await withAccount(SimulatorConfiguration(scenario: "awkward", clock: .manual())) { account async throws in
            let path = "/projects/scripts/services"
            #expect(try await account.get(path).text == account.get(path).text)
        }
    }
}
