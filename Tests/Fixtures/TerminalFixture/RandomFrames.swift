import TerminalUI

/// Frames of which each changes some of the one before: text, blanks, wide characters, marks, styles, the cursor. The
/// same ones in every run.
struct RandomFrames {
    private(set) var last = Frame(grid: Grid(size: Size(columns: 0, rows: 0)))
    private var seed: UInt64 = 1

    private static let texts = [
        "a", "plain text", "        ", "世界", "e\u{301}a\u{308}", "┌──┐", "\t\u{7}é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "x x x x x x", "한글 カナ",
    ]

    mutating func next(size: Size) -> Frame {
        if last.grid.size != size { last = Frame(grid: Grid(size: size)) }
        for _ in 0..<Int(number(12)) + 1 {
            let position = Position(column: Int(number(size.columns)), row: Int(number(size.rows)))
            let text = Self.texts[Int(number(Self.texts.count))]
            last.grid.write(text, at: position, style: style())
        }
        // tmux leaves coloured blanks at the ends of rows out of what it captures.
        for row in 0..<size.rows {
            last.grid.write("|", at: Position(column: size.columns - 1, row: row), style: .plain)
        }
        last.cursor =
            number(2) == 0 ? nil : Position(column: Int(number(size.columns)), row: Int(number(size.rows)))
        return last
    }

    private mutating func style() -> Style {
        Style(
            foreground: color(), background: color(),
            attributes: Style.Attributes(rawValue: UInt8(number(4) == 0 ? number(32) : 0)))
    }

    private mutating func color() -> Color {
        switch number(4) {
        case 0: .terminal
        case 1: .palette(UInt8(number(16)))
        case 2: .palette(UInt8(number(256)))
        default: .rgb(red: UInt8(number(256)), green: UInt8(number(256)), blue: UInt8(number(256)))
        }
    }

    /// From 0 to less than `bound` (xorshift).
    private mutating func number(_ bound: Int) -> UInt64 {
        seed ^= seed << 13
        seed ^= seed >> 7
        seed ^= seed << 17
        return (seed >> 11) % UInt64(bound)
    }
}
