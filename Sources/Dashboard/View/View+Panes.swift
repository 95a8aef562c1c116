import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    func drawPane(_ canvas: inout Canvas, _ pane: Pane, _ area: Rect) {
        let isFocused = pane == focus
        let list = list(pane)
        let freshness = Freshness(pane, self)
        let layout = self.layout
        if layout.form == .condensed {
            let title = titleSpans(pane, list, isFocused) + [Span("  ", .text)] + freshness.spans(self)
            canvas.write(title, in: area.splitRows(at: 1).top)
        } else {
            Box(
                title: titleSpans(pane, list, isFocused), right: freshness.spans(self),
                bottom: positionSpans(list, height: layout.listHeight(pane)),
                border: isFocused ? .borderFocused : .border
            ).draw(on: &canvas, in: area)
        }
        drawRows(&canvas, pane, list, layout)
    }

    private func titleSpans(_ pane: Pane, _ list: ListState, _ isFocused: Bool) -> [Span] {
        let role: Role = isFocused ? .titleFocused : .title
        var spans = keymap.keyName(for: .focus(pane)).map { [Span("\($0) ", .key)] } ?? []
        spans.append(Span(pane.title, role))
        if let subject = pane.content.subject(self) { spans.append(Span(" of \(subject)", .muted)) }
        let count = pane == .projects ? account.projects.count : list.unfilteredCount
        spans.append(Span(" (\(list.filter.isEmpty ? "\(count)" : "\(list.rows.count)/\(count)"))", .muted))
        if !list.filter.isEmpty { spans.append(Span(" /\(list.filter)", .match)) }
        if let sort = sorts[pane], layout.heading(pane) == nil {
            spans.append(Span(" \(arrow(sort))\(sort.column.title.lowercased())", .heading))
        }
        if let marked = marks[pane]?.count, marked > 0 {
            spans.append(Span(" \(appearance.symbols.marked)\(marked) marked", .heading))
        }
        return spans
    }

    /// `12/250`, where not all rows can be seen.
    private func positionSpans(_ list: ListState, height: Int) -> [Span] {
        guard list.rows.count > height, !list.rows.isEmpty else { return [] }
        return [Span("\(list.index + 1)/\(list.rows.count)", .muted)]
    }

    private func drawRows(_ canvas: inout Canvas, _ pane: Pane, _ list: ListState, _ layout: Layout) {
        guard let area = layout.listArea(pane) else { return }
        guard !list.rows.isEmpty else { return drawEmpty(&canvas, pane, list, area) }
        let rows = list.visible(height: area.height)
        let lines = rows.map { pane.content.line($0, self) }
        let (table, heading) = table(pane, lines, layout, width: area.width)
        if let row = layout.heading(pane) {
            table.drawHeading(heading, on: &canvas, in: row.splitColumns(at: 1).rest)
        }
        let highlight = RowFilter(list.filter).highlight
        for (offset, line) in lines.enumerated() {
            let row = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            let id = rows[rows.startIndex + offset]
            canvas.write([gutter(id, pane)], in: row)
            table.draw(
                line, on: &canvas, in: row.splitColumns(at: 1).rest, over: account.feed(id.feed).isOld ? .stale : nil,
                highlight: highlight)
            drawBell(&canvas, id, row)
            if list.top + offset == list.index {
                let role: Role = pane == focus ? .selection : .selectionUnfocused
                canvas.grid.restyle(row, with: canvas.theme[role])
            }
        }
    }

    /// At the edge, where no column reaches.
    private func drawBell(_ canvas: inout Canvas, _ id: RowID, _ row: Rect) {
        guard !awaited.isEmpty, let subject = id.waitable, awaited.contains(subject) else { return }
        let place = Rect(column: row.maxColumn - 1, row: row.row, width: 1, height: 1)
        canvas.write([Span(appearance.symbols.bell, .key)], in: place)
    }

    /// A pane's columns, fitted to the rows in sight.
    private func table(
        _ pane: Pane, _ lines: [TableLine], _ layout: Layout, width: Int
    ) -> (table: Table, heading: TableLine) {
        let columns = pane.content.columns(self)
        let heading = columns.map { headingCell($0.title, pane) }
        // Beside the gutter there is a margin at the right, but in a narrow pane each column counts.
        let table = Table(
            columns: columns, lines: lines, heading: layout.heading(pane) == nil ? [] : heading,
            width: width - (width < 60 ? 1 : 2))
        return (table, heading)
    }

    /// The column whose heading stands at a place, where rows can be sorted by it.
    func sortColumn(at position: Position, in pane: Pane, _ layout: Layout) -> SortColumn? {
        guard let row = layout.heading(pane), row.contains(position), let area = layout.listArea(pane) else {
            return nil
        }
        let lines = list(pane).visible(height: area.height).map { pane.content.line($0, self) }
        let (table, _) = table(pane, lines, layout, width: area.width)
        guard let index = table.column(at: position.column - row.column - 1) else { return nil }
        let title = pane.content.columns(self)[index].title
        return pane.content.sortColumns.first { $0.title == title }
    }

    /// A column's name, and which way it is sorted.
    private func headingCell(_ title: String, _ pane: Pane) -> [Span] {
        guard let sort = sorts[pane], sort.column.title == title else { return [Span(title, .muted)] }
        return [Span("\(title) \(arrow(sort))", .heading)]
    }

    /// What stands before a row: whether it is marked, or a favourite.
    private func gutter(_ row: RowID, _ pane: Pane) -> Span {
        if marks[pane]?.contains(row) == true { return Span(appearance.symbols.marked, .key) }
        return isFavourite(row) ? Span(appearance.symbols.favourite, .warning) : Span(" ", .text)
    }

    private func drawEmpty(_ canvas: inout Canvas, _ pane: Pane, _ list: ListState, _ area: Rect) {
        // Without the projects nobody knows what else there is.
        let feeds = [.projects] + pane.content.feeds(self)
        let text: String
        if !list.filter.isEmpty {
            text = "Nothing matches \(list.filter)"
        } else if let failure = feeds.lazy.compactMap({ account.feed($0).failure }).first {
            text = "\(failure.error)" + (failure.error.remedy.map { "; \($0)" } ?? "")
        } else if feeds.contains(where: { account.feed($0).receivedAt == nil }) {
            text = "Reading\(appearance.symbols.ellipsis)"
        } else {
            text = pane.content.emptyText(self) + (pane == focus ? addHint : "")
        }
        canvas.paragraph(text, .muted, in: area.inset(columns: 1, rows: 0))
    }
}

