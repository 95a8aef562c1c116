import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    mutating func openLog() -> [Effect] {
        if page?.log != nil { return back() }
        guard let source = logSource else { return say(.idle, "No log of it is known yet.") }
        open(.log(source))
        return []
    }

    // MARK: - Asking

    /// A log lives as long as its page is open, and nothing is asked of any other.
    mutating func askForLog() -> [Effect] {
        guard let source = page?.log else {
            log = nil
            return []
        }
        if log?.source != source { log = Log(source) }
        let life = life(of: source)
        guard
            let request = log?.nextRequest(life, interval: LogAsking.interval(budget, now: now), now: now)
        else { return [] }
        return [.loadLogs(request)]
    }

    mutating func logLoaded(_ request: LogRequest, _ result: Result<LogAnswer, APIError>) -> [Effect] {
        guard log?.asking.awaits(request) == true else { return [] }
        switch result {
        case .failure(let error):
            log?.asking.failed(error)
            return say(.warning, "The log can't be read: \(error)" + (error.remedy.map { "; \($0)" } ?? ""))
        case .success(let answer):
            let added = log?.take(answer, to: request) ?? 0
            guard case .older(let from, _) = request.purpose, added == 0 else { return [] }
            if log?.asking.isAtStart == true { return say(.idle, "Nothing was logged before.") }
            return say(.idle, "Nothing since \(CivilTime(from).toTheMinute) UTC; once more looks further back.")
        }
    }

    // MARK: - Keys

    mutating func perform(_ command: LogCommand) -> [Effect] {
        switch command {
        case .filter:
            isFiltering = true
            log?.isTypingFilter = true
            filterField = TextField(text: log?.filter?.typed ?? "")
        case .search:
            isFiltering = true
            filterField = TextField(text: log?.search?.text ?? "")
        case .moreContext, .lessContext: return changeContext(command == .moreContext ? 1 : -1)
        case .nextMatch: return find(1)
        case .previousMatch: return find(-1)
        case .right: scrollSideways(1)
        case .left: scrollSideways(-1)
        case .wrap:
            log?.wraps.toggle()
            log?.top?.part = 0
            log?.column = 0
        case .timestamps: log?.showsTime.toggle()
        case .pause: log?.isPaused.toggle()
        case .save: return saveLog()
        }
        return []
    }

    /// Half of what is in sight at a time.
    private mutating func scrollSideways(_ direction: Int) {
        guard let log, !log.wraps else { return }
        let step = max(1, logTextWidth / 2)
        self.log?.column = min(max(0, log.column + direction * step), LogEntry.longest - step)
    }

    private mutating func changeContext(_ step: Int) -> [Effect] {
        guard log?.filter != nil else { return say(.warning, "Choose what lines to keep first (f).") }
        log?.changeContext(by: step)
        return []
    }

    /// What was typed for the filter counts only once it is whole: it costs a request. A search goes to what is
    /// nearest to the end of what is in sight.
    mutating func endLogTyping() -> [Effect] {
        guard log?.isTypingFilter == true else { return log?.search == nil ? [] : find(-1) }
        log?.isTypingFilter = false
        let pattern = LogPattern(filter: filterField.text)
        guard !pattern.isEmpty else {
            log?.filter(by: nil)
            return []
        }
        guard pattern.matcher() != nil else {
            return say(.warning, "\(pattern.typed) is no regular expression that can be read.")
        }
        log?.filter(by: pattern)
        return []
    }

    private mutating func saveLog() -> [Effect] {
        guard let log, log.rowCount > 0 else { return say(.warning, "There is nothing to save.") }
        let entries = (0..<log.rowCount).map(log.entry)
        return [.saveLog(log.source.row.identifier ?? "", entries)]
    }

    // MARK: - Searching

    /// Marks the matches, letter by letter.
    mutating func searchLog(for text: String) {
        guard log?.isTypingFilter == false else { return }
        log?.search = text.isEmpty ? nil : LogPattern(search: text)
        log?.found = nil
    }

    private mutating func find(_ direction: Int) -> [Effect] {
        guard let matcher = log?.search?.matcher(), let log else { return say(.warning, "Search first (/).") }
        let end = bottom(of: log).row
        let start = log.found ?? (direction > 0 ? (log.top?.row ?? end) - 1 : end + 1)
        let matches = { matcher.matches(log.entry($0).text) }
        let found =
            direction > 0
            ? (start + 1..<max(start + 1, log.rowCount)).first(where: matches)
            : (0..<max(0, min(start, log.rowCount))).last(where: matches)
        if let found {
            self.log?.found = found
            show(found)
            return []
        }
        return wrapAround(direction, log, matches)
    }

    /// As in other pagers, past the end a search goes on at the other one, and says so.
    private mutating func wrapAround(_ direction: Int, _ log: Log, _ matches: (Int) -> Bool) -> [Effect] {
        let rows = 0..<log.rowCount
        guard let found = direction > 0 ? rows.first(where: matches) : rows.last(where: matches) else {
            return say(.idle, "No match in the lines that are held.")
        }
        self.log?.found = found
        show(found)
        return say(
            .idle,
            direction > 0 ? "No match below: on from the first line." : "No match above: on from the last line.")
    }

    /// Scrolls as far as needed for a row to be in sight.
    private mutating func show(_ row: Int) {
        guard let log else { return }
        let first = log.top ?? lastTop(of: log)
        guard row < first.row || row > bottom(of: log).row || row == first.row && first.part > 0 else { return }
        place(Log.Top(row: max(0, row - layout.pageHeight / 3)))
    }

    // MARK: - Moving

    /// By rows on the screen. Further up than the first line, the page before is asked for.
    mutating func moveLog(by distance: Int) {
        guard let log else { return }
        let isAtTop = log.top == Log.Top(row: 0) || log.top == nil && lastTop(of: log) == Log.Top(row: 0)
        if distance < 0, isAtTop { return askForOlder() }
        if distance == .max / 2 {
            self.log?.top = nil
        } else if distance == -.max / 2 {
            self.log?.top = Log.Top(row: 0)
        } else {
            place(moved(log.top ?? lastTop(of: log), by: distance, in: log))
        }
    }

    private mutating func askForOlder() {
        guard log?.buffer.isFull == false else {
            say(.warning, "No more lines can be held: save them, or keep fewer (f).")
            return
        }
        if log?.asking.wantOlder() == false, log?.asking.isAtStart == true { say(.idle, "This is the beginning.") }
    }

    /// At the end it stays there, whatever comes.
    private mutating func place(_ top: Log.Top) {
        guard let log else { return }
        let last = lastTop(of: log)
        self.log?.top = (top.row, top.part) < (last.row, last.part) ? top : nil
    }

    private func moved(_ top: Log.Top, by distance: Int, in log: Log) -> Log.Top {
        guard log.rowCount > 0 else { return Log.Top(row: 0) }
        var (row, part) = (min(top.row, log.rowCount - 1), top.part + distance)
        while part < 0, row > 0 {
            row -= 1
            part += height(row, in: log)
        }
        while row < log.rowCount - 1, part >= height(row, in: log) {
            part -= height(row, in: log)
            row += 1
        }
        return Log.Top(row: row, part: min(max(0, part), height(row, in: log) - 1))
    }

    /// What is at the top when the last line is at the bottom.
    func lastTop(of log: Log) -> Log.Top {
        guard log.rowCount > 0 else { return Log.Top(row: 0) }
        let last = Log.Top(row: log.rowCount - 1, part: height(log.rowCount - 1, in: log) - 1)
        return moved(last, by: 1 - max(1, layout.pageHeight), in: log)
    }

    private func bottom(of log: Log) -> Log.Top {
        moved(log.top ?? lastTop(of: log), by: max(0, layout.pageHeight - 1), in: log)
    }

    /// Rows on the screen that a row of the log takes.
    private func height(_ row: Int, in log: Log) -> Int {
        log.wraps ? LogText.parts(log.entry(row).text, width: logTextWidth).count : 1
    }
}

extension Log {
    fileprivate mutating func nextRequest(
        _ life: (start: Date?, isOver: Bool), interval: Double?, now: Date
    ) -> LogRequest? {
        asking.next((source, remoteFilter, buffer.newest?.at, isPaused), life: life, interval: interval, now: now)
    }
}
