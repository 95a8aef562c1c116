import TerminalUI
import Testing

@testable import TerminalSession

@Suite struct NoticeTests {
    private func sent(_ notice: TerminalNotice, takesCommands: Bool = true) -> String? {
        NoticeBytes(takesCommands: takesCommands, isUnicode: true).bytes(notice).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test func aNotificationIsACommandThatNamesTheProgram() {
        #expect(
            sent(.notification("Build of api: failure")) == "\u{1B}]9;Northwatch: Build of api: failure\u{1B}\\")
    }

    @Test func withoutCommandsThereIsABellAlone() {
        #expect(sent(.bell, takesCommands: false) == "\u{07}")
        #expect(sent(.notification("Build of api: failure"), takesCommands: false) == nil)
        #expect(sent(.copy("api"), takesCommands: false) == nil)
    }

    @Test(arguments: ["\u{1B}]0;owned\u{07}x", "a\u{07}b", "a\u{1B}\\b", "a\u{9C}b", "line\nbreak"])
    func nothingInATextEndsItsCommand(text: String) throws {
        let bytes = try #require(NoticeBytes(takesCommands: true, isUnicode: true).bytes(.notification(text)))
        let body = bytes.dropFirst(2).dropLast(2)
        #expect(body.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
        #expect(!String(decoding: body, as: UTF8.self).unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
    }

    @Test func aTerminalWithoutUTF8GetsNoByteThatItMightObey() throws {
        let bytes = try #require(NoticeBytes(takesCommands: true, isUnicode: false).bytes(.notification("Größe ✓ 日本")))
        #expect(bytes.allSatisfy { $0 < 0x80 })
    }

    @Test func anEndlessTextIsCut() throws {
        let text = String(repeating: "x", count: 100_000)
        let bytes = try #require(NoticeBytes(takesCommands: true, isUnicode: true).bytes(.notification(text)))
        #expect(bytes.count < 300)
    }

    @Test func aCopyIsTheTextInBase64() {
        #expect(sent(.copy("swift-fox-12")) == "\u{1B}]52;c;c3dpZnQtZm94LTEy\u{1B}\\")
    }

    @Test(arguments: [
        ("xterm", true), ("xterm-256color", true), ("tmux-256color", true), ("screen", true), ("alacritty", true),
        ("st-256color", true), ("linux", false), ("vt100", false), ("dumb", false), ("ansi", false), ("", false),
    ])
    func onlyTerminalsThatReadCommandsGetThem(terminal: String, isTaken: Bool) {
        #expect(KnownTerminals.takeCommands(terminal) == isTaken)
    }
}

/// Links, for terminals that follow them.
struct LinkTests {
    private func marks(_ address: String, takesCommands: Bool = true) -> [String]? {
        NoticeBytes(takesCommands: takesCommands, isUnicode: true).link(to: address)
            .map { [$0.start, $0.end].map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test func anAddressStandsInItsStart() {
        #expect(
            marks("https://example.com/a")
                == ["\u{1B}]8;id=northwatch;https://example.com/a\u{1B}\\", "\u{1B}]8;;\u{1B}\\"])
    }

    @Test(arguments: ["", "https://a b", "https://a\u{1B}\\", "https://ü", "https://a\u{7}"])
    func whatCouldEndTheCommandIsNoLink(address: String) { #expect(marks(address) == nil) }

    @Test func whereCommandsArePrintedThereIsNone() { #expect(marks("https://a", takesCommands: false) == nil) }
}
