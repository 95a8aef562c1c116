import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    private static let containerWidth = 14
    /// Containers are told apart by these, over and over.
    private static let containerRoles: [Role] = [.key, .heading, .active, .title, .unknown]

    /// Columns left of the text: the level's symbol, the time, the container.
    private var logMargin: Int {
        2 + (showsLogTime ? 13 : 0) + (showsContainers ? Self.containerWidth + 1 : 0)
    }

    private var showsLogTime: Bool { log?.showsTime == true }

    /// Where there is more than one, and room for their names.
    private var showsContainers: Bool {
        (log?.buffer.containerNumbers.count ?? 0) > 1 && layout.form != .condensed
    }

    var logTextWidth: Int {
        max(8, size.columns - (layout.form == .condensed ? 0 : 2) - logMargin)
    }

    func drawLog(_ canvas: inout Canvas, _ source: LogSource, _ layout: Layout) {
        let title = [Span("Log of \(logTitle(source))", .titleFocused)]
        guard let log else { return _ = pageFrame(&canvas, title: title, layout) }
        let area = pageFrame(
            &canvas, title: title + filterSpans(log), right: followSpans(log), bottom: heldSpans(log), layout)
        guard log.rowCount > 0 else {
            return canvas.paragraph(emptyLog(log), .muted, in: area.inset(columns: 1, rows: 0))
        }
        let top = log.top ?? lastTop(of: log)
        let width = logTextWidth
        let matchers = [log.search, log.filter].compactMap { $0?.matcher() }
        var (line, row) = (area.row, top.row)
        while line < area.maxRow, row < log.rowCount {
            let entry = log.entry(row)
            let parts =
                log.wraps
                ? LogText.parts(entry.text, width: width)
                : [LogText.window(entry.text, from: log.column, width: width)]
            let marks = entry.isGap ? [] : matchers.first.map { $0.ranges(in: entry.text) } ?? []
            for (index, part) in parts.enumerated().dropFirst(row == top.row ? top.part : 0) where line < area.maxRow {
                let place = Rect(column: area.column, row: line, width: area.width, height: 1)
                let text = LogText.spans(entry.text, part, marking: marks, role(of: entry))
                canvas.write(margin(entry, log, isFirst: index == 0) + text, in: place)
                if row == log.found { canvas.grid.restyle(place, with: canvas.theme[.selection]) }
                line += 1
            }
            row += 1
        }
    }

    /// What tells a level without its colour.
    private func mark(_ entry: LogEntry) -> String {
        let symbols = appearance.symbols
        if entry.isGap { return symbols.ellipsis }
        return switch entry.level {
        case .error: symbols.failing
        case .warning: symbols.warning
        case .debug: symbols.idle
        case .plain: " "
        }
    }

    private func role(of entry: LogEntry) -> Role {
        if entry.isGap { return .warning }
        return switch entry.level {
        case .error: .failing
        case .warning: .warning
        case .debug: .muted
        case .plain: .text
        }
    }

    /// What stands before the text; before its further parts, blanks.
    private func margin(_ entry: LogEntry, _ log: Log, isFirst: Bool) -> [Span] {
        guard isFirst else { return [Span("".padding(to: logMargin), .text)] }
        let symbols = appearance.symbols
        var spans = [Span(mark(entry).padding(to: 2), role(of: entry))]
        if showsLogTime {
            let time = entry.at.map { CivilTime($0) }.map { $0.time + $0.fraction } ?? symbols.dash
            spans.append(Span(time.padding(to: 13), .muted))
        }
        if showsContainers {
            let number = log.buffer.containerNumbers[entry.container] ?? 0
            let name = Truncation.middle(entry.container, width: Self.containerWidth, ellipsis: symbols.ellipsis)
            spans.append(
                Span(
                    name.padding(to: Self.containerWidth + 1), Self.containerRoles[number % Self.containerRoles.count]))
        }
        return spans
    }

    private func filterSpans(_ log: Log) -> [Span] {
        var spans: [Span] = []
        if let filter = log.filter {
            let around = log.context > 0 ? " and \(log.context) around" : ""
            spans.append(Span(" only \(filter.typed)\(around)", .match))
        }
        if let search = log.search { spans.append(Span(" /\(search.text)", .match)) }
        return spans
    }

    /// Whether it is followed, how often it is asked, and what is wrong with that.
    private func followSpans(_ log: Log) -> [Span] {
        var spans: [Span] = []
        if log.asking.failure != nil { spans.append(Span("\(symbol(.warning)) stale ", .warning)) }
        if log.asking.isReading { spans.append(Span("\(spinner) ", .active)) }
        if log.asking.isComplete { return spans + [Span("ended", .muted)] }
        if log.isPaused { return spans + [Span("paused", .warning)] }
        guard let interval = LogAsking.interval(budget, now: now) else {
            return spans + [Span("\(symbol(.warning)) not followed: the budget is used up", .warning)]
        }
        let end = log.top == nil ? "" : ", scrolled"
        return spans + [Span("every \(RelativeTime.duration(interval.rounded(.up)))\(end)", .muted)]
    }

    /// `2026-05-29 UTC · 1,200 of 12,000 lines, 1.2 MB`
    private func heldSpans(_ log: Log) -> [Span] {
        let separator = " \(appearance.symbols.separator) "
        var words: [String] = []
        if log.rowCount > 0 {
            let top = log.top ?? lastTop(of: log)
            if let date = log.entry(min(top.row, log.rowCount - 1)).at { words.append("\(CivilTime(date).date) UTC") }
        }
        if log.column > 0 { words.append("column \(log.column + 1)") }
        let shown = log.rowCount == log.buffer.count ? "" : "\(log.rowCount) of "
        let full = log.buffer.isFull ? " (no more are held)" : ""
        words.append("\(shown)\(log.buffer.count) lines, \(ByteSize.text(log.buffer.bytes))\(full)")
        return [Span(words.joined(separator: separator), .muted)]
    }

    private func emptyLog(_ log: Log) -> String {
        if let failure = log.asking.failure { return "\(failure)" + (failure.remedy.map { "; \($0)" } ?? "") }
        if log.asking.hasNothing { return "Reading\(appearance.symbols.ellipsis)" }
        if log.filter != nil { return "No line matches." }
        return log.asking.isAtStart ? "Nothing was logged." : "Nothing was logged lately; k looks further back."
    }
}
