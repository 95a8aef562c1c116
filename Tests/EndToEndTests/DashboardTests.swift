import Foundation
import Testing

/// The real binary in a real terminal on the simulator.
@Suite(.serialized, .timeLimit(.minutes(5))) struct DashboardTests {
    private let demo = "\(Tmux.quoted(Command.northwatch)) demo"

    /// Asks for the focused pane again until each of the texts has been on the screen, in turn.
    private func follow(_ texts: [String], _ window: Tmux, within limit: Duration = .seconds(90)) async throws {
        var rest = texts[...]
        var asked = ContinuousClock.now
        try await window.waitFor("\(texts)", within: limit) { lines in
            while let text = rest.first, lines.contains(where: { $0.contains(text) }) { rest.removeFirst() }
            if !rest.isEmpty, asked.duration(to: .now) > .milliseconds(400) {
                asked = .now
                try window.press("r")
            }
            return rest.isEmpty
        }
    }

    private func select(_ name: String, pane: String, _ window: Tmux) async throws {
        try window.press(pane, "/")
        try window.type(name)
        try window.press("Enter", "g")
        try await window.expect("/ \(name)")
    }

    @Test func aBuildIsStartedAndSeenToGoThroughItsStates() async throws {
        let window = try Tmux("\(demo) --speed 15")
        try await window.expect("2 Services (25)")
        try await select("Refunds", pane: "2", window)
        try window.press("B")
        try await window.expect("Service  Refunds")
        try window.press("Enter")
        try await window.expect("Build of Refunds accepted as")
        try window.press("3")
        try await follow(["building", "Build of Refunds success after"], window)
    }

    @Test func aJobIsRunAndSeenToEnd() async throws {
        let window = try Tmux("\(demo) --speed 30")
        try await window.expect("Reindex orders")
        try await select("Reindex orders", pane: "4", window)
        try window.press("T")
        try await window.expect("Run a job")
        try window.press("Enter")
        try await window.expect("Run of Reindex orders accepted as")
        try await follow(["running", "Run of Reindex orders success after"], window)
    }

    @Test func aBackupIsSavedAndSeenToEnd() async throws {
        let window = try Tmux("\(demo) --speed 15")
        try await window.expect("Ledger DB")
        try await select("Ledger DB", pane: "5", window)
        try window.press("S")
        try await window.expect("Save a backup")
        try window.press("Enter")
        try await window.expect("Snapshot of Ledger DB accepted as")
        try await follow(["in progress", "Snapshot of Ledger DB completed after"], window)
    }

    @Test func aResizeIsFollowedAndLosesNothing() async throws {
        let window = try Tmux(demo)
        try await window.expect("2 Services (25)")
        try await select("Ledger", pane: "2", window)
        try window.resize(columns: 80, rows: 24)
        try await window.waitFor("80x24") { lines in lines.filter { !$0.isEmpty }.count <= 24 }
        try await window.expect("Ledger")
        try window.resize(columns: 28, rows: 6)
        try await window.expect("30x8")
        try window.resize(columns: 150, rows: 45)
        try await window.expect("5 Backups")
        try await window.expect("Ledger")
    }

    @Test func itIsSuspendedAndComesBackWhole() async throws {
        let window = try Tmux("bash --norc --noprofile -i", environment: ["PS1": "ready> "])
        try await window.expect("ready>")
        try window.type(demo)
        try window.press("Enter")
        try await window.expect("2 Services (25)")
        try window.press("C-z")
        try await window.expect("Stopped")
        #expect(try !window.showsAlternateScreen)
        try window.type("fg")
        try window.press("Enter")
        try await window.expect("2 Services (25)")
        #expect(try window.showsAlternateScreen)
        try window.press("q")
        try await window.waitFor("the main screen") { _ in try !window.showsAlternateScreen }
        try window.type("echo code $?")
        try window.press("Enter")
        try await window.expect("code 0")
    }

    @Test func aTERMSignalPutsTheTerminalBack() async throws {
        let window = try Tmux("bash --norc --noprofile -i", environment: ["PS1": "ready> "])
        try await window.expect("ready>")
        try window.type("\(demo) & wait; stty -a | tr ' ' '\\n' | grep -x 'echo;\\?'; fg")
        try window.press("C-u")
        try window.type(demo)
        try window.press("Enter")
        try await window.expect("2 Services (25)")
        let shell = try window.processID
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        let child = try #require(children.split(separator: " ").first.flatMap { Int32($0) })
        kill(child, SIGTERM)
        try await window.waitFor("the main screen") { _ in try !window.showsAlternateScreen }
        try window.type("echo code $?; stty -a")
        try window.press("Enter")
        try await window.expect("code 143")
        try await window.expect(" echo ")
        try await window.expect("isig icanon")
    }

    @Test func itWorksOnASimulatorOfAnotherProcessThatFailsOften() async throws {
        let simulator = try SimulatorProcess("--fault-rate", "0.3", "--speed", "15", "--token", "shared-token")
        let window = try Tmux(
            "\(Tmux.quoted(Command.northwatch)) --api-url \(Tmux.quoted(simulator.url))",
            environment: ["NORTHFLANK_API_TOKEN": "shared-token"])
        try await follow(["1 Projects (5)", "Refunds"], window)
        try await select("Refunds", pane: "2", window)
        try window.press("B")
        try await window.expect("Service  Refunds")
        try window.press("Enter")
        // However its one POST fares, the user is told.
        try await window.waitFor("what became of it", within: .seconds(60)) { lines in
            lines.contains { line in
                ["accepted as", "it arrived, as", "was not started", "did not arrive", "nobody knows"]
                    .contains { line.contains($0) }
            }
        }
        try window.press("q")
        try await window.waitFor("the end") { _ in try window.exitCode == 0 }
    }
}
