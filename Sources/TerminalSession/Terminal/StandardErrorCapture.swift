internal import CTerminalGuard

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Keeps what goes to standard error off the screen, and shows it once the screen is down. Standard error that leads
/// to a file is left alone.
struct StandardErrorCapture {
    /// The nameless file that takes the messages, and where standard error led before; -1 when nothing is captured.
    private(set) var messages: Int32 = -1
    private(set) var original: Int32 = -1

    init() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let file = terminal_guard_nameless_file()
        let found = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard file >= 0, found >= 0, dup2(file, STDERR_FILENO) >= 0 else {
            if file >= 0 { close(file) }
            if found >= 0 { close(found) }
            return
        }
        messages = file
        original = found
    }

    /// Leads standard error back and writes to it what came meanwhile.
    mutating func end() {
        guard messages >= 0 else { return }
        dup2(original, STDERR_FILENO)
        terminal_guard_copy(messages, STDERR_FILENO)
        close(messages)
        close(original)
        messages = -1
        original = -1
    }
}
