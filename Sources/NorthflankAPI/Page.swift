public import Northflank

/// Something the API lists, most often under a name of its own: `data.services`.
public protocol PageItem: Decodable, Sendable {
    /// Nil for a list that is straight at `data`.
    static var pageKey: String? { get }
}

/// One page of a list, which may say that there is another.
public protocol PagedAnswer: Decodable, Sendable {
    var pagination: Pagination { get }
}

/// One page of a list: `data.<plural>` or `data` beside `pagination`.
public struct Page<Item: PageItem>: PagedAnswer {
    public var items: [Item]
    public var pagination: Pagination

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let key = Item.pageKey {
            let data = try container.nestedContainer(keyedBy: Key.self, forKey: Key("data"))
            items = try data.decode(TolerantList<Item>.self, forKey: Key(key)).items
        } else {
            items = try container.decode(TolerantList<Item>.self, forKey: Key("data")).items
        }
        // Lists that aren't paged have none.
        pagination = try container.decodeIfPresent(Pagination.self, forKey: Key("pagination")) ?? .lastPage
    }
}

/// `{"data": …}` around a single thing.
public struct Single<Value: Decodable & Sendable>: Decodable, Sendable {
    public var data: Value
}

/// The answer of what only says yes: an empty `data`, or nothing at all.
public struct Accepted: Decodable, Sendable {
    public init(from decoder: any Decoder) throws {}
}
