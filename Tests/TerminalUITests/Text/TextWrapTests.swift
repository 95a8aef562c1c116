import TerminalUI
import Testing

struct TextWrapTests {
    @Test func linesBreakBetweenWords() {
        #expect(TextWrap.lines("the quick brown fox", width: 10) == ["the quick", "brown fox"])
        #expect(TextWrap.lines("the quick brown fox", width: 9) == ["the quick", "brown fox"])
        #expect(TextWrap.lines("the quick brown fox", width: 80) == ["the quick brown fox"])
    }

    @Test func aWordThatIsTooLongBreaksWhereItMust() {
        #expect(TextWrap.lines("a abcdefgh b", width: 3) == ["a", "abc", "def", "gh", "b"])
        #expect(TextWrap.lines("日本語", width: 5) == ["日本", "語"])
    }

    @Test func lineBreaksAreKept() {
        #expect(TextWrap.lines("one\n\ntwo\r\nthree", width: 10) == ["one", "", "two", "three"])
    }

    @Test func whatCannotBeShownIsLeftOut() {
        #expect(TextWrap.lines("\u{1B}[31mred\u{1B}[0m\tand\u{202E} more", width: 20) == ["red and more"])
    }

    @Test func thereAreNeverMoreLinesThanAskedFor() {
        #expect(TextWrap.lines("a\nb\nc", width: 5, limit: 2) == ["a", "b"])
        #expect(TextWrap.lines("a b c d", width: 1, limit: 3) == ["a", "b", "c"])
        #expect(TextWrap.lines("anything", width: 0) == [])
        #expect(TextWrap.lines("anything", width: 5, limit: 0) == [])
        #expect(TextWrap.lines(String(repeating: "long words ", count: 200_000), width: 10, limit: 5).count == 5)
    }

    @Test func aWideCharacterInOneColumnIsLeftOut() {
        #expect(TextWrap.lines("日", width: 1).allSatisfy { CharacterWidth.columns($0) <= 1 })
    }
}
