/// One column of a table.
public struct TableColumn: Hashable, Sendable {
    public enum Room: Hashable, Sendable {
        case fixed(Int)
        /// As wide as its longest text, but no wider than this unless there is room to spare.
        case fitting(maximum: Int)
        /// At least this; takes what the others leave, and is cut before any other.
        case flexible(minimum: Int)
    }

    public enum Alignment: Hashable, Sendable { case left, right }

    /// Its heading; empty for none.
    public var title: String
    public var room: Room
    public var alignment: Alignment
    /// 0 always stays; of the others, the highest goes first where there is no room for all.
    public var priority: Int

    public init(_ room: Room, alignment: Alignment = .left, priority: Int = 0, title: String = "") {
        self.title = title
        self.room = room
        self.alignment = alignment
        self.priority = priority
    }
}

/// The cells of one row, in the order of the columns.
public typealias TableLine = [[Span]]

/// Columns fitted to the lines they hold and the room they have. Long texts are cut in the middle, since names of a
/// kind often differ at their ends.
public struct Table {
    /// Columns between two columns.
    private static let gap = 2

    private let columns: [TableColumn]
    /// A width for each column; 0 for one that isn't shown.
    public let widths: [Int]

    /// - Parameters:
    ///   - lines: Those that can be seen: what they hold decides how wide columns are.
    ///   - heading: A line above them. It shows no column that holds nothing, and widens others only where no name is
    ///     cut for it.
    ///   - width: The room.
    public init(columns: [TableColumn], lines: [TableLine], heading: TableLine = [], width: Int) {
        self.columns = columns
        let widest = columns.indices.map { index in
            lines.reduce(0) { index < $1.count ? max($0, $1[index].columns) : $0 }
        }
        let headed = widest.enumerated().map { index, width in
            width > 0 && index < heading.count ? max(width, heading[index].columns) : width
        }
        var roomy = ColumnFitter(columns: columns, natural: headed, room: width, gap: Self.gap)
        var narrow = ColumnFitter(columns: columns, natural: widest, room: width, gap: Self.gap)
        let wanted = roomy.fit()
        widths = zip(wanted, widest).allSatisfy { $0 >= $1 } ? wanted : narrow.fit()
    }

    /// The column that takes a place, counted from the left; nil between two.
    public func column(at place: Int) -> Int? {
        var start = 0
        for (index, width) in widths.enumerated() where width > 0 {
            if (start..<start + width).contains(place) { return index }
            start += width + Self.gap
        }
        return nil
    }

    /// Draws the heading into the first row of an area. What doesn't fit is left out: a part of it would say nothing.
    public func drawHeading(_ heading: TableLine, on canvas: inout Canvas, in area: Rect) {
        draw(zip(heading, widths).map { $0.columns > $1 ? [] : $0 }, on: &canvas, in: area)
    }

    /// Draws a line into the first row of an area.
    /// - Parameters:
    ///   - base: What lies under it.
    ///   - highlight: What is marked in it.
    public func draw(
        _ line: TableLine, on canvas: inout Canvas, in area: Rect, over base: Role? = nil, highlight: Highlight? = nil
    ) {
        let fitted = zip(line, widths).map { fit($0, to: $1, canvas.symbols) }
        let cells = highlight?.applied(to: fitted) ?? fitted
        var column = area.column
        for (index, width) in widths.enumerated() where width > 0 {
            if index < cells.count {
                let cell = cells[index]
                let indent = columns[index].alignment == .right ? width - cell.columns : 0
                let place = Rect(column: column + indent, row: area.row, width: width - indent, height: 1)
                canvas.write(cell, in: place.intersection(area), over: base)
            }
            column += width + Self.gap
        }
    }

    /// A line for where nothing is drawn: its cells, each padded to its column.
    public func spans(_ line: TableLine, _ symbols: Symbols) -> [Span] {
        zip(line, widths).enumerated().flatMap { index, cell -> [Span] in
            let (spans, width) = (fit(cell.0, to: cell.1, symbols), cell.1)
            guard width > 0 else { return [] }
            let role = spans.first?.role ?? .text
            let padding = [Span(String(repeating: " ", count: max(0, width - spans.columns)), role)]
            let padded = columns[index].alignment == .right ? padding + spans : spans + padding
            return padded + [Span(String(repeating: " ", count: Self.gap), role)]
        }
    }

    private func fit(_ cell: [Span], to width: Int, _ symbols: Symbols) -> [Span] {
        guard width > 0 else { return [] }
        guard cell.columns > width, let longest = cell.indices.max(by: { cell[$0].columns < cell[$1].columns }) else {
            return cell
        }
        let others = cell.columns - cell[longest].columns
        guard width - others >= 4 else { return cell.cut(to: width, symbols) }
        var cell = cell
        cell[longest].text = Truncation.middle(cell[longest].text, width: width - others, ellipsis: symbols.ellipsis)
        return cell
    }
}
