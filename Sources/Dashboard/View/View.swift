import Northflank
public import TerminalUI

extension State {
    /// The one function that draws the state.
    public func view() -> Frame {
        var canvas = Canvas(grid: Grid(size: size, style: appearance.theme[.text]), appearance: appearance)
        let layout = self.layout
        guard layout.form != .tooSmall else {
            drawTooSmall(&canvas)
            return Frame(grid: canvas.grid)
        }
        drawHeader(&canvas, layout.header)
        if let tabs = layout.tabs { drawTabs(&canvas, tabs) }
        for pane in Pane.allCases {
            if let area = layout.panes[pane] { drawPane(&canvas, pane, area, layout.form) }
        }
        drawStatus(&canvas, layout.status)
        drawFooter(&canvas, layout.footer)
        drawToasts(&canvas, above: layout.status.row)
        drawOverlay(&canvas)
        return Frame(grid: canvas.grid, cursor: canvas.cursor)
    }

    private func drawTooSmall(_ canvas: inout Canvas) {
        let need = "Northwatch needs \(Layout.smallest.columns)x\(Layout.smallest.rows)"
        canvas.write([Span(need, .warning)], in: Rect(column: 0, row: size.rows / 2, width: size.columns, height: 1))
    }
}

/// A grid with what it takes to draw on it.
struct Canvas {
    var grid: Grid
    let appearance: Appearance
    /// Where text is being typed.
    var cursor: Position?

    var theme: Theme { appearance.theme }
    var symbols: Symbols { appearance.symbols }
}
