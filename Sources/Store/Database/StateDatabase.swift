internal import GRDB

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The one SQLite file of a state directory, shared by all processes of its owner. Everything that goes wrong with it
/// comes as a `StoreProblem`.
public final class StateDatabase: Sendable {
    public let directory: StateDirectory
    private let queue: DatabaseQueue

    /// How long a start waits for another program's lock, and everything after it.
    private static let (patienceAtStart, patience) = (Duration.milliseconds(500), Duration.seconds(2))

    /// Opens it, and makes it where it isn't there. A file that is damaged is moved aside, and `problem` says so; with
    /// `repairs` false it is left where it is, and that it is damaged is thrown.
    public static func open(
        _ directory: StateDirectory, repairs: Bool = true
    ) throws(StoreProblem) -> (database: StateDatabase, problem: StoreProblem?) {
        try open(directory, mounts: FileSystem.mounts(), repairs: repairs)
    }

    static func open(
        _ directory: StateDirectory, mounts: String, repairs: Bool = true
    ) throws(StoreProblem) -> (database: StateDatabase, problem: StoreProblem?) {
        // A file system whose server is away holds up whoever touches it: look at the name first.
        guard !FileSystem.isNetworked(directory.path, mounts: mounts) else {
            throw .networkFileSystem(path: directory.path)
        }
        try directory.prepare()
        guard !FileSystem.isNetworked(FileSystem.resolved(directory.path), mounts: mounts) else {
            throw .networkFileSystem(path: directory.path)
        }
        let file = directory.databaseFile
        do throws(StoreProblem) {
            return (try StateDatabase(directory), nil)
        } catch {
            guard case .corrupt = error, repairs else { throw error }
            return try reopen(directory, insteadOf: file)
        }
    }

    /// Moves a damaged file aside and begins a new one, where no other process has done so meanwhile: several may find
    /// the damage at once. Call it where the damage shows only while reading.
    public static func reopen(
        _ directory: StateDirectory, insteadOf file: FileIdentity?
    ) throws(StoreProblem) -> (database: StateDatabase, problem: StoreProblem?) {
        let turn = try RepairTurn(in: directory)
        defer { turn.end() }
        guard directory.databaseFile == file else { return (try StateDatabase(directory), nil) }
        let aside = directory.moveAside()
        guard aside != nil else { throw .corrupt(movedTo: nil) }
        return (try StateDatabase(directory), .corrupt(movedTo: aside))
    }

    private init(_ directory: StateDirectory) throws(StoreProblem) {
        try directory.createFile()
        self.directory = directory
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patienceAtStart / .seconds(1))
        configuration.label = "northwatch.state"
        // What is only remembered may be lost when the host loses power; the journal asks for more by itself.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        queue = try Self.translating(directory) {
            let queue = try DatabaseQueue(path: directory.database, configuration: configuration)
            // A reader waits for no writer: however busy the others are, a start isn't held up. (GRDB's own way to the
            // WAL mode, which the file keeps, writes at each opening.)
            if try queue.read(Schema.version(of:)) < Schema.version {
                try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
                try queue.write { try Schema.migrate($0, makeKey: Self.randomKey) }
            }
            let patience = Int(Self.patience / .milliseconds(1))
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = \(patience)") }
            return queue
        }
    }

    private static func randomKey() -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<32).map { _ in .random(in: .min ... .max, using: &source) }
    }

    private static func translating<Result>(
        _ directory: StateDirectory, _ body: () throws -> Result
    ) throws(StoreProblem) -> Result {
        do { return try body() } catch { throw StoreProblem(error, path: directory.database) }
    }
}

// MARK: - Reading and writing

extension StateDatabase {
    /// Blocks the thread: for the start, and for commands that only read.
    func readNow<Result>(_ body: (Database) throws -> Result) throws(StoreProblem) -> Result {
        try Self.translating(directory) { try queue.read(body) }
    }

    /// Blocks the thread, in a transaction that holds the write lock from its beginning.
    func writeNow<Result>(_ body: (Database) throws -> Result) throws(StoreProblem) -> Result {
        try Self.translating(directory) { try queue.write(body) }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(StoreProblem) -> Result {
        do { return try await queue.read(body) } catch { throw StoreProblem(error, path: directory.database) }
    }

    /// In a transaction that holds the write lock from its beginning. `isDurable` comes back only when it is safe on
    /// the disk (a commit in WAL mode otherwise survives the process, not the host).
    func write<Result: Sendable>(
        isDurable: Bool = false, _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(StoreProblem) -> Result {
        do {
            return try await queue.writeWithoutTransaction { database in
                if isDurable { try database.execute(sql: "PRAGMA synchronous = FULL") }
                defer { if isDurable { try? database.execute(sql: "PRAGMA synchronous = NORMAL") } }
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                // The transaction ran, or it threw.
                return result!
            }
        } catch {
            throw StoreProblem(error, path: directory.database)
        }
    }

    /// A number that changes when another process writes. Cheap: it looks at the log's head in shared memory.
    func dataVersion() async throws(StoreProblem) -> Int {
        try await read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }
}

extension StateDirectory {
    /// Moves the database out of the way, with the files beside it.
    /// - Returns: where to; nil where that can't be done.
    fileprivate func moveAside() -> String? {
        var aside = ""
        var number = 1
        repeat {
            aside = "\(database).damaged-\(number)"
            number += 1
        } while access(aside, F_OK) == 0
        guard rename(database, aside) == 0 else { return nil }
        for suffix in ["-wal", "-shm"] { rename(database + suffix, aside + suffix) }
        return aside
    }
}
