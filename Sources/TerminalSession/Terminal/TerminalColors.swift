public import TerminalUI

/// How many colours the terminal has, for programs that only print.
public enum TerminalColors {
    /// As the screen would find out by `TERM`, `COLORTERM` and `NO_COLOR`; monochrome where the terminal is unknown.
    /// Not while a screen is up: both load terminal descriptions.
    public static func depth(environment: [String: String]) -> ColorDepth {
        guard let description = try? TerminalDescription(term: environment["TERM"]) else { return .monochrome }
        defer { Terminfo.unload() }
        return description.colors.depth(
            asked: nil, terminal: environment["TERM", default: description.name], environment: environment)
    }
}
