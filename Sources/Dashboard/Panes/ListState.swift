/// A pane's list.
public typealias ListState = SelectableList<RowID>

/// A list: what is in it, which row is selected, and which is at the top.
public struct SelectableList<Row: Hashable & Sendable>: Hashable, Sendable {
    public private(set) var rows: [Row] = []
    public private(set) var selected: Row?
    /// Row number of the selection; 0 in an empty list.
    public private(set) var index = 0
    /// Row number at the top of the pane.
    public private(set) var top = 0
    /// What the rows are filtered by; empty for all.
    public var filter = ""
    /// Whether the selection was made, or at least seen, and so stays on its row.
    private var isPinned = false
    /// How many rows there would be without the filter.
    public private(set) var unfilteredCount = 0

    public init() {}

    /// Takes new rows. The selection stays on its row wherever that is now; where the row is gone, the one that took
    /// its place is selected. The selected row keeps its line on the screen, so that news above it don't move it.
    ///
    /// While nobody has selected anything nor looks at the list, the first row is selected, whichever that is.
    public mutating func replace(_ rows: [Row], unfilteredCount: Int, height: Int, isFocused: Bool = true) {
        if isFocused { pin() }
        let line = index - top
        // What was selected before there was anything to select may still come.
        let isAwaited = rows.isEmpty && self.rows.isEmpty
        self.rows = rows
        self.unfilteredCount = unfilteredCount
        if !isPinned {
            (index, top, selected) = (0, 0, rows.first)
        } else if let selected, let found = rows.firstIndex(of: selected) {
            if found != index, top > 0 || found >= height { top = found - line }
            index = found
        } else {
            index = min(index, max(0, rows.count - 1))
            if !isAwaited { selected = rows.isEmpty ? nil : rows[index] }
        }
        keepVisible(height: height)
    }

    /// Somebody looks at the list: what is selected now stays selected.
    mutating func pin() {
        if !rows.isEmpty { isPinned = true }
    }

    public mutating func select(_ row: Row, height: Int) {
        isPinned = true
        guard let found = rows.firstIndex(of: row) else {
            // It may come with the next rows.
            selected = row
            return
        }
        move(to: found, height: height)
    }

    public mutating func move(by distance: Int, height: Int) { move(to: index + distance, height: height) }

    public mutating func move(to index: Int, height: Int) {
        guard !rows.isEmpty else { return }
        isPinned = true
        self.index = min(max(0, index), rows.count - 1)
        selected = rows[self.index]
        keepVisible(height: height)
    }

    /// Moves what is in sight; the selection goes along only where it would get out of it.
    mutating func scroll(by distance: Int, height: Int) {
        guard !rows.isEmpty, height > 0 else { return }
        top = min(max(0, top + distance), max(0, rows.count - height))
        let kept = min(max(index, top), top + height - 1)
        if kept != index { move(to: kept, height: height) }
    }

    /// Scrolls as little as needed for the selection to be in sight, and never past the end.
    public mutating func keepVisible(height: Int) {
        guard height > 0 else { return }
        if index < top { top = index }
        if index >= top + height { top = index - height + 1 }
        top = min(max(0, top), max(0, rows.count - height))
    }

    /// Rows in sight.
    public func visible(height: Int) -> ArraySlice<Row> {
        guard !rows.isEmpty, height > 0 else { return [] }
        return rows[min(top, rows.count - 1)..<min(rows.count, top + height)]
    }
}
