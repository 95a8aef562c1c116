internal import TerminalUI

/// Cells in columns, for output that a person reads and `awk` may: headings in capitals, two blanks between columns,
/// none at the end of a line.
struct TextTable {
    private let rows: [[String]]

    init(_ headings: [String], _ rows: [[String]]) {
        self.rows = ([headings] + rows).map { $0.map { SafeText.line($0) } }
    }

    var lines: [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? CharacterWidth.columns($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let line = zip(row, widths).filter { $1 > 0 }.map { $0.padding(to: $1) }.joined(separator: "  ")
            return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
        }
    }
}
