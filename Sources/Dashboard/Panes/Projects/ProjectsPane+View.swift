import Northflank
import TerminalUI

extension ProjectsPane {
    static func columns(_ state: State) -> [TableColumn] {
        [
            .init(.flexible(minimum: 10), title: SortColumn.name.title),
            .init(.fitting(maximum: 9), alignment: .right, priority: 1, title: SortColumn.services.title),
        ]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        switch row {
        case .project(let id):
            let name = state.account.project(id)?.name ?? id.rawValue
            return line([Span(name, .text)], state.tallies[id] ?? Tally(), state)
        default: return line([Span("All projects", .heading)], state.tally(of: nil), state)
        }
    }

    private static func line(_ name: [Span], _ tally: Tally, _ state: State) -> TableLine {
        let health = tally.health
        let mark = health.map { Span(state.symbol($0), $0.role) } ?? Span(state.appearance.symbols.ellipsis, .muted)
        return [[mark, Span(" ", .text)] + name, counts(tally, state)]
    }

    /// What fails, what is under way, and how many services there are.
    private static func counts(_ tally: Tally, _ state: State) -> [Span] {
        var spans: [Span] = []
        if tally.failing > 0 { spans.append(Span("\(state.symbol(.failing))\(tally.failing) ", .failing)) }
        if tally.active > 0 { spans.append(Span("\(state.symbol(.active))\(tally.active) ", .active)) }
        if let services = tally.services { spans.append(Span("\(services)", .muted)) }
        return spans
    }
}
