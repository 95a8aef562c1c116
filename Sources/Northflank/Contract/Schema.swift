/// What the contract asks of a value in a request. One description serves all who need it: the client holds a body
/// against it before it is sent, the simulator before it is carried out, and documents and forms are written from it.
///
/// Members that it doesn't name are let through: the contract knows more than this project does.
public indirect enum Schema: Hashable, Sendable {
    case text(TextRule)
    /// One of these words.
    case word([String])
    case integer
    case number
    case flag
    /// An object of whatever members.
    case map
    case list(Schema)
    /// `alternatives` are names of which at most one may be there.
    case object([Field], alternatives: [String] = [])
    case either([Schema])

    public struct Field: Hashable, Sendable {
        public var name: String
        public var schema: Schema
        public var isRequired: Bool

        public static func required(_ name: String, _ schema: Schema) -> Field {
            Field(name: name, schema: schema, isRequired: true)
        }

        public static func optional(_ name: String, _ schema: Schema) -> Field {
            Field(name: name, schema: schema, isRequired: false)
        }
    }
}

extension Schema {
    /// What is wrong with a body, by the path of the field (`docker.dockerFilePath`, `ports[0].name`); empty where
    /// nothing is. A missing body is an empty one, and what is null is not there.
    public func problems(with body: JSONValue?) -> [String: String] {
        var problems: [String: String] = [:]
        check(body ?? .object([:]), at: "", &problems)
        return problems
    }

    private func check(_ value: JSONValue, at path: String, _ problems: inout [String: String]) {
        switch self {
        case .text(let rule):
            guard case .string(let text) = value else { return problems[path] = "must be a string" }
            problems[path] = rule.problem(with: text)
        case .word(let words):
            guard case .string(let text) = value else { return problems[path] = "must be a string" }
            if !words.contains(text) { problems[path] = "must be one of \(words.joined(separator: ", "))" }
        case .integer: if value.integer == nil { problems[path] = "must be a whole number" }
        case .number: if value.number == nil { problems[path] = "must be a number" }
        case .flag: if value.flag == nil { problems[path] = "must be true or false" }
        case .map: if value.members == nil { problems[path] = "must be an object" }
        case .list(let item):
            guard case .array(let values) = value else { return problems[path] = "must be an array" }
            for (index, value) in values.enumerated() { item.check(value, at: "\(path)[\(index)]", &problems) }
        case .object(let fields, let alternatives): check(value, fields, alternatives, at: path, &problems)
        case .either(let schemas):
            let results = schemas.map { schema in
                var found: [String: String] = [:]
                schema.check(value, at: path, &found)
                return found
            }
            guard !results.contains(where: \.isEmpty) else { return }
            problems[path] = results.compactMap { $0[path] }.joined(separator: ", or ")
        }
    }

    private func check(
        _ value: JSONValue, _ fields: [Field], _ alternatives: [String], at path: String,
        _ problems: inout [String: String]
    ) {
        guard let members = value.members else { return problems[path] = "must be an object" }
        let prefix = path.isEmpty ? "" : "\(path)."
        for field in fields {
            if let member = members[field.name], member != .null {
                field.schema.check(member, at: prefix + field.name, &problems)
            } else if field.isRequired {
                problems[prefix + field.name] = "is required"
            }
        }
        let given = alternatives.filter { members[$0].map { $0 != .null } ?? false }
        if given.count > 1 {
            problems[prefix + given[1]] = "give only one of \(alternatives.joined(separator: ", "))"
        }
    }
}
