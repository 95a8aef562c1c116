internal import GRDB

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// What the user's own doing has left: favourites, and the timeline. The bytes are the caller's.

extension StoredAccount {
    /// Keeps a value under a name, instead of the one before.
    public func keep(_ value: Data, as name: String) async throws(StoreProblem) {
        let id = id
        try await database.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO keepsake (account, name, value) VALUES (?, ?, ?)",
                arguments: [id, name, value])
        }
    }

    /// The value of that name; nil where there is none. Blocks the thread.
    public func keepsake(_ name: String) throws(StoreProblem) -> Data? {
        try database.readNow {
            try Data.fetchOne(
                $0, sql: "SELECT value FROM keepsake WHERE account = ? AND name = ?", arguments: [id, name])
        }
    }

    /// The values of all names that start so, in the order of the names.
    public func keepsakes(startingWith start: String) async throws(StoreProblem) -> [Data] {
        let id = id
        return try await database.read { database in
            try Data.fetchAll(
                database,
                sql: "SELECT value FROM keepsake WHERE account = ? AND substr(name, 1, length(?)) = ? ORDER BY name",
                arguments: [id, start, start])
        }
    }

    /// Adds to the timeline, and keeps it to its newest `limit`.
    public func add(_ changes: [(at: Date, value: Data)], limit: Int) async throws(StoreProblem) {
        let id = id
        try await database.write { database in
            for change in changes {
                try database.cachedStatement(sql: "INSERT INTO change (account, at, value) VALUES (?, ?, ?)")
                    .execute(arguments: [id, change.at.timeIntervalSince1970, change.value])
            }
            try database.execute(
                sql: """
                    DELETE FROM change WHERE account = ? AND at < (
                        SELECT at FROM change WHERE account = ? ORDER BY at DESC LIMIT 1 OFFSET ?)
                    """,
                arguments: [id, id, limit - 1])
        }
    }

    /// The newest of the timeline, in the order in which they were added.
    public func changes(limit: Int) async throws(StoreProblem) -> [Data] {
        let id = id
        return try await database.read { database in
            try Data.fetchAll(
                database,
                sql: """
                    SELECT value FROM (
                        SELECT id, value FROM change WHERE account = ? ORDER BY at DESC, id DESC LIMIT ?
                    ) ORDER BY id
                    """,
                arguments: [id, limit])
        }
    }
}
