import Northflank

/// The members of a JSON object in a request, read by the contract's constraints. What doesn't fit is gathered, so
/// that the refusal names every wrong field at once, by its path (`docker.dockerFilePath`).
struct Fields {
    private let members: [String: JSONValue]
    private let prefix: String
    private(set) var problems: [String: String] = [:]

    /// A missing body is an empty one.
    init(_ body: JSONValue?) throws(Refusal) {
        switch body {
        case nil: members = [:]
        case .object(let members): self.members = members
        default: throw .badRequest("The body must be a JSON object")
        }
        prefix = ""
    }

    private init(_ members: [String: JSONValue], prefix: String) {
        self.members = members
        self.prefix = prefix
    }

    func has(_ name: String) -> Bool { members[name].map { $0 != .null } ?? false }

    mutating func refuse(_ name: String, _ why: String) { problems[prefix + name] = why }

    mutating func string(_ name: String, length: ClosedRange<Int>? = nil, pattern: Pattern? = nil) -> String? {
        guard has(name), let value = members[name] else { return nil }
        guard case .string(let text) = value else {
            refuse(name, "must be a string")
            return nil
        }
        if let length, !length.contains(text.utf16.count) {
            refuse(
                name,
                length.count == 1
                    ? "must be \(length.lowerBound) characters long"
                    : "must be \(length.lowerBound) to \(length.upperBound) characters long")
        } else if let pattern, !pattern.fits(text) {
            refuse(name, "must match \(pattern.text)")
        }
        return text
    }

    mutating func word(_ name: String, of words: [String]) -> String? {
        guard let text = string(name) else { return nil }
        if !words.contains(text) { refuse(name, "must be one of \(words.joined(separator: ", "))") }
        return text
    }

    mutating func integer(_ name: String) -> Int? {
        guard has(name), let value = members[name] else { return nil }
        guard case .number(let number) = value, let whole = Int(exactly: number) else {
            refuse(name, "must be a whole number")
            return nil
        }
        return whole
    }

    mutating func flag(_ name: String) {
        guard has(name), let value = members[name] else { return }
        if case .bool = value { return }
        refuse(name, "must be true or false")
    }

    /// An object of whatever members.
    mutating func map(_ name: String) { object(name) { _ in } }

    mutating func object(_ name: String, _ check: (inout Fields) -> Void) {
        guard has(name), let value = members[name] else { return }
        guard case .object(let inner) = value else { return refuse(name, "must be an object") }
        var fields = Fields(inner, prefix: "\(prefix)\(name).")
        check(&fields)
        problems.merge(fields.problems) { old, _ in old }
    }

    mutating func objects(_ name: String, _ check: (inout Fields) -> Void) {
        guard has(name), let value = members[name] else { return }
        guard case .array(let values) = value else { return refuse(name, "must be an array") }
        for (index, value) in values.enumerated() {
            guard case .object(let inner) = value else {
                refuse("\(name)[\(index)]", "must be an object")
                continue
            }
            var fields = Fields(inner, prefix: "\(prefix)\(name)[\(index)].")
            check(&fields)
            problems.merge(fields.problems) { old, _ in old }
        }
    }

    mutating func require(_ name: String) {
        if !has(name) { refuse(name, "is required") }
    }

    /// Throws what is wrong, if anything.
    func finish() throws(Refusal) {
        guard !problems.isEmpty else { return }
        let names = problems.keys.sorted().joined(separator: ", ")
        throw .badRequest("Invalid value for \(names)", problems)
    }
}
