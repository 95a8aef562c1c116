import Northflank
import TerminalUI

extension State {
    func drawPage(_ canvas: inout Canvas, _ page: Page, _ layout: Layout) {
        switch page {
        case .problems: drawProblems(&canvas, layout)
        case .timeline: drawTimeline(&canvas, layout)
        case .budget(let scroll): drawBudget(&canvas, scroll, layout)
        case .details(let row, let scroll): drawDetails(&canvas, row, scroll, layout)
        case .log(let source): drawLog(&canvas, source, layout)
        case .json(let row): drawDocument(&canvas, row, layout)
        }
    }

    /// A page's frame, or its title alone where there is no room for a frame.
    /// - Returns: the area inside.
    func pageFrame(
        _ canvas: inout Canvas, title: [Span], right: [Span] = [], bottom: [Span] = [], _ layout: Layout
    ) -> Rect {
        guard layout.form == .condensed else {
            return Box(title: title, right: right, bottom: bottom, border: .borderFocused)
                .draw(on: &canvas, in: layout.body)
        }
        let (top, rest) = layout.body.splitRows(at: 1)
        canvas.write((title + [Span("  ", .text)] + right).cut(to: top.width, canvas.symbols), in: top)
        return rest
    }

    /// A list's rows, the selected one marked.
    func drawList<Row>(
        _ canvas: inout Canvas, _ list: SelectableList<Row>, _ columns: [TableColumn], in area: Rect,
        line: (Row) -> TableLine
    ) {
        let lines = list.visible(height: area.height).map(line)
        let table = Table(columns: columns, lines: lines, width: area.width - 1)
        let highlight = RowFilter(list.filter).highlight
        for (offset, line) in lines.enumerated() {
            let row = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            table.draw(line, on: &canvas, in: row, highlight: highlight)
            if list.top + offset == list.index { canvas.grid.restyle(row, with: canvas.theme[.selection]) }
        }
    }

    /// `Problems (3/12) /web`
    func listTitle<Row>(_ title: String, _ list: SelectableList<Row>) -> [Span] {
        let count = list.filter.isEmpty ? "\(list.unfilteredCount)" : "\(list.rows.count)/\(list.unfilteredCount)"
        let filter = list.filter.isEmpty ? [] : [Span(" /\(list.filter)", .match)]
        return [Span(title, .titleFocused), Span(" (\(count))", .muted)] + filter
    }
}
