internal import TerminalUI

/// What a terminal's description says of its colours.
struct ColorCapability: Hashable {
    /// The value of `colors`; below 8 there are none.
    var count: Int
    /// Whether it says that colours are red, green and blue (`RGB`).
    var isDirect: Bool

    /// What the description alone promises.
    var depth: ColorDepth {
        switch count {
        case ..<8: .monochrome
        case ..<16: .eight
        case ..<256: .sixteen
        case 256: .palette256
        default: isDirect ? .trueColor : .palette256
        }
    }

    /// The depth to draw with: what was asked for, else what `NO_COLOR`, the description and `COLORTERM` say.
    /// A terminal without any colours gets none, whatever is asked.
    func depth(asked: ColorDepth?, terminal: String, environment: [String: String]) -> ColorDepth {
        guard count >= 8 else { return .monochrome }
        if let asked { return asked }
        guard environment["NO_COLOR", default: ""].isEmpty else { return .monochrome }
        return showsTrueColor(terminal: terminal, environment: environment) ? .trueColor : depth
    }

    private func showsTrueColor(terminal: String, environment: [String: String]) -> Bool {
        if isDirect || KnownTerminals.showTrueColor(terminal) { return true }
        guard ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""].lowercased()) else { return false }
        // GNU screen hands COLORTERM on and can't do it; tmux can, or finds the nearest colour itself.
        if terminal.hasPrefix("screen"), environment["TMUX", default: ""].isEmpty { return false }
        return terminal != "linux"
    }
}

/// Terminals that work like xterm and bring their own descriptions, which the machine at the other end of an ssh
/// connection seldom has. `COLORTERM` does not survive ssh either.
enum KnownTerminals {
    private static let names = [
        "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm", "xterm-ghostty", "xterm-kitty",
    ]

    static func showTrueColor(_ terminal: String) -> Bool {
        terminal.hasSuffix("-direct") || names.contains { terminal == $0 || terminal.hasPrefix($0 + "-") }
    }

    /// Whether it reads operating system commands (OSC), or at least passes over them. The Linux console and real
    /// terminals of old print what they don't understand.
    static func takeCommands(_ terminal: String) -> Bool {
        let families = ["xterm", "tmux", "screen", "rxvt", "vte", "gnome", "konsole", "st", "mintty", "putty", "iterm"]
        return showTrueColor(terminal) || families.contains { terminal == $0 || terminal.hasPrefix($0 + "-") }
    }

    /// The description to use when there is none for this name.
    static func substitute(for terminal: String) -> String? {
        if terminal.hasPrefix("xterm") || showTrueColor(terminal) { return "xterm-256color" }
        if terminal.hasPrefix("tmux") { return "screen-256color" }
        return nil
    }
}
