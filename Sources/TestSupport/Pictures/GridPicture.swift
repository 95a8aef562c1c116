public import TerminalUI

/// A grid as text, to be looked at and compared.
public struct GridPicture: Hashable, Sendable, CustomStringConvertible {
    /// The rows as they read, blanks at their ends cut off.
    public let text: [String]
    /// The rows with a letter in the place of each cell, telling its style; empty if not asked for.
    public let styles: [String]
    /// What the letters stand for.
    public let legend: [String]

    /// - Parameter theme: Tells the styles too, with the names of the roles that look like that; nil leaves them out.
    public init(_ grid: Grid, theme: Theme? = nil) {
        text = grid.lines
        guard let theme else {
            styles = []
            legend = []
            return
        }
        var letters = Letters(theme: theme)
        styles = (0..<grid.size.rows).map { row in
            let line = String(grid.row(row).map { letters.letter(of: $0.style) })
            return String(line.reversed().drop { $0 == Letters.plain }.reversed())
        }
        legend = letters.legend
    }

    public var description: String {
        var lines = text
        if !styles.isEmpty {
            lines += ["", "Styles:"] + styles + [""] + legend
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Deals out letters in the order in which styles are met.
private struct Letters {
    static let plain: Character = "."
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

    let theme: Theme
    private var known: [Style: Character] = [:]
    private(set) var legend: [String] = []

    init(theme: Theme) {
        self.theme = theme
        known[theme[.text]] = Self.plain
    }

    mutating func letter(of style: Style) -> Character {
        if let letter = known[style] { return letter }
        let letter = legend.count < Self.alphabet.count ? Self.alphabet[legend.count] : "?"
        known[style] = letter
        let roles = Role.allCases.filter { theme[$0] == style }.map(\.name)
        legend.append("\(letter) \(style.words)" + (roles.isEmpty ? "" : " (\(roles.joined(separator: ", ")))"))
        return letter
    }
}

extension Style {
    /// `#f7768e on #283457 bold`
    fileprivate var words: String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        let background = background == .terminal ? [] : ["on", background.words]
        return ([foreground.words] + background + names.filter { attributes.contains($0.0) }.map(\.1))
            .joined(separator: " ")
    }
}

extension Color {
    fileprivate var words: String {
        switch self {
        case .terminal: return "default"
        case .palette(let index): return Int(index) < Color.names.count ? Color.names[Int(index)] : "\(index)"
        case .rgb(let red, let green, let blue):
            return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
