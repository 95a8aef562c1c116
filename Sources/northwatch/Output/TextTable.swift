internal import TerminalUI

/// Cells in columns, for output that a person reads and `awk` may: headings in capitals, two blanks between columns,
/// none at the end of a line.
struct TextTable {
    private let rows: [[Span]]

    init(_ headings: [String], _ rows: [[Span]]) { self.rows = [headings.map { Span($0, .heading) }] + rows }

    init(_ headings: [String], _ rows: [[String]]) {
        self.init(headings, rows.map { $0.map { Span($0, .text) } })
    }

    /// Columns without a heading and a cell are left out.
    var lines: [[Span]] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0 }
        return rows.map { row in
            let last = row.lastIndex { $0.columns > 0 } ?? 0
            return zip(row, widths).prefix(last + 1).enumerated().filter { $1.1 > 0 }.map { index, cell in
                index == last ? cell.0 : Span(cell.0.text.padding(to: cell.1 + 2), cell.0.role)
            }
        }
    }
}
