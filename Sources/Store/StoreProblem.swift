internal import GRDB

/// Why the database can't be used, or no longer. None of it keeps Northwatch from working: it then remembers nothing
/// and shares nothing.
public enum StoreProblem: Error, Hashable, Sendable {
    /// It can't be read as what it should be. Where it was moved to; nil where that failed too.
    case corrupt(movedTo: String?)
    /// A later Northwatch made it, whose tables this one doesn't know.
    case newerVersion(found: Int, known: Int)
    /// Another program keeps it to itself.
    case locked
    /// It, or its directory, can't be written or opened.
    case readOnly(path: String)
    case diskFull
    /// A network file system: its locks and shared memory can't be relied on.
    case networkFileSystem(path: String)
    /// The directory, with the reason.
    case directory(path: String, reason: String)
    /// Nothing says where the user's state belongs.
    case noHome
    /// Another user can get at the directory.
    case openToOthers(path: String)
    /// SQLite's own words.
    case other(String)
}

extension StoreProblem: CustomStringConvertible {
    /// One line: what it is, and what comes of it.
    public var description: String {
        switch self {
        case .corrupt(let path?): "The state database was damaged; it is kept as \(path), and a new one was begun."
        case .corrupt(nil): "The state database is damaged; \(Self.consequence)."
        case .newerVersion(let found, let known):
            "The state database is of a later Northwatch (version \(found), this one knows \(known)); \(Self.consequence)."
        case .locked: "Another program keeps the state database locked; \(Self.consequence)."
        case .readOnly(let path): "The state database \(path) can't be written; \(Self.consequence)."
        case .diskFull: "The disk is full: the state database takes nothing more; \(Self.consequence)."
        case .networkFileSystem(let path):
            "\(path) is on a network file system, without locks to rely on; \(Self.consequence). --state-dir names another."
        case .directory(let path, let reason): "\(path): \(reason); \(Self.consequence)."
        case .noHome:
            "Neither HOME nor XDG_STATE_HOME is set; \(Self.consequence), and no action is in a journal. --state-dir names a directory."
        case .openToOthers(let path):
            "Other users can get at \(path) (first: chmod 700 \(path)); \(Self.consequence)."
        case .other(let reason): "The state database fails (\(reason)); \(Self.consequence)."
        }
    }

    private static let consequence = "nothing is remembered or shared"
}

extension StoreProblem {
    /// What an error of the database at `path` means.
    init(_ error: any Error, path: String) {
        if let problem = error as? StoreProblem {
            self = problem
            return
        }
        guard let error = error as? DatabaseError else {
            self = .other("\(error)")
            return
        }
        switch error.extendedResultCode {
        case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_SHMLOCK,
            .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_CHECKRESERVEDLOCK:
            self = .networkFileSystem(path: path)
            return
        default: break
        }
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(movedTo: nil)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_NOLFS: self = .networkFileSystem(path: path)
        default: self = .other(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}
