/// Why the terminal can't be used, and what its owner can do about it.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is none: a cron job, a pipe-only container.
    case noTerminal
    /// `TERM` is not set, or empty.
    case unnamedTerminal
    /// `TERM` names a terminal of which this system has no description.
    case unknownTerminal(String)
    /// The terminal can't move its cursor, as `dumb` can't.
    case unsuitableTerminal(String)
    /// The system refused a call.
    case refused(call: String, code: Int32)

    public var description: String {
        switch self {
        case .noTerminal:
            "no terminal: run it in a terminal window, or give it one (docker run -it, ssh -t)"
        case .unnamedTerminal:
            "TERM is not set, so the terminal's type is not known: try TERM=xterm-256color"
        case .unknownTerminal(let name):
            "unknown terminal type \"\(Self.printable(name))\" in TERM: try TERM=xterm-256color"
        case .unsuitableTerminal(let name):
            "the terminal type \"\(Self.printable(name))\" in TERM can't move its cursor: try TERM=xterm-256color"
        case .refused(let call, let code):
            "the terminal can't be used: \(call) failed with error \(code)"
        }
    }

    /// TERM comes from outside, and this goes to a terminal.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.prefix(64).map { (0x20..<0x7F).contains($0.value) ? $0 : "?" })
        )
    }
}
