internal import TerminalSession
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes lines to standard output: in colours where that is a terminal that shows them, plain where it isn't one.
struct Printer: Sendable {
    let isTerminal: Bool
    let symbols = Printer.symbols
    /// Where nothing says how wide a line may be, it may be any width.
    private static let unbounded = 10_000
    /// Nil without colours.
    private let theme: Theme?

    init(_ environment: [String: String] = ProcessEnvironment.take()) {
        isTerminal = isatty(STDOUT_FILENO) == 1
        let depth = isTerminal ? TerminalColors.depth(environment: environment) : .monochrome
        theme = depth > .monochrome ? try? Themes.standard().adapted(to: depth) : nil
    }

    /// Those that the user's locale has.
    static let symbols: Symbols = {
        let environment = ProcessEnvironment.take()
        return .fitting(
            isUnicode: TerminalSession.CharacterSet.promisesUTF8(environment), type: environment["TERM"])
    }()

    /// As many columns as the terminal has; elsewhere nothing is cut.
    func putTable(_ table: TextTable) {
        for line in table.lines { put(line.cut(to: width, symbols)) }
    }

    func put(_ line: [Span]) { Line.putPrepared(text(line), on: STDOUT_FILENO) }

    /// Shows lines instead of all that the terminal shows now.
    func replaceAll(by lines: [[Span]]) {
        let home = "\u{1B}[H\u{1B}[2J"
        Line.putPrepared(home + lines.map(text).joined(separator: "\n"), on: STDOUT_FILENO)
    }

    /// Columns and rows of the terminal; nil where there is none.
    var size: Size? {
        guard isTerminal else { return nil }
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return Size(columns: 80, rows: 24)
        }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    var width: Int { size?.columns ?? Self.unbounded }

    /// Without blanks at its end.
    private func text(_ line: [Span]) -> String {
        guard let theme else {
            var text = line.map(\.text).joined()
            while text.last == " " { text.removeLast() }
            return text
        }
        var styled = StyledLine()
        for span in line { styled.append(span.text, theme.style(of: span.role)) }
        return styled.text
    }
}
