import Northflank
public import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StatusReport {
    /// The report in lines, for a terminal or for none.
    /// - Parameters:
    ///   - width: The room, in columns.
    ///   - most: How many lines each list may take; what is left out is counted.
    public func lines(_ symbols: Symbols, width: Int, most: Int) -> [[Span]] {
        let broken = Excerpt(problems.map { line($0, symbols) }, most: most)
        let moving = Excerpt(underWay.map { line($0, symbols) }, most: most)
        let table = Table(columns: Self.columns, lines: broken.lines + moving.lines, width: width - 2)
        let rows = [broken, moving].flatMap { excerpt in
            excerpt.lines.map { [Span("  ", .muted)] + table.spans($0, symbols) }
                + (excerpt.left > 0 ? [[Span("  and \(excerpt.left) more", .muted)]] : [])
        }
        // Why a list can't be read is told whole: a terminal wraps it.
        return [headline(symbols).cut(to: width, symbols)] + rows + unreadable.map { unreadableLine($0, symbols) }
            + endLines(symbols).map { $0.cut(to: width, symbols) }
    }

    private static let columns: [TableColumn] = [
        .init(.fitting(maximum: 24), priority: 0), .init(.fitting(maximum: 28), priority: 0),
        .init(.fitting(maximum: 16), priority: 2), .init(.fitting(maximum: 8), priority: 1),
        .init(.flexible(minimum: 12), priority: 3),
    ]

    /// The first lines of a list, and how many there are besides.
    private struct Excerpt {
        var lines: [TableLine]
        var left: Int

        init(_ all: [TableLine], most: Int) {
            lines = all.count > most ? Array(all.prefix(max(0, most - 1))) : all
            left = all.count - lines.count
        }
    }

    private func headline(_ symbols: Symbols) -> [Span] {
        var spans = [verdictSpan(symbols)]
        if !underWay.isEmpty { spans.append(Span(", \(underWay.count) under way", .active)) }
        if let asOf { spans.append(Span(" \(symbols.separator) as of \(ago(asOf))", .muted)) }
        spans.append(Span(" \(symbols.separator) \(extent)", .muted))
        return spans
    }

    private func verdictSpan(_ symbols: Symbols) -> Span {
        switch verdict {
        case .broken: Span("\(symbols.failing) \(problems.count) broken", .failing)
        case .well where unknown.words == nil: Span("\(symbols.healthy) nothing is broken", .healthy)
        case .well: Span("\(symbols.healthy) nothing is broken as far as is known", .healthy)
        case .old: Span("\(symbols.warning) old: \(problems.count) broken when last seen", .warning)
        case .failed, .notAsked: Span("\(symbols.unknown) can't tell", .unknown)
        }
    }

    /// `25 services, 4 jobs and 2 addons in Shop`
    private var extent: String {
        let counts = [
            Self.count(account.allServices.count, "service"), Self.count(account.allJobs.count, "job"),
        ]
        let place =
            account.projects.count == 1 ? account.projects[0].name : Self.count(account.projects.count, "project")
        return counts.joined(separator: ", ") + " and \(Self.count(account.allAddons.count, "addon")) in \(place)"
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    private func line(_ problem: Problem, _ symbols: Symbols) -> TableLine {
        let symbol = problem.health == .failing ? symbols.failing : symbols.warning
        return [
            [Span("\(symbol) \(problem.what)", problem.health.role)], [Span(problem.subject, .text)],
            [Span(projectName(problem.row), .muted)], [Span(problem.since.map(ago) ?? symbols.dash, .muted)],
            [Span(problem.reason ?? "", .muted)],
        ]
    }

    private func line(_ thing: UnderWay, _ symbols: Symbols) -> TableLine {
        [
            [Span("\(symbols.active) \(thing.what)", .active)], [Span(thing.subject, .text)],
            [Span(projectName(thing.row), .muted)],
            [Span(thing.since.map { RelativeTime.duration(now.timeIntervalSince($0)) } ?? symbols.dash, .muted)],
        ]
    }

    private func unreadableLine(_ problem: Problem, _ symbols: Symbols) -> [Span] {
        [
            Span("  \(symbols.warning) \(problem.subject) can't be read", .warning),
            Span(problem.reason.map { ": \($0)" } ?? "", .muted),
        ]
    }

    private func endLines(_ symbols: Symbols) -> [[Span]] {
        guard !unknown.everything, let words = unknown.words else { return [] }
        return [[Span("  \(symbols.unknown) not known yet: \(words)", .muted)]]
    }

    private func projectName(_ row: RowID) -> String {
        guard account.projects.count > 1, let id = row.project else { return "" }
        return account.project(id)?.name ?? id.rawValue
    }

    private func ago(_ date: Date) -> String { RelativeTime.ago(max(0, now.timeIntervalSince(date))) }
}
