import Northflank
import TerminalUI

extension State {
    /// The journal, newest first: when, what, what became of it, and who.
    func historyLines(_ entries: [JournalEntry]?) -> [[Span]] {
        guard let entries else { return [[Span("Reading\(appearance.symbols.ellipsis)", .muted)]] }
        guard !entries.isEmpty else { return [[Span("Nothing was started from here yet.", .muted)]] }
        let width = entries.map { [Span($0.title, .text)].columns }.max() ?? 0
        return entries.map { entry in
            [
                Span("\(CivilTime(entry.intendedAt).toTheMinute)  ", .muted),
                Span("\(entry.title.padding(to: width))  ", .text),
                Span("\(symbol(entry.health)) \(entry.outcomeWords)", entry.health.role),
                Span(entry.item.map { " as \($0)" } ?? "", .text), Span("  by \(entry.by)", .muted),
                Span(entry.detail.map { "  \($0)" } ?? "", .muted),
            ]
        }
    }
}

extension JournalEntry {
    fileprivate var health: Health {
        switch outcome {
        case .accepted, .found: .healthy
        case .refused, .notFound: .warning
        case .unknown: .failing
        case nil: .active
        }
    }
}
