internal import TerminalUI

/// A line in colours for a terminal that isn't taken over: text and SGR sequences (ECMA-48, 8.3.117; colours as xterm
/// reads them), each piece ended by a reset.
struct StyledLine {
    private(set) var text = ""

    mutating func append(_ piece: String, _ style: Style) {
        let codes = style.attributes.codes + style.foreground.codes(30) + style.background.codes(40)
        text += "\u{1B}[\((["0"] + codes).joined(separator: ";"))m\(SafeText.line(piece))\u{1B}[0m"
    }
}

extension Color {
    /// - Parameter base: 30 for the text, 40 for what is under it.
    fileprivate func codes(_ base: Int) -> [String] {
        switch self {
        case .terminal: []
        case .palette(let index) where index < 8: ["\(base + Int(index))"]
        case .palette(let index) where index < 16: ["\(base + 52 + Int(index))"]
        case .palette(let index): ["\(base + 8)", "5", "\(index)"]
        case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
        }
    }
}

extension Style.Attributes {
    fileprivate var codes: [String] {
        let all: [(Style.Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
