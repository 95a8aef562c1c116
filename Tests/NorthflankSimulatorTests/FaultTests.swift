import Northflank
import Testing

@testable import NorthflankSimulator

@Suite struct FaultTests {
    private let path = "/projects/checkout/services/basket/build"

    @Test func theApiItselfCanFail() async throws {
        try await withAccount { account async throws in
            await account.simulator.script(ScriptedFault(.status(503), path: "/projects"))
            let answer = try await account.get("/projects")
            #expect(answer.status == 503)
            #expect(answer.number("error.status") == 503)
            #expect(!answer.header("x-ratelimit-remaining").isEmpty)
            #expect(try await account.get("/projects").status == 200, "once, as scripted")
        }
    }

    @Test func aProxyAnswersWithHTML() async throws {
        try await withAccount { account async throws in
            await account.simulator.script(ScriptedFault(.badGateway))
            let answer = try await account.get("/projects")
            #expect(answer.status == 502)
            #expect(answer.header("content-type") == ["text/html"])
            #expect(answer.text.hasPrefix("<html>"))
        }
    }

    @Test func aConnectionClosedBeforeLeavesNothingDone() async throws {
        try await withAccount { account async throws in
            let before = try await account.get(path).text
            await account.simulator.script(ScriptedFault(.closedBefore, method: "POST"))
            await #expect(throws: (any Error).self) { try await account.post(path) }
            #expect(try await account.get(path).text == before)
        }
    }

    @Test func aConnectionClosedAfterLosesOnlyTheAnswer() async throws {
        try await withAccount { account async throws in
            let before = try #require(try await account.get(path).number("pagination.count"))
            await account.simulator.script(ScriptedFault(.closedAfter, method: "POST"))
            await #expect(throws: (any Error).self) { try await account.post(path) }
            #expect(try await account.get(path).number("pagination.count") == before + 1)
        }
    }

    @Test func anAnswerCanBreakOff() async throws {
        try await withAccount { account async throws in
            let whole = try await account.get("/projects").text
            await account.simulator.script(ScriptedFault(.truncated))
            let answer = try await account.get("/projects")
            #expect(answer.status == 200)
            #expect(answer.text.utf8.count == whole.utf8.count / 2)
            #expect(whole.hasPrefix(answer.text))
        }
    }

    @Test func anAnswerCanBeSlow() async throws {
        try await withAccount { account async throws in
            await account.simulator.script(ScriptedFault(.slow(.milliseconds(300))))
            let began = ContinuousClock.now
            #expect(try await account.get("/projects").status == 200)
            #expect(ContinuousClock.now - began >= .milliseconds(300))
        }
    }

    @Test func latencyDelaysEveryAnswer() async throws {
        let configuration = SimulatorConfiguration(latency: .milliseconds(100), clock: .manual())
        try await withAccount(configuration) { account async throws in
            let began = ContinuousClock.now
            for _ in 0..<3 { #expect(try await account.get("/projects").status == 200) }
            #expect(ContinuousClock.now - began >= .milliseconds(300))
        }
    }

    @Test func aScriptedFaultBefallsOnlyWhatFits() async throws {
        try await withAccount { account async throws in
            await account.simulator.script(ScriptedFault(.status(500), method: "POST", path: "/jobs/", times: 2))
            #expect(try await account.get("/projects/checkout/jobs").status == 200)
            #expect(try await account.post(path).status == 200)
            let run = "/projects/checkout/jobs/reindex-orders/runs"
            #expect(try await account.post(run).status == 500)
            #expect(try await account.post(run).status == 500)
            #expect(try await account.post(run).status == 200)
        }
    }

    @Test func aShareOfTheRequestsGoesWrongTheSameWayForTheSameSeed() {
        func faults(seed: UInt64) -> [Fault?] {
            let source = FaultSource(rate: 0.3, seed: seed)
            return (0..<1000).map { _ in source.next(method: "GET", path: "/v1/projects") }
        }
        let first = faults(seed: 4)
        #expect(faults(seed: 4) == first)
        #expect(faults(seed: 5) != first)
        #expect((250...350).contains(first.count { $0 != nil }))
        for kind in [Fault.status(500), .status(503), .badGateway, .closedBefore, .closedAfter, .truncated] {
            #expect(first.contains(kind))
        }
        #expect(faults(seed: 6).contains { if case .slow = $0 { true } else { false } })
    }

    @Test func requestsGoWrongAtTheConfiguredRate() async throws {
        try await withAccount(SimulatorConfiguration(faultRate: 1, clock: .manual())) { account in
            // What goes wrong is what is looked for.
            _ = try? await account.get("/addon-types")
            // The connection may close before the request it carried is on record.
            while await account.simulator.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            #expect(await account.simulator.requests.first?.fault != nil)
        }
    }

    @Test func requestsAreRecordedWithoutTheToken() async throws {
        try await withAccount { account async throws in
            _ = try await account.post("\(path)?x=1", #"{"sha": "abc"}"#)
            await account.simulator.script(ScriptedFault(.closedBefore))
            await #expect(throws: (any Error).self) { try await account.get("/projects") }
            // The connection closes before the request it carried is on record.
            while await account.simulator.requests.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
            let records = await account.simulator.requests
            #expect(records.map(\.method) == ["POST", "GET"])
            #expect(records.map(\.path) == ["/v1\(path)", "/v1/projects"])
            #expect(records.map(\.status) == [400, nil])
            #expect(records.map(\.fault) == [nil, .closedBefore])
            #expect(records.first?.query == "x=1")
            #expect(records.first?.body == #"{"sha": "abc"}"#)
            #expect(records.first?.headers["authorization"] == nil)
            #expect(records.first?.receivedAt == account.simulator.clock.now)
        }
    }
}
