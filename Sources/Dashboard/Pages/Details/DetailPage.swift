import TerminalUI

/// All that is known of one thing, arranged for reading: what it is at the left, what it did at the right, one under
/// the other where there is no room for both.
struct DetailPage {
    struct Section {
        var title: String
        var lines: [[Span]]
    }

    var title: [Span]
    var left: [Section] = []
    var right: [Section] = []

    /// Of what was there once.
    static let gone = DetailPage(
        title: [Span("Gone", .titleFocused)],
        left: [Section(title: "", lines: [[Span("It is gone, or not read yet.", .muted)]])])

    /// Two columns from here on.
    static let wideFrom = 96
    /// Columns between two columns.
    private static let gap = 4

    /// The width of one column on a page of that width.
    static func columnWidth(_ width: Int) -> Int { width >= wideFrom ? (width - gap) / 2 : width }

    /// Its lines on a page of that width; in two columns each line holds one of both.
    func lines(width: Int) -> [[Span]] {
        guard width >= Self.wideFrom else { return Self.lines(left + right) }
        let (left, right) = (Self.lines(left), Self.lines(right))
        let room = Self.columnWidth(width)
        return (0..<max(left.count, right.count)).map { index in
            var line = index < left.count ? left[index] : []
            guard index < right.count else { return line }
            line.append(Span(String(repeating: " ", count: max(1, room + Self.gap - line.columns)), .text))
            return line + right[index]
        }
    }

    /// Sections without a line are left out, and so are titles without a word.
    private static func lines(_ sections: [Section]) -> [[Span]] {
        let shown = sections.filter { !$0.lines.isEmpty }.map { section in
            (section.title.isEmpty ? [] : [[Span(section.title, .heading)]]) + section.lines
        }
        return Array(shown.joined(separator: [[]]))
    }

    /// Rows in columns, each as wide as its widest cell.
    static func aligned(_ rows: [TableLine]) -> [[Span]] {
        let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
        }
        return rows.map { row in
            zip(row, widths).flatMap { cell, width in
                width == 0 ? [] : cell + [Span(String(repeating: " ", count: width - cell.columns + 2), .text)]
            }
        }
    }
}

/// A label and what it says; nil leaves the line out.
typealias Fact = (label: String, value: [Span]?)

extension DetailPage.Section {
    /// Facts under each other. Long values are cut to the width.
    init(_ title: String, _ facts: [Fact], width: Int, _ symbols: Symbols) {
        let shown = facts.filter { $0.value?.isEmpty == false }
        let label = (shown.map(\.label.count).max() ?? 0) + 2
        self.init(
            title: title,
            lines: shown.map { fact in
                ([Span(fact.label.padding(to: label), .muted)] + (fact.value ?? [])).cut(to: width, symbols)
            })
    }
}
