/// Something that is sent as the body of a request. It says what is wanted; what the contract asks of each field is in
/// `APIOperation.body`, which holds for every request alike.
public protocol RequestBody: Hashable, Sendable {
    var json: JSONValue { get }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    /// An object; what is nil is left out.
    public init(dictionaryLiteral elements: (String, JSONValue?)...) {
        self = .object(.init(elements.compactMap { key, value in value.map { (key, $0) } }) { _, last in last })
    }

    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

    /// Nil where there is nothing to say.
    init?(map texts: [String: String]) {
        if texts.isEmpty { return nil }
        self = .object(texts.mapValues(JSONValue.string))
    }

    init(_ number: Int) { self = .number(Double(number)) }

    /// An object with more members; the same where there are none.
    public func adding(_ more: JSONValue?) -> JSONValue {
        guard let members, let others = more?.members else { return self }
        return .object(members.merging(others) { _, new in new })
    }

    /// What it has beside the members of another one, however deep: with `joined` both are whole again.
    func beyond(_ other: JSONValue?) -> JSONValue {
        guard let members else { return [:] }
        return .object(
            members.reduce(into: [:]) { rest, member in
                let known = other?[member.key]
                let isNews = known == nil && member.value.members == nil
                let more = isNews ? member.value : member.value.beyond(known)
                // A name without a value says nothing.
                if more != [:], more != .null { rest[member.key] = more }
            })
    }

    /// An object with the members of another one too, however deep; where both say something this one counts.
    func joined(with other: JSONValue) -> JSONValue {
        guard let members, let others = other.members else { return self }
        return .object(members.merging(others) { $0.joined(with: $1) })
    }

    /// Of its members, in their order.
    public var names: [String] { members?.keys.sorted() ?? [] }

    var texts: [String: String]? { members?.compactMapValues(\.text) }
}
