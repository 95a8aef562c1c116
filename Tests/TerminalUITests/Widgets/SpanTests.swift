import TerminalUI
import Testing

struct SpanTests {
    private let line = [Span("api", .heading), Span(" of ", .muted), Span("production", .text)]

    @Test func aSpanHoldsOneSafeLine() {
        #expect(Span("two\nlines \u{1B}[31mred", .text).text == "two lines red")
        #expect(Span(String(repeating: "x", count: 10_000), .text).columns == SafeText.longestLine)
    }

    @Test func aLineIsCutWithAnEllipsisInTheRoleOfWhatIsCut() {
        #expect(line.columns == 17)
        #expect(line.cut(to: 17, .unicode) == line)
        #expect(
            line.cut(to: 10, .unicode)
                == [Span("api", .heading), Span(" of ", .muted), Span("pr", .text), Span("…", .text)])
        #expect(line.cut(to: 4, .ascii) == [Span("api", .heading), Span("~", .heading)])
        #expect(line.cut(to: 1, .unicode) == [Span("…", .heading)])
        #expect(line.cut(to: 0, .unicode) == [])
    }

    @Test func nothingFollowsACutEvenIfItWouldFit() {
        let line = [Span("日本", .text), Span("x", .text), Span("yz", .text)]
        #expect(line.cut(to: 4, .unicode).map(\.text) == ["日", "…"])
    }

    @Test func rolesWithoutABackgroundShowWhatIsUnderThem() {
        let theme = Theme(
            name: "test",
            styles: [
                .text: .plain, .failing: Style(foreground: .palette(1)), .dialog: Style(background: .palette(4)),
            ])
        var canvas = Canvas(size: Size(columns: 10, rows: 2), theme: theme, symbols: .unicode)
        let columns = canvas.write(
            [Span("a", .failing), Span("日", .text)], in: Rect(column: 1, row: 0, width: 9, height: 1), over: .dialog)
        #expect(columns == 3)
        #expect(canvas.grid.lines == [" a日", ""])
        #expect(canvas.grid[1, 0].style == Style(foreground: .palette(1), background: .palette(4)))
        #expect(canvas.grid[2, 0].style == Style(background: .palette(4)))
        #expect(canvas.grid[4, 0].style == .plain)
    }

    @Test func nothingIsWrittenBesidesTheArea() {
        var canvas = Canvas(size: Size(columns: 10, rows: 2), theme: .monochrome, symbols: .unicode)
        canvas.write(line, in: Rect(column: 2, row: 0, width: 5, height: 1))
        canvas.write(line, in: Rect(column: 0, row: 1, width: 5, height: 0))
        #expect(canvas.grid.lines == ["  api o", ""])
        canvas.paragraph("words that go on", .text, in: Rect(column: 1, row: 1, width: 6, height: 1))
        #expect(canvas.grid.lines == ["  api o", " words"])
    }
}
