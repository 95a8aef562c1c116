internal import GRDB

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The tables, as steps from each version to the next. A step that was released is never changed.
enum Schema {
    /// Says whose file it is: "NWat".
    static let applicationID: Int32 = 0x4E57_6174

    static var version: Int { steps.count }

    /// The version that a database has. A later one than this program's is refused.
    static func version(of database: Database) throws -> Int {
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard found <= version else { throw StoreProblem.newerVersion(found: found, known: version) }
        return found
    }

    /// Brings a database to this version.
    static func migrate(_ database: Database, makeKey: () -> [UInt8]) throws {
        let found = try version(of: database)
        guard found < version else { return }
        for step in steps[found...] { try database.execute(sql: step) }
        if found == 0 {
            try database.execute(sql: "INSERT INTO secret (key) VALUES (?)", arguments: [Data(makeKey())])
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }

    private static let steps = [
        """
        CREATE TABLE secret (key BLOB NOT NULL);

        CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            name BLOB NOT NULL UNIQUE,
            address TEXT NOT NULL,
            team TEXT,
            revision INTEGER NOT NULL DEFAULT 0,
            budget BLOB
        );

        -- The last that each feed told. What is written gets the account's next revision, so that a reader finds what is
        -- new. Times are in seconds since 1970.
        CREATE TABLE feed (
            account INTEGER NOT NULL REFERENCES account(id),
            key BLOB NOT NULL,
            version INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            received_at REAL,
            requests INTEGER NOT NULL DEFAULT 1,
            notices BLOB,
            content BLOB,
            failure BLOB,
            failed_at REAL,
            retry_at REAL,
            PRIMARY KEY (account, key)
        );
        CREATE INDEX feed_by_revision ON feed (account, revision);

        -- The journal: written before an action's POST leaves, completed after it. `process` names the file that its
        -- process keeps locked for as long as it lives.
        CREATE TABLE intent (
            id INTEGER PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account(id),
            feed BLOB NOT NULL,
            action BLOB NOT NULL,
            version INTEGER NOT NULL,
            title TEXT NOT NULL,
            by TEXT NOT NULL,
            process TEXT NOT NULL,
            intended_at REAL NOT NULL,
            known BLOB,
            server_time REAL,
            outcome TEXT,
            item TEXT,
            detail TEXT,
            ended_at REAL
        );
        CREATE INDEX intent_by_feed ON intent (account, feed);

        -- Who has the account open. Beats are nanoseconds of the host's clock since it was booted.
        CREATE TABLE member (
            id INTEGER PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account(id),
            process TEXT NOT NULL,
            label TEXT NOT NULL,
            boot TEXT NOT NULL,
            beat INTEGER NOT NULL,
            interest BLOB,
            interest_number INTEGER NOT NULL DEFAULT 0,
            wish BLOB,
            wish_number INTEGER NOT NULL DEFAULT 0
        );

        -- Who asks for all of them.
        CREATE TABLE lease (
            account INTEGER PRIMARY KEY REFERENCES account(id),
            holder INTEGER NOT NULL,
            term INTEGER NOT NULL,
            boot TEXT NOT NULL,
            beat INTEGER NOT NULL,
            since REAL NOT NULL
        );
        """,
        """
        -- Requests by minute since 1970.
        CREATE TABLE spending (
            account INTEGER NOT NULL REFERENCES account(id),
            minute INTEGER NOT NULL,
            by TEXT NOT NULL,
            operation TEXT NOT NULL,
            reason TEXT NOT NULL,
            requests INTEGER NOT NULL,
            PRIMARY KEY (account, minute, by, operation, reason)
        ) WITHOUT ROWID;

        -- What the user has chosen to keep, such as favourites.
        CREATE TABLE keepsake (
            account INTEGER NOT NULL REFERENCES account(id),
            name TEXT NOT NULL,
            value BLOB NOT NULL,
            PRIMARY KEY (account, name)
        ) WITHOUT ROWID;

        -- The timeline.
        CREATE TABLE change (
            id INTEGER PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account(id),
            at REAL NOT NULL,
            value BLOB NOT NULL
        );
        CREATE INDEX change_by_time ON change (account, at);
        """,
    ]
}
