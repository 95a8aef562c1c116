import Northflank

/// A log that is open: what is held of it, what of that is shown, and what is still to be asked.
public struct Log: Sendable, Equatable {
    /// A row at the top of the page, and which of its parts where it is wrapped.
    struct Top: Hashable {
        var row: Int
        var part = 0
    }

    public let source: LogSource
    public private(set) var buffer = LogBuffer()
    private(set) var rows = LogRows()
    /// Nil stays at the end, whatever comes.
    var top: Top?
    /// Columns scrolled to the right.
    var column = 0
    var wraps = false
    var showsTime = true
    public internal(set) var isPaused = false
    /// What is kept of the log; with lines around each match it is held against them here, else by the API.
    public private(set) var filter: LogPattern?
    public private(set) var context = 0
    var search: LogPattern?
    /// The row that `n` and `N` came to.
    var found: Int?
    /// Whether the filter is being typed, and not the search.
    var isTypingFilter = false

    var asking = LogAsking()

    init(_ source: LogSource) { self.source = source }

    var rowCount: Int { rows.count(buffer) }

    func entry(_ row: Int) -> LogEntry { buffer[rows.line(row, buffer)] }

    // MARK: - What comes

    /// Takes what was asked for.
    /// - Returns: how many lines are new.
    mutating func take(_ answer: LogAnswer, to request: LogRequest) -> Int {
        let isCut = answer.records >= LogAsking.limit
        let isOlder = if case .older = request.purpose { true } else { false }
        // What is looked at stays in its place, whatever comes above it.
        let (topRow, foundRow) = (top?.row, found)
        let watched = [topRow, foundRow].compactMap(\.self).filter { $0 < rowCount }
        let change = buffer.merge(
            answer.entries, isCut: isCut && !isOlder, tracking: watched.map { rows.line($0, buffer) })
        rows.update(buffer, from: change.lowest)
        let places = Dictionary(zip(watched, change.tracked.map { $0.map { rows.row(of: $0, buffer) } })) { $1 }
        top = topRow.map { Top(row: places[$0].flatMap(\.self) ?? 0, part: top?.part ?? 0) }
        found = foundRow.flatMap { places[$0].flatMap(\.self) }
        asking.answered(request, oldest: buffer.oldest?.at, isCut: isCut)
        return change.added
    }

    // MARK: - What is shown of it

    /// Keeps only what matches, as the API does it; what was held is asked anew.
    mutating func filter(by pattern: LogPattern?) {
        guard pattern != filter else { return }
        filter = pattern
        restart()
    }

    /// Lines around each match are held too, so the API can't be the one that filters.
    mutating func changeContext(by step: Int) {
        let before = context
        context = min(max(0, context + step), Self.mostContext)
        guard filter != nil, context != before else { return }
        if before == 0 || context == 0 { return restart() }
        refilter()
    }

    static let mostContext = 20

    private mutating func restart() {
        buffer = LogBuffer()
        asking.restart()
        refilter()
    }

    private mutating func refilter() {
        rows = LogRows(filter: context > 0 ? filter : nil, context: context)
        rows.update(buffer, from: 0)
        (top, found) = (nil, nil)
    }

    /// The filter that the API applies.
    var remoteFilter: LogQuery.Filter? { context == 0 ? filter?.query : nil }
}
