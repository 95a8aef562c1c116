import Northflank
import TerminalUI

// Keeps the rows of each pane in step with the account, the scope, the order and the filters.

/// A pane's rows before its filter, and what they are found by once somebody looks for something.
struct RowSource: Hashable {
    var rows: [RowID] = []
    var texts: SearchTexts?
}

extension State {
    /// Makes the rows anew where the account has changed under them.
    mutating func refreshRows() {
        if !stalePanes.isEmpty { reorderRows(stalePanes) }
        stalePanes = []
        guard !changedFeeds.isEmpty else { return }
        problems.update(changedFeeds, account, now: now)
        refreshPalette(after: changedFeeds)
        changedFeeds = []
        rebuildPage()
    }

    /// Makes the rows of these panes anew, since what is in them or their order has changed.
    mutating func reorderRows(_ panes: Set<Pane>) {
        for pane in panes { wideSources[pane] = nil }
        rebuildRows(panes)
    }

    /// Puts the rows of a selection into a pane and those behind it.
    mutating func rebuildRows(from first: Pane) {
        rebuildRows(Set(Pane.allCases.filter { $0.rawValue >= first.rawValue }))
    }

    /// In this order: each pane may depend on the selection of those before it, and of nothing after it.
    private mutating func rebuildRows(_ panes: Set<Pane>) {
        let layout = self.layout
        for pane in Pane.allCases where panes.contains(pane) {
            sources[pane] = source(of: pane)
            pruneMarks(pane)
            filterRows(pane, layout)
        }
    }

    /// What all projects hold may be thousands of rows in an order of their own: it is kept while it holds.
    private mutating func source(of pane: Pane) -> RowSource {
        guard scope == nil else { return RowSource(rows: pane.content.rows(self, pane)) }
        if let known = wideSources[pane] { return known }
        let source = RowSource(rows: pane.content.rows(self, pane))
        wideSources[pane] = source
        return source
    }

    /// Shows those of a pane's rows that its filter lets through.
    mutating func filterRows(_ pane: Pane) { filterRows(pane, layout) }

    private mutating func filterRows(_ pane: Pane, _ layout: Layout) {
        let filter = RowFilter(list(pane).filter)
        if !filter.isEmpty { describeRows(pane) }
        let source = sources[pane] ?? RowSource()
        var kept = source.rows
        if !filter.isEmpty, let texts = source.texts {
            kept = withHeads(filter.kept(in: texts).map { source.rows[$0] })
            // It stays whatever the filter is.
            if source.rows.first == .allProjects, kept.first != .allProjects { kept.insert(.allProjects, at: 0) }
        }
        lists[pane, default: ListState()]
            .replace(
                kept, unfilteredCount: source.rows.count, height: layout.listHeight(pane), isFocused: pane == focus)
    }

    /// A run or a backup means nothing without its job or addon above it.
    private func withHeads(_ rows: [RowID]) -> [RowID] {
        guard rows.contains(where: { $0.head != nil }) else { return rows }
        var last: RowID?
        return rows.flatMap { row -> [RowID] in
            guard let head = row.head else {
                last = row
                return [row]
            }
            defer { last = head }
            return head == last ? [row] : [head, row]
        }
    }

    private mutating func describeRows(_ pane: Pane) {
        guard let source = sources[pane], source.texts == nil else { return }
        var texts = SearchTexts()
        for row in source.rows {
            pane.content.describe(row, self, &texts)
            texts.endItem()
        }
        sources[pane]?.texts = texts
        if scope == nil { wideSources[pane]?.texts = texts }
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
