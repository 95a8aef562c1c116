internal import Northflank
internal import TerminalUI

/// YAML for people and scripts: block style, members in the order of their names.
enum YAMLOutput {
    /// Lines without anything that a terminal would obey.
    static func text(_ value: JSONValue) -> String { lines(value).joined(separator: "\n") }

    private static func lines(_ value: JSONValue) -> [String] {
        switch value {
        case .object(let members) where !members.isEmpty:
            members.sorted { $0.key < $1.key }.flatMap { name, value in
                nested(value, after: "\(scalar(name)):", indent: value.items == nil ? "  " : "")
            }
        case .array(let items) where !items.isEmpty:
            items.flatMap { item in
                let inner = lines(item)
                return ["- \(inner[0])"] + inner.dropFirst().map { "  \($0)" }
            }
        default: [scalar(value)]
        }
    }

    private static func nested(_ value: JSONValue, after start: String, indent: String) -> [String] {
        let inner = lines(value)
        let isBlock = value.members?.isEmpty == false || value.items?.isEmpty == false
        return isBlock ? [start] + inner.map { indent + $0 } : ["\(start) \(inner[0])"]
    }

    private static func scalar(_ value: JSONValue) -> String {
        switch value {
        case .object: "{}"
        case .array: "[]"
        case .string(let text): scalar(text)
        case .null, .bool, .number: value.description
        }
    }

    /// Plain where nothing else can be meant (YAML 1.1 readers see numbers, times and switches in many words), else in
    /// double quotes.
    static func scalar(_ text: String) -> String {
        let isPlain = text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.\/@-]*/) != nil && !reserved.contains(text.lowercased())
        guard !isPlain else { return text }
        return "\"\(text.unicodeScalars.map(escaped).joined())\""
    }

    private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\t": return "\\t"
        default: break
        }
        guard CharacterWidth.columns(scalar) == 0, !CharacterWidth.isCombining(scalar) else { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
