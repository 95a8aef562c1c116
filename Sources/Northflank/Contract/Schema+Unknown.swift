extension Schema {
    /// A member of a body that isn't described here.
    public struct UnknownMember: Hashable, Sendable {
        /// `billing.plan`
        public var path: String
        public var name: String
        /// What might have been meant.
        public var known: [String]
    }

    /// Members that aren't described here, in the order of their paths. The contract may know them all the same.
    public func unknownMembers(of body: JSONValue) -> [UnknownMember] {
        var found: [UnknownMember] = []
        collect(body, at: "", &found)
        return found.sorted { $0.path < $1.path }
    }

    private func collect(_ value: JSONValue, at path: String, _ found: inout [UnknownMember]) {
        switch (self, value) {
        case (.object(let fields, _), .object(let members)):
            let known = Dictionary(fields.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })
            for (name, member) in members {
                let inner = path.isEmpty ? name : "\(path).\(name)"
                if let schema = known[name] {
                    schema.collect(member, at: inner, &found)
                } else {
                    found.append(UnknownMember(path: inner, name: name, known: fields.map(\.name)))
                }
            }
        case (.list(let item), .array(let items)):
            for (index, value) in items.enumerated() { item.collect(value, at: "\(path)[\(index)]", &found) }
        default: break
        }
    }
}
