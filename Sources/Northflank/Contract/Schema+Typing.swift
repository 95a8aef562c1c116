// A body that is filled in field by field, each by its path: `billing.deploymentPlan`.

extension Schema {
    /// What the field at a path takes; nil for what this project doesn't know of.
    public func field(at path: String) -> Field? {
        guard case .object(let fields, _) = self else { return nil }
        let steps = path.split(separator: ".", maxSplits: 1)
        guard let field = fields.first(where: { steps.first.map(String.init) == $0.name }) else { return nil }
        return steps.count == 1 ? field : field.schema.field(at: String(steps[1]))
    }

    /// What somebody has typed, as what is taken here: `4` is a number where one is wanted, `A=1 B=2` an object. What
    /// can't be read like that stays a text, so that the contract's own words say what is wrong. Nil for nothing.
    public func typed(_ text: String) -> JSONValue? {
        guard !text.isEmpty else { return nil }
        return switch self {
        case .integer, .number: Double(text).map(JSONValue.number) ?? .string(text)
        case .flag: Bool(text).map(JSONValue.bool) ?? .string(text)
        case .map: Self.map(text) ?? .string(text)
        case .text, .word, .list, .object, .either: .string(text)
        }
    }

    /// `A=1 B=2`
    private static func map(_ text: String) -> JSONValue? {
        var members: [String: JSONValue] = [:]
        for pair in text.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            members[String(parts[0])] = .string(String(parts[1]))
        }
        return .object(members)
    }
}

extension JSONValue {
    /// The member at a path of names: `billing.deploymentPlan`.
    public func member(at path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { value, name in value?[String(name)] }
    }

    /// With another member at a path, or none; what objects are missing on the way there are made.
    public func setting(_ path: String, to value: JSONValue?) -> JSONValue {
        let steps = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard let name = steps.first else { return self }
        var members = members ?? [:]
        guard steps.count == 2 else {
            members[name] = value
            return .object(members)
        }
        let inner = (members[name] ?? .object([:])).setting(steps[1], to: value)
        members[name] = inner == .object([:]) ? nil : inner
        return .object(members)
    }
}
