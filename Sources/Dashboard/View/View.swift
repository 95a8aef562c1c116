import Northflank
public import TerminalUI

extension State {
    /// The one function that draws the state.
    public func view() -> Frame {
        var canvas = Canvas(size: size, theme: appearance.theme, symbols: appearance.symbols)
        let layout = self.layout
        guard layout.form != .tooSmall else {
            drawTooSmall(&canvas)
            return Frame(grid: canvas.grid, mouse: usesMouse)
        }
        drawHeader(&canvas, layout.header)
        if let page {
            drawPage(&canvas, page, layout)
        } else {
            drawPanes(&canvas, layout)
        }
        drawStatus(&canvas, layout.status)
        drawFooter(&canvas, layout.footer)
        drawToasts(&canvas, above: layout.status.row)
        drawOverlay(&canvas)
        return Frame(grid: canvas.grid, cursor: canvas.cursor, mouse: usesMouse, link: canvas.link)
    }

    private func drawPanes(_ canvas: inout Canvas, _ layout: Layout) {
        if let tabs = layout.tabs { drawTabs(&canvas, tabs) }
        for pane in Pane.allCases {
            if let area = layout.panes[pane] { drawPane(&canvas, pane, area) }
        }
    }

    private func drawTooSmall(_ canvas: inout Canvas) {
        let need = "Northwatch needs \(Layout.smallest.columns)x\(Layout.smallest.rows)"
        canvas.write([Span(need, .warning)], in: Rect(column: 0, row: size.rows / 2, width: size.columns, height: 1))
    }
}
