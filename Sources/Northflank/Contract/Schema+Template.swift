extension Schema {
    /// A body as YAML, to fill in or to change: a line for each field, what it takes beside it in a comment. What is set
    /// stands as it is; what must be there and isn't set waits for its value; what may be left out is a comment itself.
    /// Members that the contract doesn't name are kept.
    public func template(of body: JSONValue = .object([:])) -> String {
        let lines = fieldLines(body, indent: 0, isComment: false)
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
    private func fieldLines(_ body: JSONValue?, indent: Int, isComment: Bool, isItem: Bool = false) -> [Line] {
        guard case .object(let fields, let alternatives) = self else { return [] }
        let ordered = fields.filter(\.isRequired) + fields.filter { !$0.isRequired }
        let known = ordered.enumerated().flatMap { index, field in
            let value = body?[field.name].flatMap { $0 == .null ? nil : $0 }
            let isOptional = isComment || value == nil && !field.isRequired
            let hasDash = isItem && index == 0
            let start =
                (isOptional ? "# " : "") + String(repeating: "  ", count: hasDash ? indent - 1 : indent)
                + (hasDash ? "- " : "")
            let notes = [
                field.isRequired ? "required" : "", field.schema.words,
                alternatives.contains(field.name) ? "at most one of \(alternatives.joined(separator: ", "))" : "",
            ]
            let line = (
                start + "\(field.name):\(field.schema.text(of: value, isComment: isOptional))",
                notes.filter { !$0.isEmpty }.joined(separator: "; ")
            )
            return [line] + field.schema.innerLines(value, indent: indent + 1, isComment: isOptional)
        }
        return known + unnamedLines(body, indent: indent)
    }

    private func unnamedLines(_ body: JSONValue?, indent: Int) -> [Line] {
        guard case .object(let fields, _) = self else { return [] }
        let names = Set(fields.map(\.name))
        let others = (body?.members ?? [:]).filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
        return others.map { (String(repeating: "  ", count: indent) + "\(quoted($0.key)): \($0.value.flow)", "") }
    }

    private func innerLines(_ value: JSONValue?, indent: Int, isComment: Bool) -> [Line] {
        switch self {
        case .object: fieldLines(value, indent: indent, isComment: isComment)
        case .list(let item) where value == nil:
            item.fieldLines(nil, indent: indent, isComment: true, isItem: true)
        case .list, .text, .word, .integer, .number, .flag, .map, .either: []
        }
    }

    /// What stands behind the colon: what is set, or in a comment an example. What must be there waits.
    private func text(of value: JSONValue?, isComment: Bool) -> String {
        switch (self, value) {
        case (.object, _): ""
        case (_, let value?): " \(value.flow)"
        case (_, nil): isComment ? placeholder : ""
        }
    }

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

extension JSONValue {
    /// On one line: JSON is YAML.
    fileprivate var flow: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
        case .string(let text): quoted(text)
        case .array(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \($0.value.flow)" }.joined(separator: ", "))}"
        }
    }
}

/// What can't be seen is written by its number: a text comes back as it was.
private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        default: break
        }
        let isHidden = [.control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse].contains(
            scalar.properties.generalCategory)
        guard isHidden else { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
    return "\"\(escaped.joined())\""
}
