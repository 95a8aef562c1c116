import Northflank
import TerminalUI

// The whole body as YAML, for an editor: what is set, and as comments what else could be and what it takes.

extension Draft {
    /// What an editor opens.
    var yaml: String {
        let intro =
            "# \(operationWords) Save and leave to take it over; nothing is sent yet.\n# An empty file changes nothing.\n\n"
        guard let schema = subject.operation.body else { return intro }
        return intro + YAMLWriter.text(of: body, schema)
    }

    private var operationWords: String { "\(subject.operation.method.rawValue) /v1/\(subject.operation.path)." }

    /// Takes a body from the editor: into the fields what they stand for, the rest beside them.
    mutating func take(_ body: JSONValue) {
        rest = body
        for name in form.fields.map(\.name) where name != Self.kindField {
            form.fill(name, with: body.member(at: name)?.typed ?? "")
        }
        check()
    }
}

extension JSONValue {
    /// As it would be typed into a field: the inverse of `Schema.typed`.
    var typed: String {
        switch self {
        case .object(let members):
            members.keys.sorted().map { "\($0)=\(members[$0]?.text ?? "")" }.joined(separator: " ")
        case .null, .bool, .number, .string, .array: "\(self)"
        }
    }
}

/// Writes a body by its schema.
private struct YAMLWriter {
    private var lines: [String] = []

    static func text(of body: JSONValue, _ schema: Schema) -> String {
        var writer = YAMLWriter()
        writer.write(schema, body, indent: "", isSet: true)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ schema: Schema, _ value: JSONValue?, indent: String, isSet: Bool) {
        guard case .object(let fields, let alternatives) = schema else { return }
        if !alternatives.isEmpty { lines.append("\(indent)# At most one of \(alternatives.joined(separator: ", ")).") }
        for field in fields.filter(\.isRequired) + fields.filter({ !$0.isRequired }) {
            write(field, value?[field.name], indent: indent, isSet: isSet)
        }
        let known = Set(fields.map(\.name))
        for (name, other) in (value?.members ?? [:]).sorted(by: { $0.key < $1.key }) where !known.contains(name) {
            lines.append("\(indent)\(Self.quoted(name)): \(Self.flow(other))")
        }
    }

    private mutating func write(_ field: Schema.Field, _ value: JSONValue?, indent: String, isSet: Bool) {
        let isSet = isSet && (value != nil || field.isRequired)
        let prefix = isSet ? indent : "\(indent)# "
        let words = [field.isRequired ? "required" : nil, field.schema.words.isEmpty ? nil : field.schema.words]
            .compactMap(\.self).joined(separator: "; ")
        if case .object = field.schema {
            lines.append("\(prefix)\(field.name):\(words.isEmpty ? "" : "  # \(words)")")
            write(field.schema, value, indent: indent + (isSet ? "  " : "#   "), isSet: isSet)
        } else {
            lines.append("\(prefix)\(field.name): \(value.map(Self.flow) ?? "")  # \(words)")
        }
    }

    /// JSON is YAML.
    private static func flow(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
        case .string(let text): quoted(text)
        case .array(let items): "[\(items.map(flow).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(flow($0.value))" }.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            default: scalar.value < 0x20 ? " " : String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
