internal import GRDB
public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Feeds that were read, and up to which revision that is all of them.
public struct Recollection: Sendable {
    public var feeds: [RememberedFeed]
    public var revision: Int64
}

// MARK: - Writing and reading

extension StoredAccount {
    /// Older than this nobody wants to see it, and it would only make the file grow.
    private static let longest: TimeInterval = 30 * 86_400

    /// Keeps what feeds told, and what is left of the budget: an answer replaces all that was kept of its feed, a
    /// failure is put beside it. One transaction for all of them.
    ///
    /// With a lease nothing is kept unless it still holds: an answer that was on its way while its asker was stopped
    /// must not replace a newer one.
    /// - Returns: whether it was kept.
    @discardableResult
    public func remember(
        _ feeds: [RememberedFeed], budget: SharedBudget? = nil, under lease: Lease? = nil
    ) async throws(StoreProblem) -> Bool {
        let rows = feeds.map(FeedRow.init)
        let budget = budget.map { Data(Encoding.bytes(of: $0)) }
        let id = id
        return try await database.write { database in
            if let lease {
                let held = try Membership.lease(of: id, database)
                guard held?.holder == lease.holder, held?.term == lease.term else { return false }
            }
            let revision = try Self.nextRevision(of: id, database)
            for row in rows { try row.store(account: id, revision: revision, database) }
            if let budget {
                try database.execute(sql: "UPDATE account SET budget = ? WHERE id = ?", arguments: [budget, id])
            }
            return true
        }
    }

    /// All that is kept. Blocks the thread: it is what the first frame is drawn from. What another version wrote, or
    /// what is damaged, is left out.
    public func recall() throws(StoreProblem) -> Recollection {
        try database.readNow { try Self.recall(id, after: 0, $0) }
    }

    /// What was written after a revision.
    public func recall(after revision: Int64) async throws(StoreProblem) -> Recollection {
        let id = id
        return try await database.read { try Self.recall(id, after: revision, $0) }
    }

    /// Drops what is too old to be of use.
    public func forgetOld(now: Date) async throws(StoreProblem) {
        let id = id
        let oldest = now.timeIntervalSince1970 - Self.longest
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM feed WHERE account = ? AND coalesce(received_at, failed_at, 0) < ?",
                arguments: [id, oldest])
            try database.execute(
                sql: "DELETE FROM change WHERE account = ? AND at < ?", arguments: [id, oldest])
        }
    }

    static func nextRevision(of account: Int64, _ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database, sql: "UPDATE account SET revision = revision + 1 WHERE id = ? RETURNING revision",
            arguments: [account]) ?? 0
    }

    private static func recall(_ account: Int64, after revision: Int64, _ database: Database) throws -> Recollection {
        var latest = revision
        var feeds: [RememberedFeed] = []
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT revision, key, received_at, requests, notices, content, failure, failed_at, retry_at FROM feed
                WHERE account = ? AND revision > ? AND version = ?
                """,
            arguments: [account, revision, Encoding.version])
        while let row = try rows.next() {
            latest = max(latest, row[0])
            if let feed = RememberedFeed(row) { feeds.append(feed) }
        }
        return Recollection(feeds: feeds, revision: latest)
    }
}

/// A feed as the table holds it.
struct FeedRow: Sendable {
    let key: Data
    let answer: (receivedAt: Double?, requests: Int, notices: Data, content: Data)?
    let failure: (error: Data, at: Double, retryAt: Double?)?

    init(_ feed: RememberedFeed) {
        key = Data(Encoding.bytes(of: feed.feed))
        answer = feed.answer.map { answer in
            (
                feed.receivedAt?.timeIntervalSince1970, answer.requests, Data(Encoding.bytes(of: answer.notices)),
                Data(Encoding.bytes(of: answer.content))
            )
        }
        failure = feed.failure.map { failure in
            (
                Data(Encoding.bytes(of: failure.error)), failure.at.timeIntervalSince1970,
                failure.retryAt?.timeIntervalSince1970
            )
        }
    }

    func store(account: Int64, revision: Int64, _ database: Database) throws {
        if let answer {
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO feed
                    (account, key, version, revision, received_at, requests, notices, content)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                account, key, Encoding.version, revision, answer.receivedAt, answer.requests, answer.notices,
                answer.content,
            ])
        }
        if let failure {
            try database.cachedStatement(
                sql: """
                    INSERT INTO feed (account, key, version, revision, failure, failed_at, retry_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account, key) DO UPDATE
                    SET revision = excluded.revision, failure = excluded.failure, failed_at = excluded.failed_at,
                        retry_at = excluded.retry_at, version = excluded.version,
                        content = CASE version WHEN excluded.version THEN content END
                    """
            ).execute(arguments: [
                account, key, Encoding.version, revision, failure.error, failure.at, failure.retryAt,
            ])
        }
    }
}

extension RememberedFeed {
    /// Nil where the bytes are not what they should be.
    fileprivate init?(_ row: Row) {
        func value<Value: Compact>(_ type: Value.Type, _ column: Int) throws -> Value? {
            try row.withUnsafeData(atIndex: column) { data in
                data.flatMap { data in data.withUnsafeBytes { Encoding.value(type, from: $0) } }
            }
        }
        guard let feed = try? value(Feed.self, 1) else { return nil }
        self.init(feed)
        receivedAt = (row[2] as Double?).map { Date(timeIntervalSince1970: $0) }
        if let content = try? value(FeedContent.self, 5) {
            answer = FeedAnswer(content: content, notices: (try? value([String].self, 4)) ?? [], requests: row[3])
        }
        if let error = try? value(APIError.self, 6), let at = row[7] as Double? {
            failure = Failure(
                error: error, at: Date(timeIntervalSince1970: at),
                retryAt: (row[8] as Double?).map { Date(timeIntervalSince1970: $0) })
        }
    }
}
