#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that a process keeps locked for as long as it lives. The kernel unlocks it whatever way the process ends, and
/// keeps it locked while the process is stopped, so that nobody takes a stopped process for a dead one. Process ids
/// would tell neither across containers nor after they are used again.
public final class ProcessMark: Sendable {
    public let name: String
    private let path: String
    private let descriptor: Int32

    public init(in directory: StateDirectory) throws(StoreProblem) {
        name = "process-\(String(UInt64.random(in: .min ... .max), radix: 36)).lock"
        path = "\(directory.path)/\(name)"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == ENOSPC || errno == EDQUOT ? .diskFull : .readOnly(path: path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .networkFileSystem(path: directory.path)
        }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }

    /// Whether the process of that mark lives. The file of a dead one is removed.
    static func isAlive(_ name: String, in directory: StateDirectory) -> Bool {
        let path = "\(directory.path)/\(name)"
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return true }
        unlink(path)
        return false
    }
}
