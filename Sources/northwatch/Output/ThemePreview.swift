internal import TerminalUI

/// A theme on one line: its name, and the roles that matter most in their own colours.
struct ThemePreview {
    var theme: Theme
    var symbols: Symbols

    var line: StyledLine {
        var line = StyledLine()
        line.append(" \(theme.name.padding(to: 15))", theme.style(of: .headerStrong))
        for (text, role) in samples { line.append(" \(text) ", theme.style(of: role)) }
        line.append(" selected \(symbols.failing) ", theme.style(of: .failing).overlaid(with: theme[.selection]))
        return line
    }

    private var samples: [(String, Role)] {
        [
            ("text", .text), ("muted", .muted), ("key", .key), ("match", .match),
            ("\(symbols.healthy) healthy", .healthy),
            ("\(symbols.active) active", .active), ("\(symbols.warning) warning", .warning),
            ("\(symbols.failing) failing", .failing),
        ]
    }
}
