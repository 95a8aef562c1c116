public import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One line of a log as it is held and shown: made safe once, when it comes in.
public struct LogEntry: Hashable, Sendable {
    /// Nil where the API doesn't say.
    public var at: Date?
    public internal(set) var container: String
    public let level: LogLevel
    /// Nothing in it that can't be shown, and no longer than `longest` columns.
    public let text: String
    /// Not a line, but the place where lines may be missing.
    public let isGap: Bool

    /// Columns of a line that are kept.
    public static let longest = 4_000
    /// Lines of one record that are kept.
    static let mostLines = 200

    private init(at: Date?, container: String, level: LogLevel, text: String, isGap: Bool = false) {
        self.at = at
        self.container = container
        self.level = level
        self.text = text
        self.isGap = isGap
    }

    static func gap(before date: Date?) -> LogEntry {
        LogEntry(at: date, container: "", level: .plain, text: "lines may be missing here", isGap: true)
    }

    /// A record may be any JSON and hold many lines; each becomes one.
    static func entries(of record: LogLine) -> [LogEntry] {
        // Megabytes are neither split nor cleaned.
        let text = String(record.text.unicodeScalars.prefix(longest * 32))
        let level = LogLevel(record.content)
        let container = SafeText.line(record.container ?? "", columns: 200)
        let lines = text.split(maxSplits: mostLines, whereSeparator: \.isNewline).prefix(mostLines)
        return (lines.isEmpty ? [""] : lines).map { line in
            let safe = SafeText.line(line, columns: longest)
            return LogEntry(
                at: record.at, container: container, level: level == .plain ? LogLevel(text: safe) : level, text: safe)
        }
    }

    /// What it takes in memory, about.
    var bytes: Int { MemoryLayout<LogEntry>.stride + text.utf8.count }

    /// What lines are ordered by. What has no time stands first.
    var order: Double { at?.timeIntervalSince1970 ?? -.infinity }
}

/// What the API has told of a log, ready to be merged.
public struct LogAnswer: Hashable, Sendable {
    /// Oldest first.
    public let entries: [LogEntry]
    /// How many lines the API counted: a record of many lines is one.
    public let records: Int

    /// Takes records in any order. One without a time belongs to the one before it, or else to the first that has one.
    public init(_ records: [LogLine]) {
        var last = records.lazy.compactMap(\.at).first
        var entries: [LogEntry] = []
        for record in records {
            var record = record
            record.at = record.at ?? last
            last = record.at
            entries += LogEntry.entries(of: record)
        }
        // Stable: lines of one moment stay in the API's order.
        self.entries = entries.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
        self.records = records.count
    }
}
