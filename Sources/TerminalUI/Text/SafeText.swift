/// Makes text that others wrote fit for one line of a terminal.
public enum SafeText {
    /// More than any screen shows; a bound for names of any length.
    public static let longestLine = 1_000

    /// The text as one line: line breaks and tabs become one space (none at the start and the end), escape sequences
    /// are left out whole, and so is every other scalar that can't be shown.
    ///
    /// The work is bounded by `columns`, however long the text is.
    public static func line(_ text: some StringProtocol, columns: Int = longestLine) -> String {
        line(string: String(text), columns: columns)
    }

    /// Not generic, so that callers in other modules run it compiled for `String`.
    private static func line(string: String, columns: Int) -> String {
        let utf8 = string.utf8
        let isPlain = utf8.prefix(columns + 1).allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain {
            return utf8.index(utf8.startIndex, offsetBy: columns, limitedBy: utf8.endIndex)
                .map { String(string[..<$0]) } ?? string
        }
        var cleaner = Cleaner(scalars: string.unicodeScalars, room: columns)
        return cleaner.clean()
    }
}

/// Walks once over the scalars.
private struct Cleaner {
    let scalars: String.UnicodeScalarView
    var room: Int
    var index: String.UnicodeScalarView.Index
    var result = String.UnicodeScalarView()
    var spaceIsDue = false

    init(scalars: String.UnicodeScalarView, room: Int) {
        self.scalars = scalars
        self.room = room
        index = scalars.startIndex
    }

    mutating func clean() -> String {
        // What takes no column doesn't use up the room, so it needs a bound of its own.
        var steps = (room + 1) * 32
        while index < scalars.endIndex, steps > 0 {
            steps -= 1
            let scalar = scalars[index]
            index = scalars.index(after: index)
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: spaceIsDue = !result.isEmpty
            case 0x1B: skipEscapeSequence()
            case 0x9B: skipControlSequence()
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F: skipControlString()
            default: guard append(scalar) else { return String(result) }
            }
        }
        return String(result)
    }

    /// - Returns: false when there is no more room.
    private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        let columns = CharacterWidth.columns(scalar)
        guard columns > 0 else {
            if CharacterWidth.isCombining(scalar), !spaceIsDue { result.append(scalar) }
            return true
        }
        if spaceIsDue {
            spaceIsDue = false
            room -= 1
            result.append(" ")
        }
        room -= columns
        guard room >= 0 else {
            if result.last == " " { result.removeLast() }
            return false
        }
        result.append(scalar)
        return true
    }

    private mutating func skipEscapeSequence() {
        guard index < scalars.endIndex else { return }
        switch scalars[index].value {
        case 0x5B:
            advance()
            skipControlSequence()
        case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
            advance()
            skipControlString()
        case 0x20...0x2F:
            skip(0x20...0x2F)
            skipOne(0x30...0x7E)
        default: skipOne(0x30...0x7E)
        }
    }

    /// Parameters, intermediates, one final byte. What breaks the form is text again.
    private mutating func skipControlSequence() {
        skip(0x30...0x3F)
        skip(0x20...0x2F)
        skipOne(0x40...0x7E)
    }

    /// Up to its end, BEL or ESC \. Without an end only its start is left out, or a stranger could hide all the rest.
    private mutating func skipControlString() {
        var end = index
        for _ in 0..<SafeText.longestLine {
            guard end < scalars.endIndex else { return }
            let value = scalars[end].value
            scalars.formIndex(after: &end)
            if value == 0x07 || value == 0x9C {
                index = end
                return
            }
            if value == 0x1B, end < scalars.endIndex, scalars[end] == "\\" {
                index = scalars.index(after: end)
                return
            }
        }
    }

    private mutating func advance() { index = scalars.index(after: index) }

    private mutating func skip(_ values: ClosedRange<UInt32>) {
        while index < scalars.endIndex, values.contains(scalars[index].value) { advance() }
    }

    private mutating func skipOne(_ values: ClosedRange<UInt32>) {
        if index < scalars.endIndex, values.contains(scalars[index].value) { advance() }
    }
}
