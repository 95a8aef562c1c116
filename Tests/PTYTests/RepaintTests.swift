import Foundation
import TerminalUI
import TestSupport
import Testing

/// What is sent from frame to frame adds up to what a full repaint shows, cell by cell with its colours: nothing is
/// left over, nothing is shifted, no pair of colours is given away while it is on the screen.
struct RepaintTests {
    /// `linux` has 64 pairs, far fewer than the frames ask for.
    @Test(arguments: [
        ["TERM": "tmux-256color"], ["TERM": "xterm-256color", "COLORTERM": "truecolor"], ["TERM": "linux"],
        ["TERM": "vt100"], ["TERM": "tmux-256color", "NO_COLOR": "1"],
    ])
    func changesAddUp(environment: [String: String]) async throws {
        let settings = environment.map { "\($0)=\($1)" }
        let terminal = try TmuxTerminal(
            executable: "/usr/bin/env", arguments: settings + [BuiltProducts.path("terminal-fixture")],
            size: Size(columns: 60, rows: 20))
        try await terminal.waitFor("told: nothing")
        for _ in 0..<5 {
            try terminal.send("r")
            let changed = try await settledScreen(of: terminal)
            // Continued from outside, the program repaints everything.
            kill(try terminal.processID(), SIGCONT)
            let repainted = try await settledScreen(of: terminal)
            #expect(changed.differences(to: repainted) == [])
        }
        try terminal.send("q")
    }

    /// The screen once it has stayed the same for a while.
    private func settledScreen(of terminal: TmuxTerminal) async throws -> StyledCells {
        var last = try terminal.styledScreen()
        var times = 0
        while times < 4 {
            try await Task.sleep(for: .milliseconds(40))
            let now = try terminal.styledScreen()
            times = now == last ? times + 1 : 0
            last = now
        }
        return StyledCells(last)
    }
}
