import TerminalUI
import TestSupport
import Testing

/// Terminals of many kinds, and those that can't be used.
struct TerminalTypeTests {
    private func firstFrame(_ environment: [String: String]) async throws -> PTYProcess {
        let process = try await startFixture(environment)
        process.send("b")
        try await process.waitFor("(\"b\")")
        process.send("q")
        #expect(try await process.waitExit() == .exited(0))
        return process
    }

    @Test func anUnknownTypeIsRefusedWithAdvice() async throws {
        let process = try launchFixture(["TERM": "no-such-terminal"])
        #expect(try await process.waitExit() == .exited(69))
        #expect(
            process.text
                == "fixture: unknown terminal type \"no-such-terminal\" in TERM: try TERM=xterm-256color\r\n")
    }

    @Test(arguments: ["", "dumb"]) func aTypeThatCannotBeUsedIsRefusedWithAdvice(term: String) async throws {
        let process = try launchFixture(["TERM": term])
        #expect(try await process.waitExit() == .exited(69))
        #expect(process.text.hasPrefix("fixture: "))
        #expect(process.text.hasSuffix("try TERM=xterm-256color\r\n"))
        #expect(!process.text.contains("\u{1B}"))
    }

    @Test func aTypeWhoseDescriptionIsMissingButWhichWorksLikeXtermIsUsed() async throws {
        let process = try await firstFrame(["TERM": "xterm-kitty"])
        #expect(process.text.contains("80x24 trueColor"))
    }

    @Test func xtermWith256ColorsUsesThem() async throws {
        let process = try await firstFrame(["TERM": "xterm-256color"])
        #expect(process.text.contains("80x24 palette256"))
        #expect(process.text.contains("\u{1B}[38;5;"))
    }

    @Test func colortermBrings24BitColorsThoughNoDescriptionHasThem() async throws {
        let process = try await firstFrame(["TERM": "xterm-256color", "COLORTERM": "truecolor"])
        #expect(process.text.contains("80x24 trueColor"))
        #expect(process.text.contains("\u{1B}[38;2;18;52;86m"))
    }

    @Test func theUsersPaletteIsLeftAlone() async throws {
        let process = try await startFixture()
        process.send("\u{1A}")
        try await process.waitFor("unstoppable")
        process.send("q")
        _ = try await process.waitExit()
        #expect(!process.text.contains("\u{1B}]"))
    }

    @Test func noColorMeansNone() async throws {
        let process = try await firstFrame(["NO_COLOR": "1", "COLORTERM": "truecolor"])
        #expect(process.text.contains("80x24 monochrome"))
        #expect(!process.text.contains("\u{1B}[38"))
    }

    @Test func vt100HasNoColorsAndWorks() async throws {
        let process = try await firstFrame(["TERM": "vt100"])
        #expect(process.text.contains("80x24 monochrome"))
    }

    @Test func theLinuxConsoleHasEight() async throws {
        let process = try await firstFrame(["TERM": "linux"])
        #expect(process.text.contains("80x24 eight"))
    }

    @Test func utf8LocalesShowWideCharacters() async throws {
        #expect(try await firstFrame([:]).text.contains("wide: 世界 ä €"))
    }

    @Test func otherLocalesShowWhatTheyHaveAndReplaceTheRest() async throws {
        #expect(try await firstFrame(["LC_ALL": "C"]).text.contains("wide: ? ?  ? ?"))
    }

    /// As ssh brings it along to a machine that has few locales.
    @Test func aUTF8LocaleThatThisMachineLacksIsUTF8StillTheSame() async throws {
        #expect(try await firstFrame(["LC_ALL": "xx_XX.UTF-8"]).text.contains("wide: 世界 ä €"))
    }

    @Test func aProgramWithoutATerminalSaysSo() async throws {
        let process = try PTYProcess(
            executable: "/usr/bin/setsid",
            arguments: ["--wait", BuiltProducts.path("terminal-fixture")],
            environment: ["TERM": "xterm-256color"])
        #expect(try await process.waitExit() == .exited(69))
        #expect(process.text.hasPrefix("fixture: no terminal"))
    }
}
