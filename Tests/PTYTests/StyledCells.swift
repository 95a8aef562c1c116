/// What an eye sees in rows of text with SGR sequences, as tmux's `capture-pane -e` gives them: one description a
/// character. Of a blank only its background, its underline and its reversal are seen.
struct StyledCells: Equatable {
    private(set) var rows: [[String]] = []
    private var foreground = ""
    private var background = ""
    private var attributes: Set<Int> = []

    init(_ lines: [String]) {
        for line in lines { rows.append(parse(line)) }
    }

    static func == (left: Self, right: Self) -> Bool { left.rows == right.rows }

    /// The rows that differ, for a test's message.
    func differences(to other: Self) -> [String] {
        zip(rows, other.rows).enumerated().filter { $1.0 != $1.1 }.map { row, pair in
            let cells = zip(pair.0, pair.1).enumerated().filter { $1.0 != $1.1 }.map { "\($0): \($1.0) | \($1.1)" }
            return "row \(row), \(pair.0.count) and \(pair.1.count) cells: \(cells.joined(separator: ", "))"
        }
    }

    private mutating func parse(_ line: String) -> [String] {
        var cells: [String] = []
        var rest = Substring(line)
        while let character = rest.popFirst() {
            if character == "\u{1B}" {
                let parameters = rest.dropFirst().prefix { $0 != "m" }
                rest = rest.dropFirst(parameters.count + 2)
                apply(parameters.split(separator: ";").compactMap { Int($0) }[...])
            } else {
                cells.append(describe(character))
            }
        }
        while cells.last == " //[]" { cells.removeLast() }
        return cells
    }

    private mutating func apply(_ parameters: ArraySlice<Int>) {
        var rest = parameters
        while let parameter = rest.popFirst() {
            switch parameter {
            case 0: attributes = []
            case 1...9: attributes.insert(parameter)
            case 38, 48:
                let count = rest.first == 2 ? 4 : 2
                let color = rest.prefix(count).map(String.init).joined(separator: ".")
                if parameter == 38 { foreground = color } else { background = color }
                rest = rest.dropFirst(count)
            case 39: foreground = ""
            case 49: background = ""
            case 30...37, 90...97: foreground = String(parameter)
            default: background = String(parameter - 10)
            }
        }
    }

    private func describe(_ character: Character) -> String {
        let isReverse = attributes.contains(7)
        let seen = character == " " ? attributes.intersection([4, 7]) : attributes
        let front = character == " " && !isReverse && !attributes.contains(4) ? "" : foreground
        let back = character == " " && isReverse && !attributes.contains(4) ? "" : background
        return "\(character)/\(front)/\(back)\(seen.sorted())"
    }
}
