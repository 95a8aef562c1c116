#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that others may not get at: they may not read one that holds a secret, and not write one that is trusted.
///
/// A module of its own, since `stat` belongs to whichever C module shows it first, and where NIO is at hand too that
/// is not always the C library's.
public struct PrivateFile: Hashable, Sendable {
    public var path: String
    /// In bytes; a larger file is not what it is taken for.
    public var limit: Int
    public var protection: Protection

    /// What others may not do with it.
    public enum Protection: Hashable, Sendable {
        /// Read, write or execute it.
        case secret
        /// Write it.
        case trusted

        fileprivate var mode: mode_t { self == .secret ? 0o077 : 0o022 }
        fileprivate var remedy: String { self == .secret ? "chmod 600" : "chmod go-w" }
    }

    public init(path: String, limit: Int, protection: Protection = .secret) {
        self.path = path
        self.limit = limit
        self.protection = protection
    }

    /// Why it is not read.
    public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case missing
        /// The system's word.
        case unreadable(String)
        case directory
        case notAFile
        /// What is trusted is the user's own, or root's.
        case anothers
        /// With the command that mends it.
        case openToOthers(remedy: String)
        case tooLarge

        public var description: String {
            switch self {
            case .missing: String(cString: strerror(ENOENT))
            case .unreadable(let reason): reason
            case .directory: "it is a directory"
            case .notAFile: "it is not a regular file"
            case .anothers: "it belongs to another user"
            case .openToOthers(let remedy): "other users of this machine can get at it; first: \(remedy)"
            case .tooLarge: "it is too large"
            }
        }
    }

    /// All of it. The file that is checked is the file that is read, whatever happens to its name meanwhile.
    public func contents() throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.systemRefusal }
        defer { close(descriptor) }
        try check(descriptor)
        return try all(descriptor)
    }

    /// A pipe is fine too, such as a shell's `<(pass northflank)`.
    private func check(_ descriptor: Int32) throws(Refusal) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.systemRefusal }
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFIFO: break
        case S_IFDIR: throw .directory
        default: throw .notAFile
        }
        guard protection == .secret || [geteuid(), 0].contains(status.st_uid) else { throw .anothers }
        guard status.st_mode & protection.mode == 0 else {
            throw .openToOthers(remedy: "\(protection.remedy) \(path)")
        }
    }

    private func all(_ descriptor: Int32) throws(Refusal) -> [UInt8] {
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while contents.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return contents }
            if count > 0 {
                contents += buffer.prefix(count)
            } else if errno != EINTR {
                throw Self.systemRefusal
            }
        }
        throw .tooLarge
    }

    private static var systemRefusal: Refusal {
        errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
    }
}
