import TerminalUI

extension State {
    /// Columns that a page's lines have: a frame and a space at both sides, or all.
    func detailWidth(_ layout: Layout) -> Int { layout.body.width - (layout.form == .condensed ? 1 : 4) }

    /// Lines of a thing's page.
    func detailHeight(_ row: RowID) -> Int {
        let width = detailWidth(layout)
        return detailPage(row, width: DetailPage.columnWidth(width)).lines(width: width).count
    }

    func drawDetails(_ canvas: inout Canvas, _ row: RowID, _ scroll: Int, _ layout: Layout) {
        let width = detailWidth(layout)
        let page = detailPage(row, width: DetailPage.columnWidth(width))
        let lines = page.lines(width: width)
        let height = layout.pageHeight
        let top = min(scroll, max(0, lines.count - height))
        let place = lines.count > height ? [Span("\(min(top + height, lines.count))/\(lines.count)", .muted)] : []
        let area = pageFrame(&canvas, title: page.title, right: ages(of: row), bottom: place, layout)
            .inset(columns: layout.form == .condensed ? 0 : 1, rows: 0)
        for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            canvas.write(line, in: Rect(column: area.column, row: area.row + offset, width: area.width, height: 1))
        }
    }

    /// How old what the page shows is.
    private func ages(of row: RowID) -> [Span] {
        Freshness(feeds(of: row).union(detailFeeds), self).spans(self)
    }
}
