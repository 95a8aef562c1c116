import Foundation
import TerminalUI
import TestSupport
import Testing

/// The real binary in a real terminal on the simulator.
@Suite(.serialized, .timeLimit(.minutes(5))) struct DashboardTests {
    private static let size = Size(columns: 120, rows: 40)

    private func demo(_ arguments: String...) throws -> TmuxTerminal {
        try TmuxTerminal(executable: Command.northwatch, arguments: ["demo"] + arguments, size: Self.size)
    }

    private func shell() throws -> TmuxTerminal {
        try TmuxTerminal(
            executable: "/usr/bin/env", arguments: ["PS1=ready> ", "bash", "--norc", "--noprofile", "-i"],
            size: Self.size)
    }

    private let startDemo = "\(Command.northwatch) demo"

    /// Asks for the focused pane again until each of the texts has been on the screen, in turn.
    private func follow(_ texts: [String], _ window: TmuxTerminal, within limit: Duration = .seconds(90)) async throws {
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

    private func select(_ name: String, pane: String, _ window: TmuxTerminal) async throws {
        try window.press(pane, "/")
        try window.send(name)
        try window.press("Enter", "g")
        try await window.waitFor(" /\(name)")
    }

    @Test func aBuildIsStartedAndSeenToGoThroughItsStates() async throws {
        let window = try demo("--speed", "15")
        try await window.waitFor("2 Services (25)")
        try await select("Refunds", pane: "2", window)
        try window.press("B")
        try await window.waitFor("Service  Refunds")
        try window.press("Enter")
        try await window.waitFor("Build of Refunds accepted as")
        try window.press("3")
        try await follow(["building", "Build of Refunds success after"], window)
    }

    @Test func aJobIsRunAndSeenToEnd() async throws {
        let window = try demo("--speed", "30")
        try await window.waitFor("4 Job runs")
        try window.press("4", "z")
        try await select("Reindex orders", pane: "4", window)
        try await window.waitFor("▸ Reindex orders")
        try window.press("T")
        try await window.waitFor("Run a job")
        try window.press("Enter")
        try await window.waitFor("Run of Reindex orders accepted as")
        try await follow(["running", "Run of Reindex orders success after"], window)
    }

    @Test func aBackupIsSavedAndSeenToEnd() async throws {
        let window = try demo("--speed", "15")
        try await window.waitFor("5 Backups")
        try window.press("5", "z")
        try await select("Ledger DB", pane: "5", window)
        try await window.waitFor("▸ Ledger DB")
        try window.press("S")
        try await window.waitFor("Save a backup")
        try window.press("Enter")
        try await window.waitFor("Snapshot of Ledger DB accepted as")
        try await follow(["in progress", "Snapshot of Ledger DB completed after"], window)
    }

    @Test func aResizeIsFollowedAndLosesNothing() async throws {
        let window = try demo()
        try await window.waitFor("2 Services (25)")
        try await select("Ledger", pane: "2", window)
        try window.resize(Size(columns: 80, rows: 24))
        try await window.waitFor("80x24") { lines in lines.filter { !$0.isEmpty }.count <= 24 }
        try await window.waitFor("Ledger")
        try window.resize(Size(columns: 28, rows: 6))
        try await window.waitFor("30x8")
        try window.resize(Size(columns: 150, rows: 45))
        try await window.waitFor("5 Backups")
        try await window.waitFor("Ledger")
    }

    @Test func itIsSuspendedAndComesBackWhole() async throws {
        let window = try shell()
        try await window.waitFor("ready>")
        try window.send(startDemo)
        try window.press("Enter")
        try await window.waitFor("2 Services (25)")
        try window.press("C-z")
        try await window.waitFor("Stopped")
        #expect(try !window.showsAlternateScreen())
        try window.send("fg")
        try window.press("Enter")
        try await window.waitFor("2 Services (25)")
        #expect(try window.showsAlternateScreen())
        try window.press("q")
        try await window.waitFor("the main screen") { _ in try !window.showsAlternateScreen() }
        try window.send("echo code $?")
        try window.press("Enter")
        try await window.waitFor("code 0")
    }

    @Test func aTERMSignalPutsTheTerminalBack() async throws {
        let window = try shell()
        try await window.waitFor("ready>")
        try window.send(startDemo)
        try window.press("Enter")
        try await window.waitFor("2 Services (25)")
        let shell = try window.processID()
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        let child = try #require(children.split(separator: " ").first.flatMap { Int32($0) })
        kill(child, SIGTERM)
        try await window.waitFor("the main screen") { _ in try !window.showsAlternateScreen() }
        try window.send("echo code $?; stty -a")
        try window.press("Enter")
        try await window.waitFor("code 143")
        try await window.waitFor(" echo ")
        try await window.waitFor("isig icanon")
    }

    @Test func itWorksOnASimulatorOfAnotherProcessThatFailsOften() async throws {
        let simulator = try await SimulatorProcess("--fault-rate", "0.3", "--speed", "15", "--token", "shared-token")
        let window = try shell()
        try await window.waitFor("ready>")
        try window.send("NORTHFLANK_API_TOKEN=shared-token \(Command.northwatch) --no-state --api-url \(simulator.url)")
        try window.press("Enter")
        try await follow(["1 Projects (5)"], window)
        try window.press("2")
        try await follow(["2 Services (25)"], window)
        try await select("Refunds", pane: "2", window)
        try window.press("B")
        try await window.waitFor("Service  Refunds")
        try window.press("Enter")
        // However its one POST fares, the user is told.
        try await window.waitFor("what became of it", within: .seconds(60)) { lines in
            lines.contains { line in
                ["accepted as", "it arrived,", "was not started", "did not arrive", "nobody knows"]
                    .contains { line.contains($0) }
            }
        }
        try window.press("q")
        try await window.waitFor("the main screen") { _ in try !window.showsAlternateScreen() }
        try window.send("echo code $?")
        try window.press("Enter")
        try await window.waitFor("code 0")
    }
}
