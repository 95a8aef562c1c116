internal import CTerminalGuard
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The terminal's device: its attributes, its size, and reading and writing that never block.
final class TTY {
    enum Input {
        case bytes([UInt8])
        case nothing
        /// Nobody will ever type here again.
        case gone
    }

    let descriptor: Int32
    /// Its attributes as they were found.
    let foundAttributes: termios
    /// Whether the other end is closed.
    private(set) var isGone = false
    /// What the terminal had no room for yet.
    private var pending: ArraySlice<UInt8> = []

    /// Opens the terminal that the process belongs to, whatever its standard input and output are.
    ///
    /// It is opened anew, so that not blocking is a matter of this descriptor alone and not of the shell's.
    init() throws(TerminalError) {
        descriptor = open(Self.path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .noTerminal }
        var attributes = termios()
        guard tcgetattr(descriptor, &attributes) == 0 else {
            let code = errno
            closeOnce(descriptor)
            throw code == ENOTTY || code == EIO ? .noTerminal : .refused(call: "tcgetattr", code: code)
        }
        foundAttributes = attributes
    }

    deinit { closeOnce(descriptor) }

    #if canImport(Darwin)
        /// Darwin's poll can't wait for /dev/tty.
        private static var path: String {
            for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
                if let name = ttyname(descriptor) { return String(cString: name) }
            }
            return "/dev/tty"
        }
    #else
        private static let path = "/dev/tty"
    #endif

    /// Keys come one by one as bytes, Ctrl-C and Ctrl-Z too; nothing is echoed, held back or translated.
    func makeRaw() {
        var attributes = foundAttributes
        cfmakeraw(&attributes)
        attributes.c_iflag &= ~tcflag_t(IXOFF)
        set(attributes)
    }

    func restoreAttributes() { set(foundAttributes) }

    /// Forgets what was typed and not read. Without it mouse reports under way would be typed into the shell.
    func discardInput() { _ = tcflush(descriptor, Int32(TCIFLUSH)) }

    /// At once and not after the output: that may never drain.
    private func set(_ attributes: termios) {
        var attributes = attributes
        while tcsetattr(descriptor, TCSANOW, &attributes) != 0, errno == EINTR {}
    }

    /// Nil when the terminal doesn't know, as a serial line doesn't.
    var size: Size? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }

    func read() -> Input {
        guard !isGone else { return .gone }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        // A paste may be long; but a flood must leave time for drawing.
        while bytes.count < 65536 {
            let count = buffer.withUnsafeMutableBytes { readOnce(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes += buffer[..<count]
            } else if count < 0, errno == EAGAIN {
                break
            } else if count == 0 || errno != EINTR {
                isGone = true
                break
            }
        }
        if !bytes.isEmpty { return .bytes(bytes) }
        return isGone ? .gone : .nothing
    }

    /// Whether all that was written has left.
    var isDrained: Bool { pending.isEmpty || isGone }

    /// Sends bytes, and keeps for `flush` what the terminal has no room for.
    func write(_ bytes: [UInt8]) {
        guard !isGone, !bytes.isEmpty else { return }
        if pending.isEmpty {
            pending = bytes[...]
        } else {
            pending += bytes
        }
        flush()
    }

    /// Sends what waits, as far as there is room.
    func flush() {
        while !isDrained {
            let count = pending.withUnsafeBytes { writeOnce(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                pending = pending.dropFirst(count)
            } else if errno == EAGAIN {
                return
            } else if errno != EINTR {
                isGone = true
            }
        }
        pending = []
    }

    /// Sends the bytes that end a session in place of whatever still waits: gives up when nobody reads.
    func writeLast(_ bytes: [UInt8]) {
        if pending.isEmpty {
            pending = bytes[...]
        } else {
            // The terminal may have been left within a sequence or a character: CAN ends it.
            pending = [0x18] + bytes
        }
        flush()
        for _ in 0..<5 where !isDrained {
            var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&wait, 1, 20) > 0 { flush() }
        }
        pending = []
    }

    /// Told by `poll`.
    func noteGone() { isGone = true }
}

/// The names of the system's calls, which the methods above hide.
private func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func writeOnce(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

private func closeOnce(_ descriptor: Int32) {
    close(descriptor)
}
