internal import GRDB

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What is kept of one account. Its parts are extensions: what its feeds last told, the journal of actions, and who
/// shares it.
public struct StoredAccount: Sendable {
    let database: StateDatabase
    let id: Int64
}

extension StateDatabase {
    /// The account's place in the database, made where it isn't there. Blocks the thread. The token is hashed with the
    /// database's own key and goes no further.
    public func account(_ place: Place, token: [UInt8]) throws(StoreProblem) -> StoredAccount {
        let (name, known) = try readNow { database in
            guard let key = try Data.fetchOne(database, sql: "SELECT key FROM secret") else {
                throw StoreProblem.corrupt(movedTo: nil)
            }
            let name = Data(AccountName(place: place, token: token, key: Array(key)).bytes)
            return (name, try Self.account(named: name, database))
        }
        if let known { return StoredAccount(database: self, id: known) }
        let id = try writeNow { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO account (name, address, team) VALUES (?, ?, ?)",
                arguments: [name, place.address, place.team])
            return try Self.account(named: name, database)
        }
        // The row is there: by this insertion, or by another's that made it void.
        return StoredAccount(database: self, id: id!)
    }

    private static func account(named name: Data, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(database, sql: "SELECT id FROM account WHERE name = ?", arguments: [name])
    }
}
