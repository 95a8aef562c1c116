#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where what outlives the process is kept: a directory that only its owner can get at.
public struct StateDirectory: Hashable, Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// `$XDG_STATE_HOME/northwatch`, or `~/.local/state/northwatch` (XDG Base Directory Specification: a relative path
    /// in the variable is to be ignored). Nil where there is no home either.
    public init?(environment: [String: String]) {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            path = "\(state)/northwatch"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = "\(home)/.local/state/northwatch"
        } else {
            return nil
        }
    }

    var database: String { "\(path)/state.sqlite" }

    /// Makes it where it isn't there, and refuses what others can get at.
    func prepare() throws(StoreProblem) {
        try create()
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .directory(path: path, reason: "it is not a directory")
        }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .openToOthers(path: path) }
    }

    /// What is missing on the way to it is made for its owner alone too.
    private func create() throws(StoreProblem) {
        let names = path.split(separator: "/")
        var parent = path.hasPrefix("/") ? "" : "."
        for name in names {
            parent += "/\(name)"
            guard mkdir(parent, 0o700) != 0, errno != EEXIST else { continue }
            // A directory above that can't be written may hold the next all the same.
            var status = stat()
            guard stat(parent, &status) == 0 else { throw failure }
        }
    }

    /// Makes the database's file before SQLite does, which would make it readable to others. SQLite gives the files
    /// beside it the same mode.
    func createFile() throws(StoreProblem) {
        let descriptor = open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == ENOSPC || errno == EDQUOT { throw .diskFull }
            throw .readOnly(path: database)
        }
        fchmod(descriptor, 0o600)
        close(descriptor)
    }

    private var failure: StoreProblem {
        errno == ENOSPC || errno == EDQUOT
            ? .diskFull : .directory(path: path, reason: String(cString: strerror(errno)))
    }
}
