import Testing

@testable import TerminalUI

struct GridTests {
    private let red = Style(foreground: .palette(1))
    private let blue = Style(background: .palette(4))

    @Test func aRowIsTheSameOnlyInAGridOfTheSameSize() {
        let grid = Grid(size: Size(columns: 4, rows: 2))
        var other = grid
        other.write("a", at: Position(column: 3, row: 1), style: .plain)
        #expect(grid.isSame(0, in: other))
        #expect(!grid.isSame(1, in: other))
        #expect(!grid.isSame(0, in: Grid(size: Size(columns: 4, rows: 1))))
        #expect(!grid.isSame(2, in: grid))
    }

    @Test func textStandsWhereItIsWritten() {
        var grid = Grid(size: Size(columns: 10, rows: 2))
        let columns = grid.write("hello", at: Position(column: 2, row: 1), style: red)
        #expect(columns == 5)
        #expect(grid.lines == ["", "  hello"])
        #expect(grid[2, 1].style == red)
        #expect(grid[1, 1].style == .plain)
    }

    @Test func whatIsOutsideIsCutOff() {
        var grid = Grid(size: Size(columns: 5, rows: 1))
        grid.write("abcdefgh", at: Position(column: 2, row: 0), style: .plain)
        #expect(grid.lines == ["  abc"])
        grid.write("xyz", at: Position(column: -2, row: 0), style: .plain)
        #expect(grid.lines == ["z abc"])
        #expect(grid.write("no", at: Position(column: 0, row: 1), style: .plain) == 0)
        #expect(grid.write("no", at: Position(column: 0, row: -1), style: .plain) == 0)
        #expect(grid.write("no", at: Position(column: 9, row: 0), style: .plain) == 0)
        #expect(grid.lines == ["z abc"])
    }

    @Test func widthAndClipBoundWhatIsWritten() {
        var grid = Grid(size: Size(columns: 10, rows: 1))
        #expect(grid.write("abcdef", at: Position(column: 1, row: 0), style: .plain, width: 3) == 3)
        #expect(grid.write("abc", at: Position(column: 1, row: 0), style: .plain, width: -1) == 0)
        grid.write(
            "ABCDEF", at: Position(column: 4, row: 0), style: .plain,
            clip: Rect(column: 5, row: 0, width: 2, height: 1))
        #expect(grid.lines == [" abc BC"])
    }

    @Test func aWideCharacterTakesTwoCellsOrNone() {
        var grid = Grid(size: Size(columns: 5, rows: 1))
        #expect(grid.write("日本語", at: Position(column: 0, row: 0), style: red) == 4)
        #expect(grid.lines == ["日本"])
        #expect(grid[1, 0].isRightHalf)
        #expect(grid[1, 0].style == red)
    }

    @Test(arguments: 0..<4)
    func overwritingHalfOfAWideCharacterBlanksTheOther(column: Int) {
        var grid = Grid(size: Size(columns: 4, rows: 1))
        grid.write("日本", at: Position(column: 0, row: 0), style: red)
        grid.write("x", at: Position(column: column, row: 0), style: .plain)
        #expect(grid.lines == [["x 本", " x本", "日x", "日 x"][column]])
    }

    @Test func fillingHalfOfAWideCharacterBlanksTheOther() {
        var grid = Grid(size: Size(columns: 6, rows: 1))
        grid.write("日本語", at: Position(column: 0, row: 0), style: red)
        grid.fill(Rect(column: 1, row: 0, width: 2, height: 1), style: blue)
        #expect(grid.lines == ["    語"])
        #expect(grid.row(0).map(\.style) == [red, blue, blue, red, red, red])
        #expect(grid.row(0).map(\.isRightHalf) == [false, false, false, false, false, true])
    }

    @Test func aWideCharacterAcrossTheLeftEdgeOfTheClipBecomesABlank() {
        var grid = Grid(size: Size(columns: 6, rows: 1))
        grid.write("xxxxxx", at: Position(column: 0, row: 0), style: .plain)
        grid.write(
            "日本", at: Position(column: 1, row: 0), style: red, clip: Rect(column: 2, row: 0, width: 4, height: 1))
        #expect(grid.lines == ["xx 本x"])
    }

