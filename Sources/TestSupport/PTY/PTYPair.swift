internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The two ends of a pseudo terminal.
struct PTYPair {
    /// The window's end, and the program's.
    let controller: Int32
    let terminal: Int32
    let path: String

    init(size: Size) throws(PTYProcess.Failure) {
        var controller: Int32 = -1
        var terminal: Int32 = -1
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&controller, &terminal, &name, nil, nil) == 0 else {
            throw PTYProcess.Failure(description: "no pseudo terminal: error \(errno)")
        }
        for descriptor in [controller, terminal] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        self.controller = controller
        self.terminal = terminal
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        Self.resize(controller, size)
    }

    static func resize(_ descriptor: Int32, _ size: Size) {
        var window = winsize()
        window.ws_col = UInt16(clamping: size.columns)
        window.ws_row = UInt16(clamping: size.rows)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }
}
