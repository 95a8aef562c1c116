internal import GRDB
public import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

// Who has spent how many of the account's requests on what. All processes write here, so that each can show it.

extension StoredAccount {
    /// An hour's window, and one before it.
    private static let minutesKept = 120

    /// Adds what a process has spent, and drops what is older than two hours.
    public func add(_ spent: [SpentRequests]) async throws(StoreProblem) {
        guard let newest = spent.map(\.minute).max() else { return }
        let id = id
        try await database.write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO spending (account, minute, by, operation, reason, requests) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account, minute, by, operation, reason)
                    DO UPDATE SET requests = requests + excluded.requests
                    """)
            for line in spent {
                try statement.execute(arguments: [
                    id, line.minute, line.by, line.operation, line.reason.rawValue, line.count,
                ])
            }
            try database.execute(
                sql: "DELETE FROM spending WHERE account = ? AND minute < ?",
                arguments: [id, newest - Self.minutesKept])
        }
    }

    /// What all processes of this user have spent since a minute (since 1970).
    public func spending(since minute: Int) async throws(StoreProblem) -> [SpentRequests] {
        let id = id
        return try await database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT minute, operation, reason, by, requests FROM spending
                    WHERE account = ? AND minute >= ? ORDER BY minute
                    """,
                arguments: [id, minute]
            ).compactMap { row in
                // A reason that only a later version knows is left out.
                RequestReason(rawValue: row[2]).map {
                    SpentRequests(minute: row[0], operation: row[1], reason: $0, by: row[3], count: row[4])
                }
            }
        }
    }
}
