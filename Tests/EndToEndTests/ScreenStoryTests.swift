import Foundation
import TerminalUI
import TestSupport
import Testing

/// The whole life of the public guide "Use the API", from the screen: the real binary in a real terminal, on an account
/// that has nothing yet.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ScreenStoryTests {
    private let window: TmuxTerminal

    init() throws {
        window = try TmuxTerminal(
            executable: Command.northwatch, arguments: ["demo", "--scenario", "empty", "--speed", "30"],
            size: Size(columns: 120, rows: 40))
    }

    /// Types into the form's fields, from the selected one down. Nil leaves one as it is.
    private func fill(_ fields: String?...) throws {
        for (index, field) in fields.enumerated() {
            if index > 0 { try window.press("Down") }
            if let field { try window.send(field) }
        }
    }

    /// Sends the form, and then says yes to its question.
    private func confirm(_ question: String) async throws {
        try window.press("Enter")
        try await window.waitFor(question)
        try window.press("Enter")
    }

    /// Asks for the focused pane again until texts are on the screen, in one line.
    private func follow(_ texts: String...) async throws {
        var asked = ContinuousClock.now
        try await window.waitFor(texts.joined(separator: " … "), within: .seconds(120)) { lines in
            if asked.duration(to: .now) > .seconds(1) {
                asked = .now
                try window.press("r")
            }
            return lines.contains { line in texts.allSatisfy(line.contains) }
        }
    }

    @Test func theGuidesWholeLifeIsLivedOnTheScreen() async throws {
        try await window.waitFor("No projects in this")
        try await creates()
        try await builds()
        try await deploys()
        try await runs()
        try await backsUp()
    }

    private func creates() async throws {
        try window.press("A")
        try await window.waitFor("Europe West")
        try fill("API example project")
        try await confirm("It is created")
        try await window.waitFor("All projects          0")
        try await window.waitFor("API example project   0")
    }

    private func builds() async throws {
        try window.press("2", "A")
        try await window.waitFor("New deployment service")
        try window.press("Right", "Right")
        try await window.waitFor("New build service")
        try fill(nil, "Build service", "https://github.com/northflank-examples/node-express-example")
        try await confirm("New      build service")
        try await follow("○ Build service ")
        // A branch, and arguments for this build only.
        try window.press("B")
        // The branches are read first: without one, a build service has nothing to build.
        try await window.waitFor("Branch   main")
        try window.press("C-o")
        try await window.waitFor("Arguments")
        try fill(nil, nil, nil, "NODE_ENV=production")
        try await confirm("With     NODE_ENV")
        try await follow("Build service (main) success after")
    }

    private func deploys() async throws {
        try window.press("A")
        try await window.waitFor("New deployment service")
        try fill(nil, "Deployment service", nil)
        try window.press("Down", "Tab")
        try await window.waitFor("Plan       nf-compute")
        try await confirm("New      deployment service")
        try await follow("○ Deployment service ")
        try window.press("/")
        try window.send("type:deployment")
        try window.press("Enter", "g", "D")
        // What it has built is offered, and is what it runs then.
        try await window.waitFor("Now      nothing")
        try await window.waitFor("success  ")
        try window.press("Enter")
        try await follow("deploy ● completed")
        try window.press("D", "i")
        try await window.waitFor("Credentials")
        try fill("nginx:latest")
        try await confirm("Then     nginx:latest")
        try await window.waitFor("nginx:latest to Deployment service")
        try window.press("Enter")
        try await follow("Runs", "nginx:latest")
        try window.press("Escape")
        try await window.waitFor("2 Services (1/2)")
        try window.press("Escape")
        try await window.waitFor("2 Services (2)")
    }

    private func runs() async throws {
        try window.press("4", "A")
        try await window.waitFor("New job")
        try fill(nil, "Manual job", "alpine:3.20", nil)
        try window.press("Tab")
        try await confirm("New      job")
        try await follow("▸ Manual job")
        // With an environment, a plan and an image of its own.
        try window.press("T", "C-o")
        try await window.waitFor("Run Manual job")
        try fill("MODE=thorough", nil, "alpine:3.21")
        try await confirm("Image    alpine:3.21")
        try await follow("Run of Manual job success after")
    }

    private func backsUp() async throws {
        try window.press("5", "A")
        try await window.waitFor("New addon")
        try fill("Database", nil, nil, nil)
        try window.press("Tab")
        try await confirm("New      addon")
        try await follow("▸ Database")
        try await follow("running")
        try window.press("S")
        try await window.waitFor("Save a backup")
        try window.press("Enter")
        try await follow("northwa…", "● completed")
        try window.press("j", "X")
        try await window.waitFor("r  Restore")
        try window.press("r")
        try await window.waitFor("written since then is lost")
        try window.send("Database")
        try window.press("Enter")
        try await window.waitFor("from northwatch-")
        try window.press("Enter")
        try await window.waitFor("a restore that is completed", within: .seconds(60)) { lines in
            let heading = lines.firstIndex { $0.contains("Restores") } ?? lines.endIndex
            return lines.dropFirst(heading + 1).first?.contains("● completed") == true
        }
    }
}
