import Foundation
import TerminalUI
import TestSupport
import Testing

/// Ctrl-Z, `fg`, and signals that stop.
@Suite(.serialized) struct SuspendTests {
    /// A shell with job control that runs the fixture.
    private func startInShell() async throws -> PTYProcess {
        let shell = try PTYProcess(
            executable: "/bin/bash", arguments: ["--norc", "--noprofile", "--noediting", "-i"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "PS1": "ready> "])
        try await shell.waitFor("ready> ")
        shell.send(BuiltProducts.path("terminal-fixture") + "\n")
        try await shell.waitFor("told: nothing")
        return shell
    }

    @Test func controlZGivesTheTerminalToTheShellAndFgBringsTheScreenBack() async throws {
        let shell = try await startInShell()
        shell.send("\u{1A}")
        try await shell.waitFor("Stopped")
        try await shell.waitFor("the prompt") { $0.text.hasSuffix("ready> ") }
        #expect(!shell.modes.alternateScreen)
        #expect(shell.modes.cursor)
        #expect(shell.attributes.echoes)

        let mark = shell.mark
        shell.send("fg\n")
        try await shell.waitFor("fixture 80x24", after: mark)
        try await shell.waitFor("back again", after: mark)
        #expect(shell.modes.alternateScreen)
        #expect(!shell.attributes.echoes)

        let end = shell.mark
        shell.send("q")
        try await shell.waitFor("ready> ", after: end)
        #expect(!shell.modes.alternateScreen)
    }

    @Test func aWindowResizedMeanwhileIsDrawnInItsNewSize() async throws {
        let shell = try await startInShell()
        shell.send("\u{1A}")
        try await shell.waitFor("Stopped")
        shell.resize(Size(columns: 100, rows: 30))
        let mark = shell.mark
        shell.send("fg\n")
        try await shell.waitFor("fixture 100x30", after: mark)
        shell.send("q")
    }

    @Test func aStopSignalFromOutsideIsAnsweredLikeControlZ() async throws {
        let shell = try await startInShell()
        let child = try childOf(shell.processID)
        kill(child, SIGTSTP)
        try await shell.waitFor("Stopped")
        #expect(!shell.modes.alternateScreen)
        #expect(shell.modes.cursor)
        let mark = shell.mark
        shell.send("fg\n")
        try await shell.waitFor("stopped by signal", after: mark)
        shell.send("q")
    }

    @Test func afterAStopThatCannotBeCaughtTheScreenIsDrawnAnew() async throws {
        let shell = try await startInShell()
        kill(try childOf(shell.processID), SIGSTOP)
        try await shell.waitFor("Stopped")
        let mark = shell.mark
        shell.send("fg\n")
        try await shell.waitFor("fixture 80x24", after: mark)
        try await shell.waitFor("continued", after: mark)
        #expect(!shell.attributes.echoes)
        #expect(shell.modes.alternateScreen)
        shell.send("q")
    }

    /// The terminal is the shell's: taking it over stops the program again, and nothing is drawn over the prompt.
    @Test func inTheBackgroundItWaitsForTheTerminal() async throws {
        let shell = try await startInShell()
        shell.send("\u{1A}")
        try await shell.waitFor("Stopped")
        let mark = shell.mark
        shell.send("bg; sleep 0.2; jobs\n")
        try await shell.waitFor("Stopped", after: mark)
        #expect(!shell.modes.alternateScreen)
        #expect(shell.attributes.echoes)
        shell.send("fg\n")
        try await shell.waitFor("the screen") { $0.modes.alternateScreen && !$0.attributes.echoes }
        let end = shell.mark
        shell.send("q")
        try await shell.waitFor("ready> ", after: end)
    }

    /// There is no shell to say `fg`, so stopping would be for ever.
    @Test func whereNoShellWaitsItGoesOnAtOnce() async throws {
        let process = try await startFixture()
        let mark = process.mark
        process.send("\u{1A}")
        try await process.waitFor("unstoppable", after: mark)
        #expect(process.modes.alternateScreen)
        #expect(!process.attributes.echoes)
        process.send("q")
        #expect(try await process.waitExit() == .exited(0))
    }

    private func childOf(_ shell: Int32) throws -> Int32 {
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return try #require(children.split(separator: " ").first.flatMap { Int32($0) })
    }
}
