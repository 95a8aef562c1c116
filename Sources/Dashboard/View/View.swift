import Northflank
public import TerminalUI

extension State {
    /// The one function that draws the state.
    public func view() -> Frame { picture().frame }

    /// The state's frame.
    /// - Parameter last: what was drawn last, whose panes are taken over where they would look the same.
    public func picture(after last: Picture? = nil) -> Picture {
        var canvas = Canvas(size: size, theme: appearance.theme, symbols: appearance.symbols)
        let layout = self.layout
        guard layout.form != .tooSmall else {
            drawTooSmall(&canvas)
            return Picture(frame: Frame(grid: canvas.grid, mouse: usesMouse))
        }
        drawHeader(&canvas, layout.header)
        if let page {
            drawPage(&canvas, page, layout)
        } else {
            drawPanes(&canvas, layout, last)
        }
        drawStatus(&canvas, layout.status)
        drawFooter(&canvas, layout.footer)
        drawToasts(&canvas, above: layout.status.row)
        drawOverlay(&canvas)
        let frame = Frame(grid: canvas.grid, cursor: canvas.cursor, mouse: usesMouse, link: canvas.link)
        return Picture(frame: frame, panes: panesInSight(layout))
    }

    private func drawPanes(_ canvas: inout Canvas, _ layout: Layout, _ last: Picture?) {
        if let tabs = layout.tabs { drawTabs(&canvas, tabs) }
        for pane in Pane.allCases {
            guard let area = layout.panes[pane] else { continue }
            if let last, last.holds(pane, self) {
                canvas.grid.copy(area, from: last.frame.grid)
            } else {
                drawPane(&canvas, pane, area)
            }
        }
    }

    private func drawTooSmall(_ canvas: inout Canvas) {
        let need = "Northwatch needs \(Layout.smallest.columns)x\(Layout.smallest.rows)"
        canvas.write([Span(need, .warning)], in: Rect(column: 0, row: size.rows / 2, width: size.columns, height: 1))
    }
}
