internal import GRDB
public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The journal of one account's actions, as one process writes it.
///
/// An intent is on the disk before its POST leaves, so that whatever happens to the process, the next start knows that
/// there may be something to find out. Of all processes of this database only one at a time has an intent for the same
/// list: otherwise what one of them began could be taken for another's whose answer was lost.
public struct Journal: Sendable {
    private let account: StoredAccount
    private let mark: ProcessMark
    private let by: String

    /// `by` says who acts: "ana@jump-host pid 4711". The mark is that of this process.
    public init(_ account: StoredAccount, mark: ProcessMark, by: String) {
        self.account = account
        self.mark = mark
        self.by = by
    }

    public enum Beginning: Hashable, Sendable {
        case begun(Intent)
        /// Somebody else's intent for the same list is open.
        case busy(by: String)
    }

    /// Writes an intent, and returns when it is safe on the disk. What this journal knows to have begun belongs to
    /// what was there before.
    public func begin(
        _ action: Action, title: String, known: Set<String>?, serverTime: Date?, now: Date
    ) async throws(StoreProblem) -> Beginning {
        let (account, mark, by, id) = (account, mark.name, by, account.id)
        let feed = Data(Encoding.bytes(of: action.feed))
        return try await account.database.write(isDurable: true) { database in
            if let busy = try Self.open(database, id, feed: feed).first { return .busy(by: busy.by) }
            let items = try String.fetchSet(
                database, sql: "SELECT item FROM intent WHERE account = ? AND feed = ? AND item IS NOT NULL",
                arguments: [id, feed])
            let known = known.map { $0.union(items) }
            try database.execute(
                sql: """
                    INSERT INTO intent
                    (account, feed, action, version, title, by, process, intended_at, known, server_time)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, feed, Data(Encoding.bytes(of: action)), Encoding.version, title, by, mark,
                    now.timeIntervalSince1970, known.map { Data(Encoding.bytes(of: $0.sorted())) },
                    serverTime?.timeIntervalSince1970,
                ])
            return .begun(
                Intent(
                    id: database.lastInsertedRowID, action: action, title: title, by: by, intendedAt: now,
                    known: known, serverTime: serverTime))
        }
    }

    /// Writes what became of an intent.
    public func end(_ intent: Intent, _ outcome: ActionOutcome, now: Date) async throws(StoreProblem) {
        let recorded = outcome.recorded
        try await account.database.write(isDurable: true) { database in
            try database.execute(
                sql: "UPDATE intent SET outcome = ?, item = ?, detail = ?, ended_at = ? WHERE id = ?",
                arguments: [
                    recorded.outcome.rawValue, recorded.item, recorded.detail, now.timeIntervalSince1970, intent.id,
                ])
        }
    }

    /// Takes over the open intents whose processes have ended: it is for this process now to find out what became of
    /// them. A process that is only stopped keeps its own: it may still send. What another version of Northwatch began
    /// can't be read, and so not be found out: it ends as unknown.
    public func takeOver() async throws(StoreProblem) -> [Intent] {
        let (account, mark) = (account, mark.name)
        return try await account.database.write(isDurable: true) { database in
            let left = try Self.open(database, account.id, feed: nil).filter {
                $0.process != mark && !ProcessMark.isAlive($0.process, in: account.database.directory)
            }
            for row in left {
                try database.execute(sql: "UPDATE intent SET process = ? WHERE id = ?", arguments: [mark, row.id])
                guard row.intent == nil else { continue }
                try database.execute(
                    sql: "UPDATE intent SET outcome = ?, detail = ?, ended_at = ? WHERE id = ?",
                    arguments: [
                        JournalEntry.Outcome.unknown.rawValue, Self.unreadable, Date().timeIntervalSince1970, row.id,
                    ])
            }
            return left.compactMap(\.intent)
        }
    }

    private static let unreadable = "begun by another version of Northwatch, which ended before it knew"

    private struct OpenRow {
        var id: Int64
        var process: String
        var by: String
        /// Nil where another version wrote it.
        var intent: Intent?
    }

    /// Intents without an outcome; of one list, or of all.
    private static func open(_ database: Database, _ account: Int64, feed: Data?) throws -> [OpenRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, action, title, by, intended_at, known, server_time, process, version FROM intent
                WHERE account = ? AND outcome IS NULL AND (? IS NULL OR feed = ?)
                ORDER BY id
                """,
            arguments: [account, feed, feed]
        ).map { row in
            guard row[8] == Encoding.version,
                let action = Encoding.value(Action.self, from: Array(row[1] as Data))
            else { return OpenRow(id: row[0], process: row[7], by: row[3]) }
            let known = (row[5] as Data?).flatMap { Encoding.value([String].self, from: Array($0)) }
            let intent = Intent(
                id: row[0], action: action, title: row[2], by: row[3],
                intendedAt: Date(timeIntervalSince1970: row[4]), known: known.map(Set.init),
                serverTime: (row[6] as Double?).map { Date(timeIntervalSince1970: $0) })
            return OpenRow(id: row[0], process: row[7], by: row[3], intent: intent)
        }
    }
}

// MARK: - Reading

extension Journal {
    /// The latest actions of this account, newest first.
    public func entries(limit: Int) async throws(StoreProblem) -> [JournalEntry] {
        let id = account.id
        return try await account.database.read { try StateDatabase.journal($0, limit: limit, account: id) }
    }
}

extension StateDatabase {
    /// The latest actions of all accounts, newest first. Blocks the thread.
    public func journal(limit: Int) throws(StoreProblem) -> [JournalEntry] {
        try readNow { try Self.journal($0, limit: limit, account: nil) }
    }

    static func journal(_ database: Database, limit: Int, account: Int64?) throws -> [JournalEntry] {
        func date(_ seconds: Double?) -> Date? { seconds.map { Date(timeIntervalSince1970: $0) } }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT intent.id, address, team, title, by, intended_at, outcome, item, detail, ended_at
                FROM intent JOIN account ON account.id = intent.account
                WHERE ? IS NULL OR account.id = ? ORDER BY intent.id DESC LIMIT ?
                """,
            arguments: [account, account, limit]
        ).map { row in
            JournalEntry(
                id: row[0], address: row[1], team: row[2], title: row[3], by: row[4],
                intendedAt: Date(timeIntervalSince1970: row[5]),
                outcome: (row[6] as String?).flatMap { JournalEntry.Outcome(rawValue: $0) }, item: row[7],
                detail: row[8], endedAt: date(row[9]))
        }
    }
}
