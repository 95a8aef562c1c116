import Northflank

// Keeps the rows of each pane in step with the account, the scope and the filters.

extension State {
    /// Makes the rows anew if the account has changed under them.
    mutating func refreshRows() {
        if rowsAreStale { rebuildRows() }
    }

    /// Makes the rows of a pane and of those after it anew. In this order: each pane may depend on the selection of
    /// those before it, and of nothing after it.
    mutating func rebuildRows(from first: Pane = .projects) {
        if first == .projects { rowsAreStale = false }
        let layout = self.layout
        for pane in Pane.allCases where pane.rawValue >= first.rawValue { rebuildRows(pane, layout) }
    }

    private mutating func rebuildRows(_ pane: Pane, _ layout: Layout) {
        let all = pane.content.rows(self)
        let filter = RowFilter(list(pane).filter)
        let kept = filter.isEmpty ? all : all.filter { keeps($0, filter, pane) }
        lists[pane, default: ListState()]
            .replace(
                kept, unfilteredCount: all.count, height: layout.listHeight(pane), isFocused: pane == focus)
    }

    /// *All projects* and the like stay whatever the filter is.
    private func keeps(_ row: RowID, _ filter: RowFilter, _ pane: Pane) -> Bool {
        row == .allProjects || filter.matches(pane.content.words(row, self))
    }

    /// After the room for the panes changed.
    mutating func keepSelectionsVisible() {
        let layout = self.layout
        for pane in Pane.allCases {
            lists[pane, default: ListState()].keepVisible(height: layout.listHeight(pane))
        }
        lists[focus]?.pin()
    }
}
