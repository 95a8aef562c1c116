import TerminalUI
import Testing

@testable import TestSupport

struct GridPictureTests {
    private let theme = Theme(
        name: "test",
        styles: [
            .text: .plain, .failing: Style(foreground: .rgb(red: 247, green: 9, blue: 142), attributes: .bold),
            .selection: Style(background: .palette(4)),
        ])

    private var grid: Grid {
        var grid = Grid(size: Size(columns: 10, rows: 3))
        grid.write("✗ ", at: Position(column: 0, row: 0), style: theme[.failing])
        grid.write("日本", at: Position(column: 2, row: 0), style: .plain)
        grid.write("next", at: Position(column: 0, row: 2), style: .plain)
        grid.restyle(Rect(column: 0, row: 2, width: 10, height: 1), with: theme[.selection])
        return grid
    }

    @Test func aPictureReadsLikeTheScreen() {
        #expect(GridPicture(grid).description == "✗ 日本\n\nnext\n")
    }

    @Test func stylesAreLettersWithALegend() {
        let picture = GridPicture(grid, theme: theme)
        #expect(picture.styles == ["aa", "", "bbbbbbbbbb"])
        #expect(picture.legend == ["a #f7098e bold (failing)", "b default on blue (selection)"])
        #expect(
            picture.description
                == """
                ✗ 日本

                next

                Styles:
                aa

                bbbbbbbbbb

                a #f7098e bold (failing)
                b default on blue (selection)

                """)
    }

    @Test func aDifferenceTellsTheLines() {
        #expect(difference(from: "a\nb\n", to: "a\nb\n") == nil)
        #expect(difference(from: "a\nb\nc\n", to: "a\nx\nc\n") == "2   -b\n2   +x")
        #expect(difference(from: "a\n", to: "a\nb\n") == "2   -\n2   +b\n3   +")
    }

    @Test func aPictureIsComparedWithItsFile() {
        expectPicture(grid, named: "grid-picture", theme: theme)
    }

    @Test func aPictureThatDiffersOrIsMissingFails() {
        withKnownIssue { expectPicture(Grid(size: Size(columns: 10, rows: 3)), named: "grid-picture") }
        withKnownIssue { expectPicture(grid, named: "there-is-no-such-picture") }
    }
}
