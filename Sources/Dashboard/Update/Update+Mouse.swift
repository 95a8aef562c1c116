import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A click on a row, to know the second of two by: it is at the same place, whatever stands there by then.
struct Click: Hashable {
    var position: Position
    var at: Date
}

extension State {
    /// Two clicks on a row within so many seconds open it.
    private static let doubleClick: Double = 0.4

    /// Rows that one step of the wheel scrolls.
    private static let wheelStep = 3

    mutating func handle(_ mouse: Mouse) -> [Effect] {
        guard usesMouse else { return [] }
        switch mouse.kind {
        case .press: return click(at: mouse.position)
        case .wheelDown: return scroll(Self.wheelStep, at: mouse.position)
        case .wheelUp: return scroll(-Self.wheelStep, at: mouse.position)
        case .release, .drag: return []
        }
    }

    private mutating func click(at position: Position) -> [Effect] {
        if case .palette(let palette) = overlay { return click(at: position, in: palette) }
        guard overlay == nil else { return [] }
        if isOnGauge(position) { return toggleBudget() }
        guard page == nil else { return [] }
        isFiltering = false
        let first = lastClick
        lastClick = nil
        if let first, first.position == position, now.timeIntervalSince(first.at) <= Self.doubleClick { return open() }
        if let pane = tab(at: position) { return go(to: pane) }
        let layout = self.layout
        guard let pane = pane(at: position, layout) else { return [] }
        // The focus may give the pane another place: what is meant is what is under the pointer now.
        let row = row(at: position, in: pane, layout)
        let column = sortColumn(at: position, in: pane, layout)
        let effects = go(to: pane)
        if let column { return effects + sort(by: column) }
        guard let row else { return effects }
        let height = self.layout.listHeight(pane)
        changeList(pane) { $0.select(row, height: height) }
        lastClick = Click(position: position, at: now)
        return effects
    }

    private mutating func click(at position: Position, in palette: Palette) -> [Effect] {
        let list = paletteArea.splitRows(at: 1).rest
        guard list.contains(position) else { return [] }
        var palette = palette
        let index = paletteTop(palette) + position.row - list.row
        guard palette.found.indices.contains(index) else { return [] }
        palette.select(index)
        return choose(palette.target)
    }

    private mutating func scroll(_ rows: Int, at position: Position) -> [Effect] {
        switch overlay {
        case .help, .history, .palette, .sort, .menu:
            return (0..<abs(rows)).flatMap { _ in handleInOverlay(Key(rows > 0 ? .down : .up)) }
        case .confirmation, .refreshEverything, .draft, .web: return []
        case nil: break
        }
        if page != nil {
            move(by: rows)
            return []
        }
        let layout = self.layout
        guard let pane = pane(at: position, layout) else { return [] }
        changeList(pane) { $0.scroll(by: rows, height: layout.listHeight(pane)) }
        return []
    }

    private func pane(at position: Position, _ layout: Layout) -> Pane? {
        layout.panes.first { $0.value.contains(position) }?.key
    }

    private func row(at position: Position, in pane: Pane, _ layout: Layout) -> RowID? {
        let visible = list(pane).visible(height: layout.listHeight(pane))
        guard let area = layout.listArea(pane), area.contains(position) else { return nil }
        let index = visible.startIndex + position.row - area.row
        return visible.indices.contains(index) ? visible[index] : nil
    }

    private func tab(at position: Position) -> Pane? {
        guard let area = layout.tabs, area.contains(position) else { return nil }
        var column = area.column
        for pane in Pane.allCases {
            column += tabSpans(pane).columns
            if position.column < column { return pane }
        }
        return nil
    }
}
