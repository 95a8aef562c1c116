/// One column of a table.
public struct TableColumn: Hashable, Sendable {
    public enum Room: Hashable, Sendable {
        case fixed(Int)
        /// As wide as its longest text, but no wider than this unless there is room to spare.
        case fitting(maximum: Int)
        /// At least this; takes what the others leave. Long texts are cut in the middle, since names of a kind often
        /// differ at their ends.
        case flexible(minimum: Int)
    }

    public enum Alignment: Hashable, Sendable { case left, right }

    public var room: Room
    public var alignment: Alignment
    /// 0 always stays; of the others, the highest goes first where there is no room for all.
    public var priority: Int

    public init(_ room: Room, alignment: Alignment = .left, priority: Int = 0) {
        self.room = room
        self.alignment = alignment
        self.priority = priority
    }
}

/// The cells of one row, in the order of the columns.
public typealias TableLine = [[Span]]

/// Columns fitted to the lines they hold and the room they have.
public struct Table {
    /// Columns between two columns.
    private static let gap = 2

    private let columns: [TableColumn]
    /// A width for each column; 0 for one that isn't shown.
    public let widths: [Int]

    /// - Parameters:
    ///   - lines: Those that can be seen: what they hold decides how wide columns are.
    ///   - width: The room.
    public init(columns: [TableColumn], lines: [TableLine], width: Int) {
        self.columns = columns
        let natural = columns.indices.map { index in
            lines.reduce(0) { index < $1.count ? max($0, $1[index].columns) : $0 }
        }
        var fitter = ColumnFitter(columns: columns, natural: natural, room: width, gap: Self.gap)
        widths = fitter.fit()
    }

    /// Draws a line into the first row of an area.
    /// - Parameter base: What lies under it.
    public func draw(_ line: TableLine, on canvas: inout Canvas, in area: Rect, over base: Role? = nil) {
        var column = area.column
        for (index, width) in widths.enumerated() where width > 0 {
            if index < line.count {
                let cell = fit(line[index], index, width, canvas.symbols)
                let indent = columns[index].alignment == .right ? width - cell.columns : 0
                let place = Rect(column: column + indent, row: area.row, width: width - indent, height: 1)
                canvas.write(cell, in: place.intersection(area), over: base)
            }
            column += width + Self.gap
        }
    }

    private func fit(_ cell: [Span], _ index: Int, _ width: Int, _ symbols: Symbols) -> [Span] {
        guard cell.columns > width else { return cell }
        guard case .flexible = columns[index].room,
            let longest = cell.indices.max(by: { cell[$0].columns < cell[$1].columns })
        else { return cell.cut(to: width, symbols) }
        let others = cell.columns - cell[longest].columns
        guard width - others >= 4 else { return cell.cut(to: width, symbols) }
        var cell = cell
        cell[longest].text = Truncation.middle(cell[longest].text, width: width - others, ellipsis: symbols.ellipsis)
        return cell
    }
}
