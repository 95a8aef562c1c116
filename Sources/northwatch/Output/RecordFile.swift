internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file that lines are added to, each whole. What was in it stays.
final class RecordFile: Sendable {
    private let descriptor: Mutex<Int32>

    init(_ path: String) throws(Complaint) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .usage("\(path) can't be written: \(String(cString: strerror(errno)))") }
        self.descriptor = Mutex(descriptor)
    }

    deinit { descriptor.withLock { _ = close($0) } }

    /// A line that can't be written is lost: the simulator goes on.
    func add(_ line: String) {
        descriptor.withLock { _ = WholeWrite.put("\(line)\n".utf8, to: $0) }
    }
}
