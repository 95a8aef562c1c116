import Foundation
import TerminalUI
import TestSupport
import Testing

/// A day's work with the real binary in a real terminal: deploy, roll back, abort, restore, create with an editor.
@Suite(.serialized, .timeLimit(.minutes(5))) struct DayOfWorkTests {
    private func demo(_ environment: [String: String] = [:]) throws -> TmuxTerminal {
        try TmuxTerminal(
            executable: Command.northwatch, arguments: ["demo", "--speed", "15"], environment: environment,
            size: Size(columns: 120, rows: 40))
    }

    private func select(_ name: String, pane: String, _ window: TmuxTerminal) async throws {
        try window.press(pane, "/")
        try window.send(name)
        try window.press("Enter", "g")
        try await window.waitFor(" /\(name)")
    }

    /// Asks for the focused pane again until a text is on the screen.
    private func follow(_ text: String, _ window: TmuxTerminal) async throws {
        var asked = ContinuousClock.now
        try await window.waitFor(text, within: .seconds(120)) { lines in
            if asked.duration(to: .now) > .milliseconds(500) {
                asked = .now
                try window.press("r")
            }
            return lines.contains { $0.contains(text) }
        }
    }

    @Test func aBuildIsRolledBackDeployedAgainAndAnotherAborted() async throws {
        let window = try demo()
        try await window.waitFor("2 Services (25)")
        try await select("Storefront", pane: "2", window)
        try window.press("D")
        try await window.waitFor("roll back")
        try window.press("Enter")
        try await follow("to Storefront completed", window)
        try window.press("D")
        try await window.waitFor("Enter deploy")
        try window.press("Enter")
        try await window.waitFor("to Storefront accepted.")
        try window.press("B", "Enter")
        try await window.waitFor("Build of Storefront accepted as")
        try window.press("X")
        try await window.waitFor("Abort  build")
        try window.press("a")
        try await window.waitFor("The build ends")
        try window.press("Enter")
        try await follow("aborted after", window)
    }

    @Test func aBackupIsRestoredByTheTypedName() async throws {
        let window = try demo()
        try await window.waitFor("5 Backups")
        try window.press("5", "z")
        try await select("Ledger DB", pane: "5", window)
        try await window.waitFor("▸ Ledger DB")
        try await window.waitFor("completed")
        // The newest may be under way just now.
        try window.press("G", "X")
        try await window.waitFor("r  Restore")
        try window.press("r", "Enter")
        try await window.waitFor("Type \"Ledger DB\" first.")
        try window.send("Ledger DB")
        try window.press("Enter")
        try await follow("completed after", window)
    }

    @Test func aServiceIsWrittenInTheEditor() async throws {
        let script = FileManager.default.temporaryDirectory.appending(path: "editor-\(UUID().uuidString).sh")
        defer { try? FileManager.default.removeItem(at: script) }
        let body = "name: Edited page\nbilling: {deploymentPlan: nf-compute-10}\ndeployment: {instances: 1}\n"
        try "#!/bin/sh\ngrep -q '# required' \"$1\" && printf '%s' '\(body)' > \"$1\"\n"
            .write(to: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        let window = try demo(["EDITOR": script.path])
        try await window.waitFor("2 Services (25)")
        try window.press("1", "G", "2", "A")
        try await window.waitFor("New deployment service")
        try window.press("C-e")
        try await window.waitFor("Edited page")
        try window.press("Enter", "Enter")
        try await window.waitFor("Creation of deployment service Edited page")
    }
}
