/// One line of text being typed, and the keys that edit it as shells have them.
public struct TextField: Hashable, Sendable {
    /// Longer than any name the API takes.
    public static let longest = 500

    public var text: String { String(characters) }

    private var characters: [Character]
    /// Characters before the cursor.
    public private(set) var position: Int

    /// The cursor stands at the end.
    public init(text: String = "") {
        characters = Array(SafeText.line(text).prefix(Self.longest))
        position = characters.count
    }

    public var isEmpty: Bool { characters.isEmpty }

    /// Inserts a paste, or whatever else: line breaks become spaces, what can't be shown is left out, a mark joins the
    /// character before it.
    public mutating func insert(_ text: some StringProtocol) {
        let room = Self.longest - characters.count
        let before = Array(String(characters[..<position]) + String(SafeText.line(text).prefix(room)))
            .filter { CharacterWidth.columns(String($0)) > 0 }
        characters.replaceSubrange(..<position, with: before)
        position = before.count
    }

    /// - Returns: whether the key is one of the field's.
    public mutating func handle(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.character(let character), []), (.character(let character), .shift):
            insert(String(character))
        case (.left, []), (.character("b"), .control): move(to: position - 1)
        case (.right, []), (.character("f"), .control): move(to: position + 1)
        case (.home, _), (.character("a"), .control): move(to: 0)
        case (.end, _), (.character("e"), .control): move(to: characters.count)
        case (.left, .control), (.left, .alt), (.character("b"), .alt): move(to: wordStart)
        case (.right, .control), (.right, .alt), (.character("f"), .alt): move(to: wordEnd)
        case (.backspace, []), (.backspace, .shift): remove(position - 1..<position)
        case (.delete, []), (.character("d"), .control): remove(position..<position + 1)
        case (.character("w"), .control), (.backspace, .alt), (.backspace, .control): remove(wordStart..<position)
        case (.character("d"), .alt), (.delete, .control): remove(position..<wordEnd)
        case (.character("u"), .control): remove(0..<position)
        case (.character("k"), .control): remove(position..<characters.count)
        default: return false
        }
        return true
    }

    private mutating func move(to target: Int) { position = min(max(0, target), characters.count) }

    private mutating func remove(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<characters.count)
        characters.removeSubrange(range)
        position = min(position, range.lowerBound)
    }

    private var wordStart: Int {
        var index = position
        while index > 0, characters[index - 1] == " " { index -= 1 }
        while index > 0, characters[index - 1] != " " { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = position
        while index < characters.count, characters[index] == " " { index += 1 }
        while index < characters.count, characters[index] != " " { index += 1 }
        return index
    }
}

extension TextField {
    /// Draws the part around the cursor that fits into the first row of an area, and puts the canvas's cursor there.
    public func draw(on canvas: inout Canvas, _ role: Role, in area: Rect) {
        let row = area.splitRows(at: 1).top
        guard !row.isEmpty else { return }
        canvas.grid.fill(row, style: canvas.theme[role])
        let widths = characters.map { CharacterWidth.columns(String($0)) }
        let cursorColumn = widths.prefix(position).reduce(0, +)
        // The cursor stands behind the last character too, so one column more than the text is needed.
        var start = 0
        var hidden = 0
        while cursorColumn - hidden >= row.width {
            hidden += widths[start]
            start += 1
        }
        canvas.grid.write(
            String(characters[start...]), at: Position(column: row.column, row: row.row), style: canvas.theme[role],
            clip: row)
        canvas.cursor = Position(column: row.column + cursorColumn - hidden, row: row.row)
    }
}
