import TerminalUI
import Testing

struct TableTests {
    private let columns: [TableColumn] = [
        .init(.fixed(1)), .init(.flexible(minimum: 8)), .init(.fitting(maximum: 10), priority: 2),
        .init(.fitting(maximum: 7), alignment: .right, priority: 1),
    ]

    private let lines: [TableLine] = [
        [
            [Span("✗", .failing)], [Span("api-gateway", .text)], [Span("build failed", .failing)],
            [Span("12s ago", .muted)],
        ],
        [[Span("●", .healthy)], [Span("worker", .text)], [Span("running", .healthy)], [Span("3h ago", .muted)]],
    ]

    private func draw(_ columns: [TableColumn], _ lines: [TableLine], width: Int) -> [String] {
        var canvas = Canvas(size: Size(columns: width, rows: lines.count), theme: .monochrome, symbols: .unicode)
        let table = Table(columns: columns, lines: lines, width: width)
        for (row, line) in lines.enumerated() {
            table.draw(line, on: &canvas, in: Rect(column: 0, row: row, width: width, height: 1))
        }
        return canvas.grid.lines
    }

    @Test func theFlexibleColumnTakesWhatTheOthersLeave() {
        #expect(
            draw(columns, lines, width: 44) == [
                "✗  api-gateway         build failed  12s ago",
                "●  worker              running        3h ago",
            ])
    }

    @Test func columnsAreCutBeforeOneVanishes() {
        #expect(
            draw(columns, lines, width: 32) == [
                "✗  api-…way  build…iled  12s ago",
                "●  worker    running      3h ago",
            ])
    }

    @Test func columnsVanishByPriority() {
        #expect(
            draw(columns, lines, width: 24) == [
                "✗  api-gateway   12s ago",
                "●  worker         3h ago",
            ])
        #expect(draw(columns, lines, width: 16) == ["✗  api-gateway", "●  worker"])
    }

    @Test func whatStaysIsCutToAnyRoom() {
        #expect(draw(columns, lines, width: 9) == ["✗  api…ay", "●  worker"])
        for width in 0..<60 {
            let table = Table(columns: columns, lines: lines, width: width)
            let shown = table.widths.filter { $0 > 0 }
            #expect(shown.reduce(0, +) + 2 * max(0, shown.count - 1) <= width, "width \(width)")
            #expect(draw(columns, lines, width: width).allSatisfy { CharacterWidth.columns($0) <= width })
        }
    }

    @Test func aColumnThatHoldsNothingTakesNoRoom() {
        let lines: [TableLine] = [[[Span("●", .healthy)], [Span("worker", .text)], [], [Span("3h ago", .muted)]]]
        #expect(draw(columns, lines, width: 24) == ["●  worker         3h ago"])
        #expect(Table(columns: columns, lines: lines, width: 24).widths[2] == 0)
        #expect(Table(columns: columns, lines: [], width: 24).widths == [0, 0, 0, 0])
    }

    @Test func aLineMayHaveFewerCellsThanThereAreColumns() {
        #expect(draw(columns, [lines[0], [[Span("?", .unknown)]]], width: 44)[1] == "?")
    }

    @Test func aLongNameAmongOtherWordsIsCutInItsMiddle() {
        let columns: [TableColumn] = [.init(.flexible(minimum: 10))]
        let line: TableLine = [
            [Span("▸ ", .muted), Span("nightly-report-production", .heading), Span(" cron", .muted)]
        ]
        #expect(draw(columns, [line], width: 20) == ["▸ nightl…uction cron"])
    }

    @Test func wideCharactersNeverStickOut() {
        let columns: [TableColumn] = [.init(.flexible(minimum: 4)), .init(.fitting(maximum: 5))]
        let lines: [TableLine] = [[[Span("日本語のサービス", .text)], [Span("状態状態", .text)]]]
        for width in 1..<30 {
            #expect(draw(columns, lines, width: width).allSatisfy { CharacterWidth.columns($0) <= width })
        }
    }

    private func headed(_ heading: TableLine, width: Int) -> [String] {
        var canvas = Canvas(size: Size(columns: width, rows: 3), theme: .monochrome, symbols: .unicode)
        let table = Table(columns: columns, lines: lines, heading: heading, width: width)
        table.drawHeading(heading, on: &canvas, in: Rect(column: 0, row: 0, width: width, height: 1))
        for (row, line) in lines.enumerated() {
            table.draw(line, on: &canvas, in: Rect(column: 0, row: row + 1, width: width, height: 1))
        }
        return canvas.grid.lines
    }

    private let heading: TableLine = [
        [], [Span("Name", .muted)], [Span("Deployment status", .muted)], [Span("Age", .muted)],
    ]

    @Test func aHeadingWidensAColumnWhereThereIsRoom() {
        #expect(
            headed(heading, width: 48) == [
                "   Name               Deployment status      Age",
                "✗  api-gateway        build failed       12s ago",
                "●  worker             running             3h ago",
            ])
    }

    @Test func noNameIsCutForAHeading() {
        #expect(
            headed(heading, width: 37) == [
                "   Name                           Age",
                "✗  api-gateway  build failed  12s ago",
                "●  worker       running        3h ago",
            ])
    }
}
