#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Which file stands under a name: another one has another identity, whatever its content.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
}

extension StateDirectory {
    /// The database's file as it is now; nil where there is none yet.
    public var databaseFile: FileIdentity? { FileIdentity(database) }
}

/// Lets one process at a time move a damaged database aside. The kernel ends the turn of a process that ends.
struct RepairTurn {
    private let descriptor: Int32

    /// The others only rename files: whoever takes longer than half a second is stopped.
    private static let (tries, pause) = (50, UInt32(10_000))

    /// Waits for its turn, blocking the thread.
    init(in directory: StateDirectory) throws(StoreProblem) {
        descriptor = open("\(directory.path)/repair.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .readOnly(path: directory.path) }
        for _ in 0..<Self.tries {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            usleep(Self.pause)
        }
        close(descriptor)
        throw .locked
    }

    func end() { close(descriptor) }
}
