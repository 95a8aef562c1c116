import Foundation
import TestSupport
import Testing

/// What the binary says, and its exit code, when it can't do what it is asked.
@Suite(.timeLimit(.minutes(2))) struct CommandLineTests {
    private func northwatch(_ arguments: String..., environment: [String: String] = [:]) throws -> Command {
        try Command.run(Command.northwatch, arguments, environment: environment)
    }

    private func expectOneLine(_ command: Command, code: Int32, _ text: String) {
        #expect(command.code == code)
        #expect(command.output.isEmpty)
        #expect(command.errors.hasPrefix("northwatch: "))
        #expect(command.errors.contains(text), "\(command.errors)")
        #expect(command.errors.split(separator: "\n").count == 1, "\(command.errors)")
    }

    private func withFile(_ name: String, _ text: String, mode: Int, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        try body(file.path)
    }

    @Test func themesAreListedByNameWhereTheOutputIsNoTerminal() throws {
        let command = try northwatch("themes")
        #expect(command.code == 0)
        let names = ["default", "light", "high-contrast", "solarized-dark", "nord", "gruvbox", "monochrome"]
        #expect(command.output.split(separator: "\n").map(String.init) == names)
    }

    @Test func aThemeIsCheckedWithTheLineOfItsMistake() throws {
        try withFile("mine.yaml", "name: mine\nroles:\n  failling: {bold: true}\n", mode: 0o600) { path in
            let command = try northwatch("themes", "check", path)
            expectOneLine(command, code: 64, "line 3: there is no role \"failling\"; did you mean failing?")
        }
        try withFile(
            "mine.yaml", "name: mine\nroles:\n  dialog: {foreground: \"#222222\", background: \"#333333\"}\n",
            mode: 0o600
        ) { path in
            let command = try northwatch("themes", "check", path)
            #expect(command.code == 0)
            #expect(command.output.contains("dialog reads at 1.2:1"))
        }
        #expect(try northwatch("themes", "check", "nord").output == "nord: fine\n")
    }

    @Test func withoutATokenItSaysHowToGiveOne() throws {
        expectOneLine(try northwatch(), code: 64, "NORTHFLANK_API_TOKEN")
    }

    @Test func theJournalIsEmptyBeforeAnythingWasStarted() throws {
        let state = "\(NSTemporaryDirectory())/northwatch-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        let text = try northwatch("history", "--state-dir", state)
        #expect(text.code == 0)
        #expect(text.output == "Nothing was started from here yet.\n")
        let json = try northwatch("history", "--json", environment: ["XDG_STATE_HOME": state])
        #expect(json.code == 0)
        #expect(try JSONDecoder().decode([String].self, from: Data(json.output.utf8)).isEmpty)
    }

    @Test func withoutAPlaceForTheJournalItSaysWhatToGive() throws {
        expectOneLine(try northwatch("history"), code: 64, "--state-dir")
        expectOneLine(try northwatch("history", "--no-state", "--state-dir", "x"), code: 64, "exclude each other")
    }

    @Test func aTokenFileThatOthersCanReadIsRefused() throws {
        try withFile("token", "very-secret", mode: 0o644) { path in
            let command = try northwatch("--token-file", path)
            expectOneLine(command, code: 64, "chmod 600")
            #expect(!command.errors.contains("very-secret"))
        }
    }

    @Test func plainHTTPToAnotherHostIsRefused() throws {
        let command = try northwatch("--api-url", "http://example.com/v1", environment: ["NORTHFLANK_API_TOKEN": "t"])
        expectOneLine(command, code: 64, "plain http")
    }

    @Test func anUnknownOptionGetsTheNearest() throws {
        expectOneLine(try northwatch("demo", "--speeed", "2"), code: 64, "--speed")
    }

    @Test func anUnknownScenarioGetsTheNearest() throws {
        expectOneLine(try northwatch("demo", "--scenario", "clam"), code: 64, "did you mean \"calm\"?")
    }

    @Test func aMalformedThemeIsToldWithItsLine() throws {
        try withFile("mine.yaml", "roles:\n  text: {}\n  helthy: {}\n", mode: 0o644) { path in
            expectOneLine(try northwatch("demo", "--theme", path), code: 64, "line 3: there is no role \"helthy\"")
        }
    }

    @Test func anEscapeSequenceInAMistakeIsNotObeyed() throws {
        let command = try northwatch("demo", "--scenario", "\u{1B}[2Jcalm")
        #expect(!command.errors.contains("\u{1B}"))
    }

    @Test func withoutATerminalNothingIsDrawn() throws {
        expectOneLine(try northwatch("demo", environment: ["TERM": "xterm"]), code: 69, "no terminal")
    }

    @Test func aTerminalOfUnknownTypeGetsARemedy() async throws {
        let process = try PTYProcess(
            executable: Command.northwatch, arguments: ["demo"],
            environment: ["TERM": "no-such-terminal", "PATH": "/usr/bin:/bin"])
        #expect(try await process.waitExit() == .exited(69))
        #expect(process.text.contains("TERM=xterm-256color"))
        #expect(!process.text.contains("\u{1B}"))
    }

    @Test func theVersionIsPrinted() throws {
        let command = try northwatch("--version")
        #expect(command.code == 0)
        #expect(command.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func theSimulatorPrintsItsURLAndEndsCleanly(signal: Int32) async throws {
        let simulator = try await SimulatorProcess()
        #expect(simulator.url.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/v1/) != nil, "\(simulator.url)")
        #expect(simulator.end(by: signal) == 0)
    }

    @Test func aPortInUseIsSaid() async throws {
        let simulator = try await SimulatorProcess()
        let port = try #require(URL(string: simulator.url)?.port)
        expectOneLine(try northwatch("simulate", "--port", "\(port)"), code: 69, "port \(port)")
    }
}
