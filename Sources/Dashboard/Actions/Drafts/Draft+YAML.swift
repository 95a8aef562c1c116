import Northflank
import TerminalUI

// The whole body as YAML, for an editor: what is set, and as comments what else could be and what it takes.

extension Draft {
    /// What an editor opens.
    var yaml: String {
        let intro =
            "# \(operationWords) Save and leave to take it over; nothing is sent yet.\n# An empty file changes nothing.\n\n"
        guard let schema = subject.operation.body else { return intro }
        return intro + schema.template(of: body) + "\n"
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
