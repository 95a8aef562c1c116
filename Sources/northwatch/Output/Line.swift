internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// One line of a stream. What it repeats may come from a file or another host, so nothing is left in it that a
/// terminal would obey.
enum Line {
    static func put(_ text: String, on stream: Int32) { send("\(SafeText.line(text))\n", stream) }

    static func put(_ line: StyledLine, on stream: Int32) { send("\(line.text)\n", stream) }

    /// A result: on standard output.
    static func say(_ text: String) { put(text, on: STDOUT_FILENO) }

    /// In the place of the line that the cursor is on; of a terminal, and safe already.
    static func rewrite(_ text: String, on stream: Int32) { send("\r\u{1B}[K\(text)", stream) }

    /// Something worth knowing that is no result: on standard error.
    static func note(_ text: String) { put("northwatch: \(text)", on: STDERR_FILENO) }

    /// Lines that were made harmless already.
    static func putPrepared(_ text: String, on stream: Int32) { send("\(text)\n", stream) }

    /// Nobody reads what is printed any more: this ends as other programs do by themselves, which don't ignore SIGPIPE
    /// for their sockets' sake.
    private static func endUnheard() -> Never {
        var piped = sigset_t()
        sigemptyset(&piped)
        sigaddset(&piped, SIGPIPE)
        signal(SIGPIPE, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &piped, nil)
        raise(SIGPIPE)
        exit(128 + SIGPIPE)
    }

    private static func send(_ text: String, _ stream: Int32) {
        if WholeWrite.put(text.utf8, to: stream) == EPIPE, stream == STDOUT_FILENO { endUnheard() }
    }
}
