/// A bordered area with words on its border.
public struct Box {
    /// At the left of the upper border.
    public var title: [Span] = []
    /// At the right of the upper border; the title gives way to it.
    public var right: [Span] = []
    /// At the right of the lower border.
    public var bottom: [Span] = []
    public var border: Role
    /// What lies under it; nil for the screen itself.
    public var base: Role?

    public init(title: [Span] = [], right: [Span] = [], bottom: [Span] = [], border: Role, base: Role? = nil) {
        self.title = title
        self.right = right
        self.bottom = bottom
        self.border = border
        self.base = base
    }

    /// Draws the border; what is inside stays.
    /// - Returns: the area inside, empty where there is no room for one.
    @discardableResult
    public func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
        let inner = area.inset(columns: 1, rows: 1)
        guard area.width >= 2, area.height >= 2 else { return inner }
        let edges = Rect(column: area.column, row: area.row, width: area.width, height: 1)
        let lower = Rect(column: area.column, row: area.maxRow - 1, width: area.width, height: 1)
        drawLines(on: &canvas, area, upper: edges, lower: lower)
        drawWords(on: &canvas, upper: edges, lower: lower)
        return inner
    }

    private func drawLines(on canvas: inout Canvas, _ area: Rect, upper: Rect, lower: Rect) {
        let symbols = canvas.symbols.border
        let style = canvas.theme.style(of: border, over: base ?? .text)
        let (left, right) = (area.column, area.maxColumn - 1)
        func put(_ symbol: String, column: Int, row: Int, width: Int = 1, height: Int = 1) {
            let place = Rect(column: column, row: row, width: width, height: height)
            canvas.grid.fill(place, with: symbol, style: style)
        }
        put(symbols.horizontal, column: left, row: upper.row, width: area.width)
        put(symbols.horizontal, column: left, row: lower.row, width: area.width)
        put(symbols.vertical, column: left, row: area.row, height: area.height)
        put(symbols.vertical, column: right, row: area.row, height: area.height)
        put(symbols.topLeft, column: left, row: upper.row)
        put(symbols.topRight, column: right, row: upper.row)
        put(symbols.bottomLeft, column: left, row: lower.row)
        put(symbols.bottomRight, column: right, row: lower.row)
    }

    private func drawWords(on canvas: inout Canvas, upper: Rect, lower: Rect) {
        let room = upper.width - 4
        let rightWidth = right.columns
        let isRightShown = rightWidth > 0 && rightWidth + 8 <= room
        if isRightShown { drawAtRight(right, on: &canvas, upper) }
        let titleRoom = room - (isRightShown ? rightWidth + 3 : 0)
        if titleRoom > 0, !title.isEmpty {
            let place = Rect(column: upper.column + 1, row: upper.row, width: titleRoom + 2, height: 1)
            canvas.write(
                [Span(" ", border)] + title.cut(to: titleRoom, canvas.symbols) + [Span(" ", border)], in: place,
                over: base)
        }
        if !bottom.isEmpty, bottom.columns <= room { drawAtRight(bottom, on: &canvas, lower) }
    }

    private func drawAtRight(_ words: [Span], on canvas: inout Canvas, _ edge: Rect) {
        let width = words.columns + 2
        let place = Rect(column: edge.maxColumn - 1 - width, row: edge.row, width: width, height: 1)
        canvas.write([Span(" ", border)] + words + [Span(" ", border)], in: place, over: base)
    }
}
