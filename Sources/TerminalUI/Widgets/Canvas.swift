/// A grid with what it takes to draw on it.
public struct Canvas {
    public var grid: Grid
    public let theme: Theme
    public let symbols: Symbols
    /// Where text is being typed.
    public var cursor: Position?
    /// What leads out of the terminal.
    public var link: Link?

    public init(size: Size, theme: Theme, symbols: Symbols) {
        grid = Grid(size: size, style: theme[.text])
        self.theme = theme
        self.symbols = symbols
    }

    /// Writes spans one after another into the first row of an area and cuts what is too long.
    /// - Parameter base: what lies under them: a bar, a dialog; the screen itself where it is nil. Roles without a
    ///   background of their own show it.
    /// - Returns: the columns written.
    @discardableResult
    public mutating func write(_ spans: [Span], in area: Rect, over base: Role? = nil) -> Int {
        guard area.height > 0 else { return 0 }
        var column = area.column
        for span in spans {
            guard column < area.maxColumn else { break }
            let style = theme.style(of: span.role, over: base ?? .text)
            column += grid.write(
                span.text, at: Position(column: column, row: area.row), style: style, width: area.maxColumn - column,
                clip: area)
        }
        return column - area.column
    }

    /// Writes text over as many rows as it needs and the area has.
    public mutating func paragraph(_ text: String, _ role: Role, in area: Rect, over base: Role? = nil) {
        for (offset, line) in TextWrap.lines(text, width: area.width, limit: area.height).enumerated() {
            let row = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            write([Span(line, role)], in: row, over: base)
        }
    }
}
