import TerminalUI
import Testing

struct SafeTextTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("", ""), ("Grüße 日本 e\u{301}", "Grüße 日本 e\u{301}"),
        ("two\nlines", "two lines"), ("a\r\n\r\n\tb", "a b"), ("\n\n first\n", " first"), ("a\u{2028}b", "a b"),
        ("\u{0}a\u{7}b\u{7F}", "ab"), ("a\u{202E}b\u{2066}c\u{200F}", "abc"), ("a\u{FEFF}\u{200B}b\u{AD}c", "abc"),
    ])
    func textBecomesOneLineOfWhatCanBeShown(text: String, line: String) {
        #expect(SafeText.line(text) == line)
    }

    @Test(arguments: [
        ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{1B}[2J\u{1B}[1;1Hgone", "gone"), ("\u{9B}31mred", "red"),
        ("\u{1B}]0;title\u{7}text", "text"), ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("\u{1B}]52;c;QUJD\u{9C}text", "text"), ("\u{1B}P1$r0m\u{1B}\\text", "text"), ("\u{1B}(Btext", "text"),
        ("\u{1B}ctext", "text"), ("text\u{1B}", "text"), ("text\u{1B}[", "text"), ("text\u{1B}[31", "text"),
    ])
    func escapeSequencesAreLeftOutWhole(text: String, line: String) {
        #expect(SafeText.line(text) == line)
    }

    @Test func aSequenceWithoutAnEndHidesNothing() {
        #expect(SafeText.line("\u{1B}]0;my service") == "0;my service")
        #expect(SafeText.line("\u{1B}[31\u{1B}[32mgreen") == "green")
    }

    @Test func theLineIsBounded() {
        #expect(SafeText.line("abcdef", columns: 4) == "abcd")
        #expect(SafeText.line("日本語", columns: 5) == "日本")
        #expect(SafeText.line("ab\n\ncd", columns: 4) == "ab c")
        #expect(SafeText.line("ab\n\n日", columns: 4) == "ab")
        #expect(SafeText.line("abc", columns: 0) == "")
        #expect(SafeText.line(String(repeating: "x", count: 10_000)).count == SafeText.longestLine)
    }

    @Test(arguments: ["x", "日", "\u{200B}", "\u{301}", "\n", "\u{1B}", "\u{1B}]"])
    func megabytesAreNotWalked(piece: String) {
        let text = String(repeating: piece, count: 2_000_000) + "the end"
        #expect(!SafeText.line(text, columns: 80).contains("the end"))
    }

    @Test(arguments: [("a\u{1B}]", 80), ("e\u{301}\u{301}\u{301}\u{301}", 10), ("\n日\u{202E}", 7)])
    func whatComesOutStaysAsItIs(piece: String, columns: Int) {
        let line = SafeText.line(String(repeating: piece, count: 50), columns: columns)
        #expect(SafeText.line(line, columns: columns) == line)
        #expect(CharacterWidth.columns(line) <= columns)
    }
}
