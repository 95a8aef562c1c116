public import TerminalUI

/// What the user asks of the terminal.
public struct TerminalOptions: Sendable {
    /// `TERM`, `COLORTERM`, `NO_COLOR`, `ESCDELAY` and the locale's variables are read from here.
    public var environment: [String: String]
    /// How many colours to use; nil finds out.
    public var colorDepth: ColorDepth?

    public init(environment: [String: String], colorDepth: ColorDepth? = nil) {
        self.environment = environment
        self.colorDepth = colorDepth
    }

    /// How long a part of a key's sequence waits for its rest; a lone ESC is the Escape key then. `ESCDELAY` sets it in
    /// milliseconds, as for every program on ncurses: links that tear sequences apart need more.
    public var escapeDelay: Duration {
        guard let text = environment["ESCDELAY"], let milliseconds = Int(text), (1...10_000).contains(milliseconds)
        else { return .milliseconds(25) }
        return .milliseconds(milliseconds)
    }
}
