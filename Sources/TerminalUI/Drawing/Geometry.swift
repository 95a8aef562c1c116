/// Columns and rows of a screen or a part of it.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

/// A cell's place, counted from the top left, which is (0, 0).
public struct Position: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A part of a grid.
public struct Rect: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var width: Int
    public var height: Int

    /// Negative widths and heights become 0, so that layouts can subtract without looking.
    public init(column: Int, row: Int, width: Int, height: Int) {
        self.column = column
        self.row = row
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public init(_ size: Size) { self.init(column: 0, row: 0, width: size.columns, height: size.rows) }

    public var maxColumn: Int { column + width }
    public var maxRow: Int { row + height }
    public var isEmpty: Bool { width == 0 || height == 0 }

    public func contains(_ position: Position) -> Bool {
        (column..<maxColumn).contains(position.column) && (row..<maxRow).contains(position.row)
    }

    public func inset(columns: Int, rows: Int) -> Rect {
        Rect(column: column + columns, row: row + rows, width: width - 2 * columns, height: height - 2 * rows)
    }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, width: min(maxColumn, other.maxColumn) - left,
            height: min(maxRow, other.maxRow) - top)
    }

    /// The first `height` rows, and the rest.
    public func splitRows(at height: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, height), self.height)
        return (
            Rect(column: column, row: row, width: width, height: cut),
            Rect(column: column, row: row + cut, width: width, height: self.height - cut)
        )
    }

    /// The first `width` columns, and the rest.
    public func splitColumns(at width: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, width), self.width)
        return (
            Rect(column: column, row: row, width: cut, height: height),
            Rect(column: column + cut, row: row, width: self.width - cut, height: height)
        )
    }
}

extension Rect {
    /// One of its rows, from 0; empty below the last.
    public func row(_ offset: Int) -> Rect {
        Rect(column: column, row: row + offset, width: width, height: offset < height ? 1 : 0)
    }
}
