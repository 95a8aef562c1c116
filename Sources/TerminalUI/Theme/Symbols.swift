/// The characters that aren't letters: for terminals that speak UTF-8, for the Linux console, whose fonts have a few
/// hundred characters, and in ASCII. Each is one column wide in every common font, and has no emoji form that a terminal
/// might prefer.
public struct Symbols: Hashable, Sendable {
    // Health: told apart by shape, not by colour alone.
    public var failing: String
    public var warning: String
    public var active: String
    public var unknown: String
    public var healthy: String
    public var idle: String

    public var border: Border
    public var ellipsis: String
    /// Nothing, where something could be.
    public var dash: String
    public var up: String
    public var down: String
    public var folded: String
    public var unfolded: String
    /// Between what was and what is.
    public var arrow: String
    /// On a row whose change rings.
    public var bell: String
    /// In front of a row that is marked, and of one that is a favourite.
    public var marked: String
    public var favourite: String
    /// Shown one after another while something is fetched.
    public var spinner: [String]
    public var gauge: Gauge
    /// From nothing to the most.
    public var bars: [String]
    public var separator: String
    /// Between the least and the most.
    public var range: String
    /// Whether a stroke can be put over a letter.
    public var combines = false

    /// Those that a terminal has.
    /// - Parameter type: its `TERM`.
    public static func fitting(isUnicode: Bool, type: String?) -> Symbols {
        guard isUnicode else { return .ascii }
        return type?.hasPrefix("linux") == true ? .console : .unicode
    }

    public struct Border: Hashable, Sendable {
        public var horizontal: String
        public var vertical: String
        public var topLeft: String
        public var topRight: String
        public var bottomLeft: String
        public var bottomRight: String
    }

    public struct Gauge: Hashable, Sendable {
        public var full: String
        /// What is there but kept back.
        public var reserve: String
        public var empty: String
    }

    /// A text that is struck out, whatever colours there are.
    public func struck(_ text: String) -> String {
        guard combines else { return "-\(text)-" }
        return text.reduce(into: "") { struck, character in
            struck.append(character)
            if character != " " { struck.unicodeScalars.append("\u{336}") }
        }
    }

    public static let unicode = Symbols(
        failing: "✗", warning: "▲", active: "◐", unknown: "?", healthy: "●", idle: "○",
        border: Border(
            horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯"),
        ellipsis: "…", dash: "–", up: "↑", down: "↓", folded: "▸", unfolded: "▾", arrow: "→", bell: "♪",
        marked: "✓", favourite: "★",
        spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧"],
        gauge: Gauge(full: "█", reserve: "▓", empty: "░"),
        bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], separator: "·", range: "–", combines: true)

    /// What both the kernel's own font (code page 437) and those that distributions load have.
    public static let console: Symbols = {
        var symbols = ascii
        symbols.border = Border(
            horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘")
        symbols.gauge = Gauge(full: "█", reserve: "▒", empty: "░")
        (symbols.up, symbols.down, symbols.arrow, symbols.separator) = ("↑", "↓", "→", "·")
        return symbols
    }()

    public static let ascii = Symbols(
        failing: "x", warning: "!", active: "~", unknown: "?", healthy: "*", idle: "o",
        border: Border(horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+"),
        ellipsis: "~", dash: "-", up: "^", down: "v", folded: ">", unfolded: "v", arrow: ">", bell: "&",
        marked: "+", favourite: "#",
        spinner: ["|", "/", "-", "\\"],
        gauge: Gauge(full: "#", reserve: "=", empty: "."),
        bars: ["_", ".", "-", "=", "+", "*", "#"], separator: "-", range: "-")
}
