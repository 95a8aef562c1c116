import TerminalUI

/// Parts of a line's text, as offsets of its UTF-8.
enum LogText {
    /// The text in rows of some columns.
    static func parts(_ text: String, width: Int) -> [Range<Int>] {
        let bytes = text.utf8.count
        // No scalar takes more columns than bytes.
        guard bytes > width, width > 1 else { return [0..<bytes] }
        var parts: [Range<Int>] = []
        var (start, end, columns) = (0, 0, 0)
        for scalar in text.unicodeScalars {
            let next = CharacterWidth.columns(scalar)
            if columns + next > width {
                parts.append(start..<end)
                (start, columns) = (end, 0)
            }
            columns += next
            end += UTF8.width(scalar)
        }
        return parts + [start..<end]
    }

    /// What stands in some columns.
    static func window(_ text: String, from column: Int, width: Int) -> Range<Int> {
        var (start, end, columns) = (0, 0, 0)
        for scalar in text.unicodeScalars {
            let next = columns + CharacterWidth.columns(scalar)
            guard next <= column + width else { break }
            end += UTF8.width(scalar)
            if columns < column { start = end }
            columns = next
        }
        return start..<max(start, end)
    }

    /// A part of the text, what is marked in the role of a match.
    static func spans(_ text: String, _ part: Range<Int>, marking marks: [Range<Int>], _ role: Role) -> [Span] {
        var spans: [Span] = []
        var position = part.lowerBound
        for mark in marks.map({ $0.clamped(to: part) }) where !mark.isEmpty && mark.lowerBound >= position {
            spans.append(Span(piece(text, position..<mark.lowerBound), role))
            spans.append(Span(piece(text, mark), .match))
            position = mark.upperBound
        }
        spans.append(Span(piece(text, position..<part.upperBound), role))
        return spans.filter { !$0.text.isEmpty }
    }

    private static func piece(_ text: String, _ range: Range<Int>) -> Substring {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
}
