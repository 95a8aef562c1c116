/// A picture of the screen, cell by cell. Whatever is written outside is cut off.
public struct Grid: Hashable, Sendable {
    public let size: Size
    /// Row by row; `cells[row * columns + column]`.
    public private(set) var cells: [Cell]

    public init(size: Size, style: Style = .plain) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank(style), count: self.size.columns * self.size.rows)
    }

    public var bounds: Rect { Rect(size) }

    public subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

    /// The cells of one row.
    public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

    /// Whether a row is the same in another grid. It isn't where that is of another size, or has no such row.
    public func isSame(_ row: Int, in other: Grid) -> Bool {
        guard other.size == size, (0..<size.rows).contains(row) else { return false }
        let range = row * size.columns..<(row + 1) * size.columns
        return cells.withUnsafeBufferPointer { mine in
            other.cells.withUnsafeBufferPointer { theirs in range.allSatisfy { mine[$0] == theirs[$0] } }
        }
    }

    /// Writes text from `position` to the right, at most `width` columns of it and never past `clip` or the grid.
    /// Control characters and what else can't be shown are left out (`SafeText`).
    /// - Returns: the columns written.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, at position: Position, style: Style, width: Int = .max, clip: Rect? = nil
    ) -> Int {
        write(string: String(text), at: position, style: style, width: width, clip: clip)
    }

    /// Not generic, so that callers in other modules run it compiled for `String`.
    private mutating func write(string: String, at position: Position, style: Style, width: Int, clip: Rect?) -> Int {
        let area = clip.map(bounds.intersection) ?? bounds
        guard width > 0, position.column < area.maxColumn, (area.row..<area.maxRow).contains(position.row) else {
            return 0
        }
        let limit = width < area.maxColumn - position.column ? position.column + width : area.maxColumn
        var column = position.column
        var last: Int?
        // Only what takes no column can be longer than the room; a bound keeps megabytes of it from being walked.
        var scalarsLeft = (limit - column) * Self.scalarsPerColumn
        for scalar in string.unicodeScalars {
            scalarsLeft -= 1
            guard scalarsLeft >= 0, column < limit || last != nil else { break }
            if let cell = Cell(scalar, style: style) {
                let next = column + Int(cell.width)
                guard next <= limit else { break }
                last = put(cell, column: column, row: position.row, leftEdge: area.column)
                column = next
            } else if let last, CharacterWidth.isCombining(scalar) {
                cells[last].combine(scalar)
            }
        }
        return column - position.column
    }

    /// A base, its marks, and room for what is left out.
    private static let scalarsPerColumn = 32

    /// Puts a cell that may stand left of the clipped area or across its edge.
    /// - Returns: the index of the cell, if it is there, for marks that follow.
    private mutating func put(_ cell: Cell, column: Int, row: Int, leftEdge: Int) -> Int? {
        if column >= leftEdge {
            set(cell, column: column, row: row)
            return row * size.columns + column
        }
        if column + Int(cell.width) > leftEdge { set(.blank(cell.style), column: leftEdge, row: row) }
        return nil
    }

    /// Covers an area with blanks of one style.
    public mutating func fill(_ area: Rect, style: Style) { fill(area, with: .blank(style)) }

    /// Covers an area with one character; nothing happens where that takes no column, or two.
    public mutating func fill(_ area: Rect, with character: String, style: Style) {
        guard let cell = character.unicodeScalars.first.flatMap({ Cell($0, style: style) }), cell.width == 1 else {
            return
        }
        fill(area, with: cell)
    }

    private mutating func fill(_ area: Rect, with cell: Cell) {
        let area = bounds.intersection(area)
        guard !area.isEmpty else { return }
        for row in area.row..<area.maxRow {
            let start = row * size.columns
            // The edges may cut through wide characters; between them there is nothing to look at.
            set(cell, column: area.column, row: row)
            set(cell, column: area.maxColumn - 1, row: row)
            for index in start + area.column..<start + area.maxColumn { cells[index] = cell }
        }
    }

    /// Takes over what stands in an area of a grid of the same size. No wide character may stand across its edges.
    public mutating func copy(_ area: Rect, from other: Grid) {
        let area = bounds.intersection(area)
        guard !area.isEmpty, other.size == size else { return }
        for row in area.row..<area.maxRow {
            let range = row * size.columns + area.column..<row * size.columns + area.maxColumn
            cells.replaceSubrange(range, with: other.cells[range])
        }
    }

    /// Changes the style of what stands in an area: `over`'s colours and attributes on top.
    public mutating func restyle(_ area: Rect, with over: Style) {
        changeStyle(area) { $0.overlaid(with: over) }
    }

    /// Changes the style of each cell in an area.
    public mutating func changeStyle(_ area: Rect, _ change: (Style) -> Style) {
        let area = bounds.intersection(area)
        guard !area.isEmpty else { return }
        for row in area.row..<area.maxRow {
            for index in row * size.columns + area.column..<row * size.columns + area.maxColumn {
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// Puts one cell. Half of a wide character that it cuts through becomes a blank, so that no row ever holds a
    /// half without its other.
    private mutating func set(_ cell: Cell, column: Int, row: Int) {
        let index = row * size.columns + column
        if cells[index].isRightHalf, column > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
        let next = index + Int(cell.width)
        if column + Int(cell.width) < size.columns, cells[next].isRightHalf { cells[next] = .blank(cells[next].style) }
        cells[index] = cell
        if cell.width == 2 { cells[index + 1] = .rightHalf(cell.style) }
    }

    /// The rows as text, spaces at their ends cut off. For tests and for copying a screen.
    public var lines: [String] {
        (0..<size.rows).map { row in
            var line = self.row(row).map(\.text).joined()
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
