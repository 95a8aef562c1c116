extension State {
    var hasMarks: Bool { marks[focus]?.isEmpty == false }

    /// The focused pane's marked rows, in their order, those that a filter hides too.
    var markedRows: [RowID] {
        guard let marked = marks[focus], !marked.isEmpty else { return [] }
        return (sources[focus]?.rows ?? []).filter(marked.contains)
    }

    /// Marks the selected row, or takes that back, and goes on to the next.
    mutating func toggleMark() -> [Effect] {
        guard let row = selectedRow else { return [] }
        marks[focus, default: []].formSymmetricDifference([row])
        return perform(.moveDown)
    }

    /// What is gone is no longer marked.
    mutating func pruneMarks(_ pane: Pane) {
        guard let marked = marks[pane], !marked.isEmpty else { return }
        marks[pane] = marked.intersection(sources[pane]?.rows ?? [])
    }
}
