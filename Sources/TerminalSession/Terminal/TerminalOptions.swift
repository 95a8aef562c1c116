public import TerminalUI

/// What the user asks of the terminal.
public struct TerminalOptions: Sendable {
    /// `TERM`, `COLORTERM`, `NO_COLOR` and the locale's variables are read from here.
    public var environment: [String: String]
    /// How many colours to use; nil finds out.
    public var colorDepth: ColorDepth?

    public init(environment: [String: String], colorDepth: ColorDepth? = nil) {
        self.environment = environment
        self.colorDepth = colorDepth
    }
}
