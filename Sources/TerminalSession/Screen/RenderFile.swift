internal import CTerminalGuard

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A file in memory that ncurses takes for its terminal. ncurses would wait, deaf to all signals, for a terminal that
/// takes no more bytes; from here they go on their way at the terminal's pace. And a frame leaves in one piece.
final class RenderFile {
    let stream: UnsafeMutablePointer<FILE>
    private let descriptor: Int32

    init() throws(TerminalError) {
        descriptor = terminal_guard_nameless_file()
        guard descriptor >= 0, let stream = fdopen(descriptor, "r+") else {
            throw .refused(call: "memfd_create", code: errno)
        }
        self.stream = stream
    }

    /// Only when ncurses no longer knows it.
    deinit { fclose(stream) }

    /// What ncurses has written since the last call.
    func take() -> [UInt8] {
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
        lseek(descriptor, 0, SEEK_SET)
        return bytes
    }
}
