import Foundation
import TestSupport
import Testing

/// `northwatch status` on the simulator: what it says, what it costs, and its exit codes.
@Suite(.timeLimit(.minutes(2))) struct StatusTests {
    private func status(_ url: String, _ arguments: String..., state: String? = nil) throws -> Command {
        try Command.run(
            Command.northwatch, ["status"] + arguments + (state.map { ["--state-dir", $0] } ?? ["--no-state"]),
            environment: ["NORTHFLANK_API_TOKEN": "any", "NORTHFLANK_API_URL": url, "LANG": "C.UTF-8"])
    }

    private func withState(_ body: (String) throws -> Void) throws {
        let state = NSTemporaryDirectory() + "northwatch-status-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        try body(state)
    }

    /// Nothing listens there.
    private static let nowhere = "http://127.0.0.1:1/v1"

    @Test func whatIsBrokenIsToldInAScreenfulWithOneRequestAndThreeForEachProject() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        let command = try status(simulator.url)
        #expect(command.code == 1)
        #expect(command.output.contains("✗ deployment failed  Gateway"))
        #expect(command.output.contains("10 requests; "))
        #expect(command.output.split(separator: "\n").count < 24)
        #expect(!command.output.contains("\u{1B}"))
        #expect(command.errors.isEmpty)
    }

    @Test func whatTheConfigurationIgnoresIsNotBroken() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        let file = NSTemporaryDirectory() + "northwatch-config-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try "problems: {ignore: [{projects: [checkout, payments, search]}]}\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        let command = try status(simulator.url, "--config", file)
        #expect(command.code == 0, "\(command.output)")
        #expect(command.output.contains("nothing is broken"))
    }

    @Test func aProjectOfWhichNothingIsBrokenIsWell() async throws {
        let simulator = try await SimulatorProcess("--scenario", "empty")
        let command = try status(simulator.url)
        #expect(command.code == 0, "\(command.output)")
        #expect(command.output.hasPrefix("● nothing is broken"))
    }

    @Test func withoutANetworkNobodyCanTell() throws {
        let command = try status(Self.nowhere)
        #expect(command.code == 2)
        #expect(command.output.hasPrefix("? can't tell"))
        #expect(command.output.contains("no connection: refused"))
    }

    @Test func aRoleThatMayNotReadIsToldWhichPermissionItLacks() async throws {
        let simulator = try await SimulatorProcess(
            "--scenario", "empty", "--deny", "Project > Projects > Manage > Read")
        let command = try status(simulator.url)
        #expect(command.code == 3, "\(command.output)")
        #expect(command.output.contains("Project > Projects > Manage > Read"))
    }

    @Test func whenTheHoursRequestsAreUsedUpThatIsTold() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident", "--limit", "4")
        for _ in 0..<4 { _ = try simulator.remaining() }
        let command = try status(simulator.url)
        #expect(command.code == 4, "\(command.output)")
        #expect(command.output.contains("rate limit reached"))
    }

    @Test func itSpendsNoMoreThanItMay() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        let command = try status(simulator.url, "--max-requests", "2")
        #expect(command.code == 4, "\(command.output)")
        #expect(command.output.contains("2 requests; "))
        #expect(command.output.contains("no more than 2 requests may be spent; see --max-requests"))
    }

    @Test func whatWasReadAMomentAgoIsNotAskedAgain() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        try withState { state in
            #expect(try status(simulator.url, state: state).code == 1)
            let again = try status(simulator.url, "--max-age", "1h", "--max-requests", "0", state: state)
            #expect(again.code == 1, "\(again.output)")
            #expect(again.output.contains("no requests"))
            #expect(again.output.contains("✗ deployment failed  Gateway"))
        }
    }

    @Test func withoutANetworkWhatIsRememberedIsShownAsOld() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        try withState { state in
            #expect(try status(simulator.url, state: state).code == 1)
            #expect(simulator.end(by: SIGTERM) == 0)
            let command = try status(simulator.url, "--max-age", "0", state: state)
            #expect(command.code == 5, "\(command.output)")
            #expect(command.output.hasPrefix("▲ old: 2 broken when last seen"))
            #expect(command.output.contains("not confirmed: no connection: refused"))
        }
    }

    @Test func anUnknownProjectGetsTheNearest() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        let command = try status(simulator.url, "--project", "payment")
        #expect(command.code == 64)
        #expect(command.errors == "northwatch: there is no project \"payment\"; did you mean payments?\n")
    }

    @Test func asJSONItHasTheExitCodeAndTheCost() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        let command = try status(simulator.url, "--json", "--project", "Payments")
        #expect(command.code == 1)
        let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any]
        #expect(json?["exitCode"] as? Int == 1)
        #expect((json?["requests"] as? [String: Any])?["spent"] as? Int == 4)
        #expect((json?["projects"] as? [Any])?.count == 1)
    }

    @Test func watchingEndsByASignal() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident")
        let watch = try CommandRun(
            Command.northwatch, ["status", "--watch", "--no-state"],
            environment: ["NORTHFLANK_API_TOKEN": "any", "NORTHFLANK_API_URL": simulator.url, "LANG": "C.UTF-8"])
        for _ in 0..<3000 where !watch.output.contains("requests") { try await Task.sleep(for: .milliseconds(10)) }
        #expect(watch.output.contains("✗ deployment failed  Gateway"))
        watch.signal(SIGINT)
        #expect(watch.wait() == 130)
    }
}
