import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// Whose account, where, how the connection is, what is left of the budget, and the time.
    func drawHeader(_ canvas: inout Canvas, _ area: Rect) {
        canvas.grid.fill(area, style: canvas.theme[.header])
        let right = headerRight(room: area.width)
        let rightWidth = right.columns
        let left = headerLeft(canvas, room: area.width - rightWidth - 2)
        canvas.write(
            left, in: Rect(column: area.column, row: area.row, width: area.width - rightWidth - 1, height: 1),
            over: .header)
        canvas.write(
            right, in: Rect(column: area.maxColumn - rightWidth, row: area.row, width: rightWidth, height: 1),
            over: .header)
    }

    private func headerLeft(_ canvas: Canvas, room: Int) -> [Span] {
        var spans = [Span(" Northwatch ", .headerStrong)]
        if let context = session.context { spans.append(Span("\(context) ", .headerStrong)) }
        if session.readOnly { spans.append(Span("read-only ", .warning)) }
        let connection = connectionSpans
        let place = [Span(session.team ?? "personal account", .header), Span(" \(session.host)  ", .header)]
        let problems = problemSpans(wide: room >= 50)
        let shared = sharers > 0 ? [Span("  shared with \(sharers)", .header)] : []
        let rest = connection + shared + problems
        if spans.columns + place.columns + rest.columns <= room { spans += place }
        return spans + rest
    }

    /// How much is broken, and the key that lists it.
    private func problemSpans(wide: Bool) -> [Span] {
        guard let worst = problems.list.first else { return [] }
        let count = problems.list.count
        guard wide else { return [Span(" \(symbol(worst.health))\(count)", worst.health.role)] }
        let key = keymap.keyName(for: .problems).map { [Span(" \($0)", .key)] } ?? []
        return [Span("  \(symbol(worst.health)) \(count) problem\(count == 1 ? "" : "s")", worst.health.role)] + key
    }

    private var connectionSpans: [Span] {
        switch connection {
        case .connecting: [Span("\(symbol(.active)) connecting", .active)]
        case .live: [Span("\(symbol(.healthy)) live", .healthy)]
        case .lost(let error, let since):
            [Span("\(symbol(.failing)) \(Self.lostWord(error)) for \(elapsed(since: since))", .failing)] + age
        }
    }

    /// How old all of it is, while none of it can be confirmed.
    private var age: [Span] {
        let feed = account.feed(.projects)
        guard feed.source == .remembered, let receivedAt = feed.receivedAt else { return [] }
        return [Span(", as of \(ago(receivedAt))", .warning)]
    }

    private static func lostWord(_ error: APIError) -> String {
        switch error {
        case .unauthorized: "not signed in"
        case .unreachable(.dns, _): "no address"
        case .unreachable(.tls, _): "no secure connection"
        case .unreachable(.timeout, _): "no answer"
        default: "no connection"
        }
    }

    /// Whether the gauge is there.
    func isOnGauge(_ position: Position) -> Bool {
        let area = layout.header
        return area.contains(position) && gauge != nil
            && position.column >= area.maxColumn - headerRight(room: area.width).columns
    }

    private func headerRight(room: Int) -> [Span] {
        var spans: [Span] = []
        if let gauge { spans += budgetSpans(gauge, wide: room >= 100) }
        if room >= 60 { spans.append(Span("  \(CivilTime(clock).timeToTheMinute)Z ", .headerStrong)) }
        return spans
    }

    /// A gauge of what is left of the hour's requests, the reserve in a colour of its own.
    private func budgetSpans(_ budget: Budget, wide: Bool) -> [Span] {
        let remaining = max(0, budget.remaining)
        let number = "\(remaining)/\(budget.limit)"
        let reset = budget.resetsAt.map { RelativeTime.age(max(1, $0.timeIntervalSince(clock))) }
        let role: Role = budget.isLow ? .gaugeLow : .header
        guard wide else { return [Span("\(number) ", role), Span(reset ?? "", .header)] }
        return Gauge(value: remaining, of: budget.limit, mark: budget.reserve, width: 12)
            .spans(appearance.symbols) + [
                Span(" \(number)", role), Span(reset.map { " resets in \($0)" } ?? "", .header),
            ]
    }

    /// Names all panes where not all can be seen.
    func drawTabs(_ canvas: inout Canvas, _ area: Rect) {
        canvas.write(Pane.allCases.flatMap(tabSpans), in: area)
    }

    func tabSpans(_ pane: Pane) -> [Span] {
        var spans = keymap.keyName(for: .focus(pane)).map { [Span(" \($0)", .key)] } ?? []
        spans.append(Span(" \(pane.title)", pane == focus ? .titleFocused : .title))
        let failing = pane == .services ? tally(of: scope).failing : 0
        if failing > 0 { spans.append(Span(" \(symbol(.failing))\(failing)", .failing)) }
        return spans + [Span(" ", .text)]
    }
}
