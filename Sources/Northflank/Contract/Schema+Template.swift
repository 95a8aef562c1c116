extension Schema {
    /// A body to fill in, as YAML: a line for each field, what it takes beside it in a comment. What may be left out is
    /// in comments itself; what must be there waits for its value.
    public var template: String {
        let lines = fieldLines(indent: 0, isComment: false)
        let width = lines.map(\.text.count).max() ?? 0
        return lines.map { line in
            guard !line.note.isEmpty else { return line.text }
            // Long lines don't push the notes of all others away.
            let gap = max(1, min(width, Self.noteColumn) - line.text.count)
            return "\(line.text)\(String(repeating: " ", count: gap))# \(line.note)"
        }
        .joined(separator: "\n")
    }

    private static let noteColumn = 34

    private typealias Line = (text: String, note: String)

    /// - Parameter isItem: they are a list's item, whose first line has a dash.
    private func fieldLines(indent: Int, isComment: Bool, isItem: Bool = false) -> [Line] {
        guard case .object(let fields, let alternatives) = self else { return [] }
        return fields.enumerated().flatMap { index, field in
            let isOptional = isComment || !field.isRequired
            let hasDash = isItem && index == 0
            let start =
                (isOptional ? "# " : "") + String(repeating: "  ", count: hasDash ? indent - 1 : indent)
                + (hasDash ? "- " : "")
            let notes = [
                field.isRequired ? "required" : "", field.schema.words,
                alternatives.contains(field.name) ? "at most one of \(alternatives.joined(separator: ", "))" : "",
            ]
            let line = (
                start + "\(field.name):\(field.schema.placeholder)",
                notes.filter { !$0.isEmpty }.joined(separator: "; ")
            )
            return [line] + field.schema.innerLines(indent: indent + 1, isComment: isOptional)
        }
    }

    private func innerLines(indent: Int, isComment: Bool) -> [Line] {
        switch self {
        case .object: fieldLines(indent: indent, isComment: isComment)
        case .list(let item): item.fieldLines(indent: indent, isComment: isComment, isItem: true)
        case .text, .word, .integer, .number, .flag, .map, .either: []
        }
    }

    /// What stands behind the colon until somebody says better.
    private var placeholder: String {
        switch self {
        case .text, .either: " \"\""
        case .word(let words): " \(words.first ?? "")"
        case .integer, .number: " 0"
        case .flag: " false"
        case .map: " {}"
        case .list(.object): ""
        case .list: " []"
        case .object: ""
        }
    }
}
