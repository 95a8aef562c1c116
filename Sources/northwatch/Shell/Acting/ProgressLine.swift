internal import Synchronization
internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How far something is, on standard error: one line that is written anew on a terminal, a line for each state
/// elsewhere.
final class ProgressLine: Sendable {
    private struct Shown {
        var status: String?
        var since = ContinuousClock.now
        var asked = Duration.zero
        var ticker: Task<Void, Never>?
    }

    private let title: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let shown = Mutex(Shown())

    init(title: String) { self.title = title }

    /// - Parameter asked: how often it is asked.
    func show(_ status: String, asked: Duration) {
        let isNew = shown.withLock { shown in
            defer { (shown.status, shown.asked) = (status, asked) }
            return shown.status != status
        }
        guard isTerminal else {
            if isNew { Line.note("\(title): \(status)") }
            return
        }
        draw()
        shown.withLock { shown in
            guard shown.ticker == nil else { return }
            shown.ticker = Task { [weak self] in
                while (try? await Task.sleep(for: .seconds(1))) != nil, let self { draw() }
            }
        }
    }

    /// Leaves the terminal's line empty.
    func finish() {
        shown.withLock { $0.ticker?.cancel() }
        if isTerminal, shown.withLock(\.status) != nil { Line.rewrite("", on: STDERR_FILENO) }
    }

    private func draw() {
        let (status, asked) = shown.withLock { ($0.status ?? "", $0.asked) }
        let time = RelativeTime.duration((ContinuousClock.now - start) / .seconds(1))
        // The long name last: it may be cut.
        let text = SafeText.line("\(status) \(time) (asked every \(asked.components.seconds) s): \(title)")
        let shown = Truncation.end(text, width: columns - 1, ellipsis: Printer.symbols.ellipsis)
        Line.rewrite(shown, on: STDERR_FILENO)
    }

    private var columns: Int {
        var window = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return 80 }
        return Int(window.ws_col)
    }
}
