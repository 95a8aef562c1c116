import TerminalUI
import Testing

@Suite struct HighlightTests {
    private let line: TableLine = [
        [Span("●", .healthy), Span(" ", .text), Span("payments-api", .text)], [Span("Shop", .muted)],
    ]

    private func marked(_ highlight: Highlight, _ line: TableLine) -> [String] {
        highlight.applied(to: line).flatMap { cell in cell.filter { $0.role == .match }.map(\.text) }
    }

    @Test func aWordIsMarkedWhereItMatchesBest() {
        #expect(marked(Highlight(fuzzy: [FuzzyPattern("api")]), line) == ["api"])
        #expect(marked(Highlight(fuzzy: [FuzzyPattern("SHO")]), line) == ["Sho"])
    }

    @Test func lettersApartAreMarkedApart() {
        #expect(marked(Highlight(fuzzy: [FuzzyPattern("pyapi")]), line) == ["p", "y", "api"])
    }

    @Test func whatStandsThereStaysTheSameText() {
        let highlight = Highlight(fuzzy: [FuzzyPattern("pa"), FuzzyPattern("hop")], exact: [FuzzyPattern("ments")])
        let texts = highlight.applied(to: line).map { $0.map(\.text).joined() }
        #expect(texts == ["● payments-api", "Shop"])
        #expect(marked(highlight, line) == ["pa", "ments", "hop"])
    }

    @Test func anExactWordIsNotMarkedApart() {
        #expect(marked(Highlight(fuzzy: [], exact: [FuzzyPattern("pyapi")]), line).isEmpty)
    }

    @Test func wideAndCombiningCharactersAreMarkedWhole() {
        let line: TableLine = [[Span("日本e\u{301}t", .text)]]
        #expect(marked(Highlight(fuzzy: [FuzzyPattern("本e\u{301}")]), line) == ["本e\u{301}"])
    }

    @Test func nothingIsMarkedWhereNothingIsFound() {
        #expect(Highlight(fuzzy: [FuzzyPattern("zebra")]).applied(to: line) == line)
    }
}