extension State {
    /// How the focused pane gets its first row.
    private var addHint: String {
        guard availability(of: .add) == .enabled, let key = keymap.keyName(for: .add) else { return "" }
        return " \(key) adds one."
    }
}

/// How old what a pane shows is, and what is wrong with it.
struct Freshness {
    private let oldest: Date?
    private let missing: Int
    private let total: Int
    private let isAwaited: Bool
    private let failure: FeedState.Failure?
    /// Whether some of it is known from an earlier start only.
    private let isRemembered: Bool

    init(_ pane: Pane, _ state: State) { self.init(pane.content.feeds(state), state) }

    init(_ feeds: some Sequence<Feed>, _ state: State) {
        isAwaited = state.awaits(anyOf: feeds)
        let feeds = feeds.map { state.account.feed($0) }
        total = feeds.count
        missing = feeds.count { $0.receivedAt == nil }
        oldest = feeds.compactMap(\.receivedAt).min()
        failure = feeds.lazy.compactMap(\.failure).first
        isRemembered = feeds.contains { $0.source == .remembered && $0.receivedAt != nil }
    }

    func spans(_ state: State) -> [Span] {
        var spans: [Span] = []
        if let failure {
            let retry = failure.retryAt.map {
                ", again in \(RelativeTime.duration(max(0, $0.timeIntervalSince(state.now))))"
            }
            spans.append(Span("\(state.symbol(.warning)) stale\(retry ?? "") ", .warning))
        }
        if missing > 0, total > 1, missing < total {
            spans.append(Span("\(missing) of \(total) not read yet ", .muted))
        }
        if isRemembered, failure == nil { spans.append(Span("remembered ", .warning)) }
        if isAwaited { spans.append(Span("\(state.spinner) ", .active)) }
        if let oldest { spans.append(Span(state.ago(oldest), .muted)) }
        return spans
    }
}
