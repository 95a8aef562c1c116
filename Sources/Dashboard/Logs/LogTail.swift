public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A log that is told line by line, oldest first, each line once: for who prints it and can't take anything back.
public struct LogTail: Sendable {
    /// Lines of one answer.
    public static let limit = LogAsking.limit
    /// What is asked again never reaches further back than these lines.
    private static let remembered = 20 * LogAsking.limit

    private var buffer = LogBuffer(mostLines: remembered)
    private var start: Date?

    /// - Parameter start: from when on lines are wanted; nil for the newest of an answer's length.
    public init(from start: Date?) { self.start = start }

    /// What to ask for next.
    public func query(filter: LogQuery.Filter? = nil, container: String? = nil, span: TimeSpan? = nil) -> LogQuery {
        let from = buffer.newest?.at.map { $0.addingTimeInterval(-LogAsking.overlap) } ?? start
        return LogQuery(
            span: from.map { .since(max($0, start ?? $0)) } ?? span, limit: Self.limit,
            kept: from == nil ? .newest : .oldest, filter: filter, container: container)
    }

    /// What comes of an answer.
    public struct News: Sendable {
        /// Lines that weren't told before, oldest first.
        public var entries: [LogEntry]
        /// There is more, to be asked for at once.
        public var isCut: Bool
        /// More was logged in a moment than an answer holds: some of it can't be had.
        public var skips: Bool
    }

    /// Takes the answer to `query`.
    public mutating func take(_ answer: LogAnswer, to query: LogQuery) -> News {
        let entries = buffer.news(in: answer.entries)
        _ = buffer.merge(answer.entries)
        let isFull = answer.records >= Self.limit && query.kept == .oldest
        // Only lines of the overlap came: what follows them is asked for without it.
        if isFull, entries.isEmpty, let newest = buffer.newest?.at {
            start = max(newest, query.start.map { $0 == newest ? $0.addingTimeInterval(0.001) : newest } ?? newest)
            return News(entries: [], isCut: true, skips: query.start == newest)
        }
        return News(entries: entries, isCut: isFull, skips: false)
    }

    /// Seconds to the next asking while the log is followed; nil where the budget has nothing left for it.
    public static func interval(_ budget: Budget?, now: Date) -> Double? { LogAsking.interval(budget, now: now) }
}

extension LogQuery {
    fileprivate var start: Date? {
        if case .since(let start) = span { start } else { nil }
    }
}
