import Foundation
import TerminalUI
import TestSupport
import Testing

/// The real binary with a configuration of two accounts, in a real terminal.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ContextTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")

    private func write(_ name: String, _ text: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }

    private func dashboard(_ arguments: String...) throws -> TmuxTerminal {
        // A shell tells the exit code: tmux now and then has none for a program that ended.
        try TmuxTerminal(
            executable: "/bin/sh",
            arguments: [
                "-c", "\"$@\"; echo ended with $?; sleep 60", "sh", Command.northwatch, "--state-dir",
                folder.appending(path: "state").path,
            ] + arguments,
            environment: ["XDG_CONFIG_HOME": folder.path, "LARGE_TOKEN": "large-token"],
            size: Size(columns: 120, rows: 40))
    }

    /// - Parameter size: what the window is resized to before the choice is made.
    private func choose(_ context: String, _ window: TmuxTerminal, size: Size? = nil) async throws {
        try window.press(":")
        try await window.waitFor("Go to or do")
        try window.send("context \(context)")
        try await window.waitFor(": context \(context)")
        if let size {
            try window.resize(size)
            try await window.waitFor("\(size.rows) rows") { lines in lines.filter { !$0.isEmpty }.count <= size.rows }
        }
        try window.press("Enter")
    }

    @Test func anotherAccountIsOpenedLiveAndTheFirstIsLeftAlone() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let calm = try await SimulatorProcess("--token", "calm-token")
        let empty = try await SimulatorProcess("--token", "other-token", "--scenario", "empty")
        try write("northwatch/tokens/calm", "calm-token\n")
        try write(
            "northwatch/config.yaml",
            """
            context: calm
            contexts:
              calm: {token-file: ./tokens/calm, api-url: "\(calm.url)"}
              other: {token-env: LARGE_TOKEN, api-url: "\(empty.url)"}
              gone: {token-file: ./tokens/gone}
            keys: {context-calm: f8}
            """)
        let window = try dashboard()
        try await window.waitFor("Northwatch calm")
        try await window.waitFor("2 Services (25)")
        // One that can't be opened is no reason to leave this one.
        try await choose("gone", window)
        try await window.waitFor("No such file")
        try await window.waitFor("2 Services (25)")
        try await choose("other", window, size: Size(columns: 80, rows: 24))
        try await window.waitFor("Northwatch other")
        try await window.waitFor("not signed in")
        #expect(try !window.screen().contains { $0.contains("2 Services (25)") })
        let left = try calm.remaining()
        try await Task.sleep(for: .seconds(3))
        // But for our own looks.
        #expect(try left - calm.remaining() <= 2)
        try window.press("F8")
        try window.resize(Size(columns: 120, rows: 40))
        try await window.waitFor("Northwatch calm")
        try await window.waitFor("● live")
        try await window.waitFor("2 Services (25)")
        try window.press("q")
        try await window.waitFor("ended with 0")
    }

    @Test func theContextOfTheOptionIsOpened() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let calm = try await SimulatorProcess("--token", "large-token")
        try write(
            "northwatch/config.yaml",
            "theme: light\ncontexts:\n  lab: {token-env: LARGE_TOKEN, api-url: '\(calm.url)', read-only: true}\n")
        let window = try dashboard("--context", "lab")
        try await window.waitFor("Northwatch lab read-only")
        try await window.waitFor("2 Services (25)")
    }

    @Test func aConfigurationIsCheckedWithTheLineOfItsMistake() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = ["XDG_CONFIG_HOME": folder.path]
        let path = folder.appending(path: "northwatch/config.yaml").path
        func northwatch(_ arguments: String...) throws -> Command {
            try Command.run(Command.northwatch, arguments, environment: environment)
        }
        #expect(try northwatch("config", "path").output == "\(path)\n")
        #expect(try northwatch("--config", "mine.yaml", "config", "path").output == "mine.yaml\n")
        #expect(try northwatch("config", "check").output == "\(path): not there, and needn't be\n")
        #expect(try northwatch("config", "check", path).code == 64)
        try write("northwatch/config.yaml", "theme: nord\n")
        #expect(try northwatch("config", "check").output == "\(path): fine\n")
        try write("northwatch/config.yaml", "theme: nord\nkeys:\n  start-build: b\n")
        let arguments = [["config", "check"], ["config", "check", path], ["--config", path, "config", "check"], []]
        for command in try arguments.map({ try Command.run(Command.northwatch, $0, environment: environment) }) {
            #expect(command.code == 64)
            #expect(
                command.errors
                    == "northwatch: config \(path), line 3: start-build changes the account: it takes a capital letter "
                    + "alone, not \"b\"\n")
        }
    }
}
