import Foundation
import TerminalUI
import TestSupport
import Testing

/// Several dashboards of one user on the same account: one asks for all of them.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SharingTests {
    private final class Directory {
        let path = NSTemporaryDirectory() + "northwatch-sharing-\(UUID().uuidString)"
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private let state = Directory()
    private let other = Directory()

    private func dashboard(_ simulator: SimulatorProcess, _ state: Directory) throws -> PTYProcess {
        try PTYProcess(
            executable: Command.northwatch, arguments: ["--api-url", simulator.url, "--state-dir", state.path],
            environment: [
                "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "NORTHFLANK_API_TOKEN": "shared-token",
            ], size: Size(columns: 120, rows: 40))
    }

    /// The filter comes before the look: where a job stands among all runs is a matter of the hour.
    private func runAJob(_ dashboard: PTYProcess) async throws {
        dashboard.send("4z/Reindex\r")
        let mark = dashboard.mark
        // Painted whole, the row is one text but for its colours: "Reindex" is what the filter matched.
        dashboard.send("\u{0C}")
        try await dashboard.waitFor("the job", within: .seconds(30)) { dashboard in
            String(decoding: dashboard.output.dropFirst(mark), as: UTF8.self)
                .replacing(/\u{1B}(\[[0-9;?]*[A-Za-z]|\(B)/, with: "").contains("Reindex orders")
        }
        dashboard.send("T")
        try await dashboard.waitFor("Run a job")
        dashboard.send("\r")
        try await dashboard.waitFor("accepted", within: .seconds(30))
    }

    @Test func tenDashboardsCostWhatOneCosts() async throws {
        let simulators = [
            try await SimulatorProcess("--token", "shared-token"),
            try await SimulatorProcess("--token", "shared-token"),
        ]
        var open = [try dashboard(simulators[0], state)]
        for _ in 0..<10 { open.append(try dashboard(simulators[1], other)) }
        for dashboard in open { try await dashboard.waitFor("live", within: .seconds(30)) }
        try await open[10].waitFor("shared with 9", within: .seconds(30))
        try await Task.sleep(for: .seconds(15))
        let costs = try simulators.map { 1000 - (try $0.remaining()) }
        #expect(costs[0] > 10)
        // They didn't start at the very same moment.
        #expect(costs[1] <= costs[0] + 5, "\(costs)")
        withExtendedLifetime(open) {}
    }

    /// The other is told of its user's wish while the leader is gone, and asks as soon as it leads.
    @Test(arguments: [SIGKILL, SIGSTOP, SIGTERM]) func anotherTakesOverWithinFiveSeconds(signal: Int32) async throws {
        let simulator = try await SimulatorProcess("--token", "shared-token")
        let leader = try dashboard(simulator, state)
        try await leader.waitFor("live", within: .seconds(30))
        try await Task.sleep(for: .seconds(1))
        let follower = try dashboard(simulator, state)
        try await follower.waitFor("shared with 1", within: .seconds(30))
        try await Task.sleep(for: .seconds(2))
        leader.signal(signal)
        let start = ContinuousClock.now
        follower.send("R")
        follower.send("\r")
        let before = try simulator.remaining()
        var looks = 0
        // Everything is asked, which is more than our own looking costs.
        repeat {
            try await Task.sleep(for: .milliseconds(250))
            looks += 1
        } while try before - looks - simulator.remaining() < 3 && start.duration(to: .now) < .seconds(8)
        #expect(start.duration(to: .now) < .seconds(5))
        leader.signal(SIGKILL)
    }

    @Test func whatWasKnownIsThereWithoutANetwork() async throws {
        var simulator: SimulatorProcess? = try await SimulatorProcess("--token", "shared-token")
        let first = try dashboard(#require(simulator), state)
        try await first.waitFor("Checkout", within: .seconds(30))
        try await Task.sleep(for: .seconds(3))
        first.send("q")
        #expect(try await first.waitExit() == .exited(0))
        let second = try dashboard(#require(simulator), state)
        _ = simulator?.end(by: SIGKILL)
        simulator = nil
        try await second.waitFor("Checkout")
        try await second.waitFor("remembered")
        second.send("q")
        #expect(try await second.waitExit() == .exited(0))
    }

    /// A favourite stands first at the next start, and the timeline tells of a run that was begun before it.
    @Test func favouritesAndTheTimelineOutliveTheProgram() async throws {
        let simulator = try await SimulatorProcess("--token", "shared-token")
        let first = try dashboard(simulator, state)
        try await runAJob(first)
        first.send("m")
        try await first.waitFor("★")
        // Each is written at once, away from the screen.
        try await Task.sleep(for: .seconds(1))
        first.send("q")
        #expect(try await first.waitExit() == .exited(0))
        let second = try dashboard(simulator, state)
        second.send("4")
        try await second.waitFor("★", within: .seconds(30))
        second.send("t")
        try await second.waitFor("Timeline", within: .seconds(30))
        try await second.waitFor("accepted as", within: .seconds(30))
        second.send("qq")
        _ = try await second.waitExit()
    }

    /// The page of one adds up what both have spent.
    @Test func theBudgetPageTellsWhichProcessSpentWhat() async throws {
        let simulator = try await SimulatorProcess("--token", "shared-token")
        let leader = try dashboard(simulator, state)
        try await leader.waitFor("live", within: .seconds(30))
        try await Task.sleep(for: .seconds(1))
        let follower = try dashboard(simulator, state)
        try await follower.waitFor("shared with 1", within: .seconds(30))
        try await runAJob(follower)
        try await Task.sleep(for: .seconds(2))
        leader.send(":budget\r")
        try await leader.waitFor("By whom")
        try await leader.waitFor("runJob", within: .seconds(10))
        try await leader.waitFor("listProjects")
        for dashboard in [leader, follower] { try await leader.waitFor("pid \(dashboard.processID)") }
    }

    @Test func aStateDirectoryThatOthersCanReadIsSaidAndDoneWithout() async throws {
        try FileManager.default.createDirectory(
            atPath: state.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let simulator = try await SimulatorProcess("--token", "shared-token")
        let dashboard = try dashboard(simulator, state)
        try await dashboard.waitFor("chmod 700")
        try await dashboard.waitFor("live", within: .seconds(30))
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.path).isEmpty)
    }
}
