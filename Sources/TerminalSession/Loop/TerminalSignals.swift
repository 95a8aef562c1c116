internal import CTerminalGuard

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The signals that a terminal program must answer (INT, TERM, HUP, QUIT, TSTP, CONT, WINCH), as bytes of a pipe.
/// Caught as long as this lives; one at a time in a process.
public final class TerminalSignals {
    let descriptor: Int32

    public init() throws(TerminalError) {
        descriptor = terminal_guard_watch()
        guard descriptor >= 0 else { throw .refused(call: "pipe", code: errno) }
    }

    /// Those that have come since the last call, in their order.
    func take() -> [Int32] {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return buffer.prefix(max(0, count)).map(Int32.init)
    }

    /// See `TerminalLoop.stopProcess`.
    func stopProcessGroup() -> Bool { terminal_guard_stop_process_group() }

    deinit { terminal_guard_unwatch() }
}
