/// One column of a table.
public struct TableColumn: Hashable, Sendable {
    public enum Room: Hashable, Sendable {
        case fixed(Int)
        /// As wide as its longest text, but no wider than this.
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

    public init(columns: [TableColumn], lines: [TableLine], width: Int) {
        self.columns = columns
        let natural = columns.indices.map { index in
            lines.reduce(0) { index < $1.count ? max($0, $1[index].columns) : $0 }
        }
        var shown = columns.indices.filter { natural[$0] > 0 }
        var needed = Self.needed(columns, natural, shown)
        while needed > width, let least = shown.max(by: { columns[$0].priority < columns[$1].priority }),
            columns[least].priority > 0
        {
            shown.removeAll { $0 == least }
            needed = Self.needed(columns, natural, shown)
        }
        widths = Self.widths(columns, natural, shown, spare: width - needed)
    }

    private static func least(_ column: TableColumn, _ natural: Int) -> Int {
        switch column.room {
        case .fixed(let width): width
        case .fitting(let maximum): min(natural, maximum)
        case .flexible(let minimum): min(natural, minimum)
        }
    }

    private static func needed(_ columns: [TableColumn], _ natural: [Int], _ shown: [Int]) -> Int {
        shown.reduce(0) { $0 + least(columns[$1], natural[$1]) } + gap * max(0, shown.count - 1)
    }

    /// The flexible columns share what is left; where it is less than nothing, the last columns are cut.
    private static func widths(
        _ columns: [TableColumn], _ natural: [Int], _ shown: [Int], spare: Int
    ) -> [Int] {
        var widths = [Int](repeating: 0, count: columns.count)
        let flexible = shown.filter { if case .flexible = columns[$0].room { true } else { false } }
        for index in shown { widths[index] = least(columns[index], natural[index]) }
        guard let last = flexible.last else { return widths }
        let share = spare / flexible.count
        for index in flexible {
            widths[index] = max(1, widths[index] + (index == last ? spare - share * (flexible.count - 1) : share))
        }
        return widths
    }

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
