#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads optional fields: what is absent, null or odd is nil, and what is odd leaves a notice. The rest of the item
/// is kept.
struct TolerantFields<Key: CodingKey> {
    let decoder: any Decoder
    let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder, _ keys: Key.Type) throws {
        self.decoder = decoder
        container = try decoder.container(keyedBy: keys)
    }

    /// Throws only where the field is one that nothing can be shown without: `id`, and `name` where things are
    /// listed by name.
    func required<Value: Decodable>(_ key: Key, _ type: Value.Type = Value.self) throws -> Value {
        try container.decode(Value.self, forKey: key)
    }

    func optional<Value: Decodable>(_ key: Key, _ type: Value.Type = Value.self) -> Value? {
        read(key) { try container.decodeIfPresent(Value.self, forKey: key) }
    }

    /// A time in any notation the API uses; an empty string is no time at all, not an odd one.
    func time(_ key: Key) -> Date? {
        read(key) { try container.decodeIfPresent(LooseTime.self, forKey: key)?.date }
    }

    /// Counts, sizes and ids may come as `3`, `3.0` or `"3"`.
    func integer(_ key: Key) -> Int? {
        read(key) { try container.decodeIfPresent(LooseInteger.self, forKey: key)?.value }
    }

    /// Ids, versions and cursors may come as numbers.
    func text(_ key: Key) -> String? {
        read(key) { try container.decodeIfPresent(LooseText.self, forKey: key)?.value }
    }

    /// Booleans may come as 0 and 1.
    func flag(_ key: Key) -> Bool? {
        read(key) {
            if let value = try? container.decodeIfPresent(Bool.self, forKey: key) { return value }
            return try container.decodeIfPresent(LooseInteger.self, forKey: key)?.value.map { $0 != 0 }
        }
    }

    private func read<Value>(_ key: Key, _ body: () throws -> Value?) -> Value? {
        do {
            return try body()
        } catch {
            decoder.notice("\((container.codingPath + [key]).dottedPath) is not what the API promises")
            return nil
        }
    }
}

/// A list that drops its bad items, each with a notice, and keeps the good ones.
public struct TolerantList<Item: Decodable & Sendable>: Decodable, Sendable {
    public let items: [Item]

    public init(items: [Item]) { self.items = items }

    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var items: [Item] = []
        items.reserveCapacity(container.count ?? 0)
        while !container.isAtEnd {
            let index = container.currentIndex
            do {
                items.append(try container.decode(Item.self))
            } catch {
                decoder.notice("\(container.codingPath.dottedPath)[\(index)] left out: \(decodingProblem(error))")
                // `decode` doesn't move past what it can't read.
                if container.currentIndex == index { _ = try container.decode(JSONValue.self) }
            }
        }
        self.items = items
    }
}

/// A text, or a number where a text is meant: `"16.4"` or `16.4`, `"12"`, `12` or `12.0`.
struct LooseText: Decodable, Sendable {
    let value: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let whole = try? container.decode(Int64.self) {
            value = String(whole)
        } else if let number = try? container.decode(Double.self) {
            value = Int64(exactly: number).map(String.init) ?? String(number)
        } else {
            value = try container.decode(String.self)
        }
    }
}

struct LooseInteger: Decodable, Sendable {
    let value: Int?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            if text.isEmpty {
                value = nil
                return
            }
            guard let parsed = Int(text) ?? Double(text).flatMap({ Int(exactly: $0.rounded()) }) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a whole number")
            }
            value = parsed
        } else {
            guard let parsed = Int(exactly: try container.decode(Double.self).rounded()) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "out of range")
            }
            value = parsed
        }
    }
}