    @Test func marksJoinTheirBaseAndTheThirdIsDropped() {
        var grid = Grid(size: Size(columns: 3, rows: 1))
        grid.write("\u{301}e\u{301}\u{302}\u{303}x", at: Position(column: 0, row: 0), style: .plain)
        #expect(grid[0, 0].text.unicodeScalars.map(\.value) == [0x65, 0x301, 0x302])
        #expect(grid[1, 0].text == "x")
    }

    @Test func nothingAStrangerWroteControlsTheTerminal() {
        var grid = Grid(size: Size(columns: 12, rows: 1))
        grid.write("a\u{1B}[31m\u{202E}b\u{9B}\r\n\u{200D}c\u{FE0F}", at: Position(column: 0, row: 0), style: .plain)
        #expect(grid.lines == ["a[31mbc"])
    }

    @Test func flagsBecomeLetters() {
        var grid = Grid(size: Size(columns: 4, rows: 1))
        grid.write("🇩🇪!", at: Position(column: 0, row: 0), style: .plain)
        #expect(grid.lines == ["DE!"])
    }

    @Test func megabytesWithoutColumnsAreNotWalked() {
        var grid = Grid(size: Size(columns: 10, rows: 1))
        let hidden = String(repeating: "\u{200B}", count: 1_000_000)
        grid.write("a" + hidden + "b", at: Position(column: 0, row: 0), style: .plain)
        #expect(grid.lines == ["a"])
    }

    @Test func restylingKeepsTheText() {
        var grid = Grid(size: Size(columns: 4, rows: 2))
        grid.write("abcd", at: Position(column: 0, row: 0), style: red)
        grid.restyle(Rect(column: 1, row: 0, width: 2, height: 9), with: blue)
        #expect(grid.lines == ["abcd", ""])
        #expect(grid[0, 0].style == red)
        #expect(grid[1, 0].style == red.overlaid(with: blue))
        #expect(grid[1, 1].style == blue)
        #expect(grid[3, 1].style == .plain)
    }

    @Test func aGridOfNegativeSizeIsEmpty() {
        var grid = Grid(size: Size(columns: -1, rows: 3))
        grid.write("x", at: Position(column: 0, row: 0), style: .plain)
        grid.fill(grid.bounds, style: red)
        #expect(grid.cells.isEmpty)
    }
}

@Suite struct FewestStylesTests {
    private let red = Style(foreground: .palette(1))
    private static let muted = Style(foreground: .palette(8))
    private static let selected = Style(background: .palette(4), attributes: .bold)

    private func styles(_ spans: [(text: String, style: Style)]) -> [Style] {
        var grid = Grid(size: Size(columns: spans.reduce(0) { $0 + $1.text.count }, rows: 1))
        var column = 0
        for span in spans {
            column += grid.write(span.text, at: Position(column: column, row: 0), style: span.style)
        }
        return Cell.fewestStyles(grid.row(0))
    }

    @Test func blanksGoAlongWithTheWordBehindThem() {
        #expect(
            styles([("ab", red), ("  ", .plain), ("c", Self.muted)]) == [red, red]
                + Array(repeating: Self.muted, count: 3))
    }

    @Test func blanksAtTheEndGoAlongWithTheLastWord() {
        #expect(styles([("a", red), ("  ", .plain)]) == [red, red, red])
    }

    @Test func blanksKeepTheirBackground() {
        #expect(styles([("a", red), (" ", Self.selected), ("b", red)]) == [red, Self.selected, red])
    }

    @Test(arguments: [Style(attributes: .underline), Style(attributes: .reverse)])
    func blanksThatAreSeenKeepTheirStyle(_ seen: Style) {
        #expect(styles([(" ", seen), ("b", red)]) == [seen, red])
        #expect(styles([(" ", red), ("b", seen)]) == [red, seen])
    }

    @Test func aRowOfBlanksStaysAsItIs() {
        #expect(styles([("  ", red)]) == [red, red])
    }
}
