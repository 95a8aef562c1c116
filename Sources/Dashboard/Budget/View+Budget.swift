import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// Bars are so long at most.
    private static let longestBar = 24

    func drawBudget(_ canvas: inout Canvas, _ scroll: Int, _ layout: Layout) {
        let lines = budgetLines
        let height = layout.pageHeight
        let top = min(scroll, max(0, lines.count - height))
        let place = lines.count > height ? [Span("\(min(top + height, lines.count))/\(lines.count)", .muted)] : []
        let area = pageFrame(&canvas, title: [Span("Budget", .titleFocused)], bottom: place, layout)
            .inset(columns: layout.form == .condensed ? 0 : 1, rows: 0)
        for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            canvas.write(line, in: Rect(column: area.column, row: area.row + offset, width: area.width, height: 1))
        }
    }

    var budgetHeight: Int { budgetLines.count }

    private var budgetLines: [[Span]] {
        let width = detailWidth(layout)
        guard let budget else { return [[Span("Not known before the API's first answer.", .muted)]] }
        let spent = Spending(spending ?? [], of: budget, now: now)
        let room = DetailPage.columnWidth(width)
        let page = DetailPage(
            title: [],
            left: [
                facts(budget, spent, room),
                shares("For what", spent.shares { $0.reason.words }, room),
                shares("By whom", spent.shares(\.by) + others(budget, spent), room),
            ],
            right: [shares("Asked", spent.shares(\.operation), room)])
        return page.lines(width: width)
    }

    private func facts(_ budget: Budget, _ spent: Spending, _ width: Int) -> DetailPage.Section {
        let ours = spent.rate(at: now)
        let gauge = Gauge(
            value: max(0, budget.remaining), of: budget.limit, mark: budget.reserve,
            width: min(Self.longestBar, width / 3))
        let others = max(0, budget.limit - budget.remaining - spent.total)
        let low: Role = budget.remaining <= budget.reserve ? .gaugeLow : .text
        return DetailPage.Section(
            "",
            [
                ("Left", gauge.spans(appearance.symbols) + [Span(" \(budget.remaining) of \(budget.limit)", low)]),
                ("Kept back", [Span("the last \(budget.reserve), for what you do yourself", .text)]),
                ("Reset", budget.resetsAt.map(reset)), ("Paused", budget.paused.map(pause)),
                ("Ours", pace(ours, count: spent.total)), ("Others'", pace(budget.others, count: others)),
                ("Lasts", lasting(budget, at: ours + budget.others)),
            ], width: width, appearance.symbols)
    }

    private func reset(_ date: Date) -> [Span] {
        [
            Span("in \(RelativeTime.duration(max(0, date.timeIntervalSince(now))))", .text),
            Span(" (\(CivilTime(date).time) UTC)", .muted),
        ]
    }

    private func pause(_ pause: Budget.Pause) -> [Span] {
        [Span(pause.reason, .warning)] + (pause.until.map { [Span(", \(remaining(until: $0)) to go", .warning)] } ?? [])
    }

    private func pace(_ rate: Double, count: Int) -> [Span] {
        let perMinute = (rate * 600).rounded() / 10
        return [Span("\(perMinute) a minute", .text), Span(", \(count) of this hour's", .muted)]
    }

    private func lasting(_ budget: Budget, at rate: Double) -> [Span] {
        guard let seconds = budget.lasts(at: rate, now: now) else { return [Span("to the reset", .healthy)] }
        return [Span("\(RelativeTime.duration(seconds)), then only what you do yourself", .warning)]
    }

    /// What is gone and wasn't asked from here.
    private func others(_ budget: Budget, _ spent: Spending) -> [Spending.Share] {
        let count = budget.limit - budget.remaining - spent.total
        return count > 0 ? [(name: "others", count: count)] : []
    }

    private func shares(_ title: String, _ shares: [Spending.Share], _ width: Int) -> DetailPage.Section {
        let all = shares.reduce(0) { $0 + $1.count }
        let most = shares.map(\.count).max() ?? 0
        let name = min(width / 2, shares.map { CharacterWidth.columns(SafeText.line($0.name)) }.max() ?? 0)
        let room = max(4, min(Self.longestBar, width - name - 13))
        let lines = shares.map { share in
            let bar = String(repeating: appearance.symbols.gauge.full, count: max(1, share.count * room / max(1, most)))
            let percent = Int((Double(share.count) / Double(max(1, all)) * 100).rounded())
            return [
                Span(
                    Truncation.middle(share.name, width: name, ellipsis: appearance.symbols.ellipsis).padding(to: name),
                    .text), Span("\(share.count)".leading(5), .heading), Span("\(percent) %".leading(6), .muted),
                Span(" \(bar)", .gaugeFull),
            ]
        }
        return DetailPage.Section(title: title, lines: lines)
    }
}

extension RequestReason {
    /// As the page shows it.
    fileprivate var words: String {
        switch self {
        case .focused: "what you look at"
        case .active: "what is under way"
        case .visible: "what is in sight"
        case .background: "everything else"
        case .action: "what you do"
        case .log: "logs"
        }
    }
}

extension String {
    /// At the right end of so many columns.
    fileprivate func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
