/// A line of text that is being typed.
public struct TextField: Hashable, Sendable {
    public private(set) var text: String
    /// How many characters stand before the cursor.
    public private(set) var position: Int

    public init(text: String) {
        self.text = text
        position = text.count
    }

    /// Inserts at the cursor; control characters are left out.
    public mutating func insert(_ more: some StringProtocol) {
        let clean = more.filter {
            $0.unicodeScalars.allSatisfy { CharacterWidth.columns($0) > 0 || CharacterWidth.isCombining($0) }
        }
        text.insert(contentsOf: clean, at: index(position))
        position += clean.count
    }

    /// Edits by a key, as shells do.
    /// - Returns: whether the key means anything here.
    public mutating func handle(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.character(let character), []): insert(String(character))
        case (.backspace, _): remove(position - 1..<position)
        case (.delete, _), (.character("d"), .control): remove(position..<position + 1)
        case (.left, _), (.character("b"), .control): position = max(0, position - 1)
        case (.right, _), (.character("f"), .control): position = min(text.count, position + 1)
        case (.home, _), (.character("a"), .control): position = 0
        case (.end, _), (.character("e"), .control): position = text.count
        case (.character("u"), .control): remove(0..<position)
        case (.character("k"), .control): remove(position..<text.count)
        case (.character("w"), .control): remove(startOfWord..<position)
        default: return false
        }
        return true
    }

    private var startOfWord: Int {
        let before = Array(text.prefix(position))
        var start = before.count
        while start > 0, before[start - 1] == " " { start -= 1 }
        while start > 0, before[start - 1] != " " { start -= 1 }
        return start
    }

    private mutating func remove(_ range: Range<Int>) {
        let range = range.clamped(to: 0..<text.count)
        guard !range.isEmpty else { return }
        text.removeSubrange(index(range.lowerBound)..<index(range.upperBound))
        position = range.lowerBound
    }

    private func index(_ offset: Int) -> String.Index { text.index(text.startIndex, offsetBy: offset) }

    /// Draws what fits around the cursor, and puts the cursor there.
    public func draw(on canvas: inout Canvas, _ role: Role, in area: Rect) {
        guard area.width > 0, area.height > 0 else { return }
        canvas.grid.fill(
            Rect(column: area.column, row: area.row, width: area.width, height: 1), style: canvas.theme[role])
        var before = text.prefix(position)
        while CharacterWidth.columns(before) >= area.width { before = before.dropFirst() }
        let column = canvas.write([Span(String(before), role)], in: area)
        let rest = Rect(column: area.column + column, row: area.row, width: area.width - column, height: 1)
        canvas.write([Span(String(text.dropFirst(position)), role)], in: rest)
        canvas.cursor = Position(column: rest.column, row: area.row)
    }
}
