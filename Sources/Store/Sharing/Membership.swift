internal import GRDB
public import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One process among those that share an account.
public struct Membership: Sendable {
    let account: StoredAccount
    public let id: Int64
    let label: String
    let mark: ProcessMark

    /// Who hasn't beaten for so long is forgotten; a stopped one that wakes joins again by itself.
    private static let forgottenAfter = Duration.seconds(10)

    /// What a look at the others brings.
    public struct Others: Sendable {
        /// How many more share the account.
        public var count: Int
        /// What they want, by member.
        public var interests: [Int64: [Feed: Attention]]
        /// What they want now, by a number that is another one for each wish.
        public var wishes: [Int64: (number: Int64, feeds: Set<Feed>)]
    }
}

extension StoredAccount {
    /// Joins those that share the account. `label` says who: "ana@jump-host pid 4711". The mark is that of this
    /// process.
    public func join(_ mark: ProcessMark, label: String, at now: BootTime) async throws(StoreProblem) -> Membership {
        let (account, process) = (id, mark.name)
        let id = try await database.write { database in
            try database.execute(
                sql: "INSERT INTO member (account, process, label, boot, beat) VALUES (?, ?, ?, ?, ?)",
                arguments: [account, process, label, now.boot, now.nanoseconds])
            return database.lastInsertedRowID
        }
        return Membership(account: self, id: id, label: label, mark: mark)
    }
}

extension Membership {
    /// A beat: tells the others that this one is there, and renews or takes the lease where it may.
    /// - Parameter term: the term that this member believes to lead; nil where it follows.
    /// - Returns: the lease if it is this member's now; nil while another leads.
    public func beat(term: Int64?, at now: BootTime) async throws(StoreProblem) -> Lease? {
        let (account, id, label, process) = (account.id, id, label, mark.name)
        let directory = self.account.database.directory
        return try await self.account.database.write { database in
            try database.cachedStatement(
                sql: """
                    INSERT INTO member (id, account, process, label, boot, beat) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET boot = excluded.boot, beat = excluded.beat
                    """
            ).execute(arguments: [id, account, process, label, now.boot, now.nanoseconds])
            let others = try Row.fetchAll(
                database, sql: "SELECT id, process, boot, beat FROM member WHERE account = ? AND id <> ?",
                arguments: [account, id])
            var ended: Set<Int64> = []
            for row in others {
                let beat = BootTime(boot: row[2], nanoseconds: row[3])
                let hasEnded = !ProcessMark.isAlive(row[1], in: directory)
                if hasEnded { ended.insert(row[0]) }
                guard hasEnded || beat.duration(to: now).map({ $0 > Self.forgottenAfter }) ?? true else { continue }
                try database.execute(sql: "DELETE FROM member WHERE id = ?", arguments: [row[0] as Int64])
            }
            let held = try Self.lease(of: account, database)
            let hasEnded = held.map { ended.contains($0.holder) } ?? false
            guard let claimed = Lease.claimed(held, by: id, term: term, holderHasEnded: hasEnded, at: now) else {
                return nil
            }
            try database.cachedStatement(
                sql: """
                    INSERT INTO lease (account, holder, term, boot, beat, since) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account) DO UPDATE SET
                        since = CASE term WHEN excluded.term THEN since ELSE excluded.since END,
                        holder = excluded.holder, term = excluded.term, boot = excluded.boot, beat = excluded.beat
                    """
            ).execute(arguments: [
                account, id, claimed.term, now.boot, now.nanoseconds, Date().timeIntervalSince1970,
            ])
            return claimed
        }
    }

    /// Says what this one's user looks at.
    public func publish(_ interest: [Feed: Attention]) async throws(StoreProblem) {
        let bytes = Data(Encoding.bytes(of: interest.map { Wanted(feed: $0, attention: $1) }))
        try await update("interest = ?, interest_number = interest_number + 1", bytes)
    }

    /// Says what this one's user wants to be asked now.
    public func wish(for feeds: Set<Feed>) async throws(StoreProblem) {
        try await update("wish = ?, wish_number = wish_number + 1", Data(Encoding.bytes(of: Array(feeds))))
    }

    private func update(_ change: String, _ bytes: Data) async throws(StoreProblem) {
        let id = id
        try await account.database.write { database in
            try database.execute(sql: "UPDATE member SET \(change) WHERE id = ?", arguments: [bytes, id])
        }
    }

    /// Who else is there, and what they want.
    public func others() async throws(StoreProblem) -> Others {
        let (account, id) = (account.id, id)
        return try await self.account.database.read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT id, interest, wish, wish_number FROM member WHERE account = ? AND id <> ?",
                arguments: [account, id])
            var others = Others(count: rows.count, interests: [:], wishes: [:])
            for row in rows {
                let member: Int64 = row[0]
                if let bytes = row[1] as Data?, let list = Encoding.value([Wanted].self, from: Array(bytes)) {
                    others.interests[member] = Dictionary(
                        list.map { ($0.feed, $0.attention) }, uniquingKeysWith: { first, _ in first })
                }
                if let bytes = row[2] as Data?, let feeds = Encoding.value([Feed].self, from: Array(bytes)) {
                    others.wishes[member] = (row[3], Set(feeds))
                }
            }
            return others
        }
    }

    /// A number that changes when another process has written.
    public func dataVersion() async throws(StoreProblem) -> Int { try await account.database.dataVersion() }

    static func lease(of account: Int64, _ database: Database) throws -> Lease? {
        try Row.fetchOne(
            database, sql: "SELECT holder, term, boot, beat FROM lease WHERE account = ?", arguments: [account]
        ).map { Lease(holder: $0[0], term: $0[1], beat: BootTime(boot: $0[2], nanoseconds: $0[3])) }
    }
}

// MARK: - What the leader tells

extension StoredAccount {
    /// What the leader last told of the budget, and since when (in seconds since 1970) it leads.
    public func leadersWord() async throws(StoreProblem) -> (budget: SharedBudget?, since: Double?) {
        let id = id
        return try await database.read { database in
            let bytes = try Data?.fetchOne(database, sql: "SELECT budget FROM account WHERE id = ?", arguments: [id])
            let since = try Double.fetchOne(
                database, sql: "SELECT since FROM lease WHERE account = ?", arguments: [id])
            return ((bytes ?? nil).flatMap { Encoding.value(SharedBudget.self, from: Array($0)) }, since)
        }
    }
}
