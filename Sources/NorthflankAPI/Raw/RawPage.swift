public import Northflank

/// An answer as the API gave it: what stands at `data`, and whether there is more.
public struct RawPage: PagedAnswer {
    public var data: JSONValue
    public var pagination: Pagination

    private enum Key: CodingKey { case data, pagination }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        data = try container.decode(JSONValue.self, forKey: .data)
        pagination = try container.decodeIfPresent(Pagination.self, forKey: .pagination) ?? .lastPage
    }

    /// What it lists: under a name of its own, or straight at `data`.
    public func items(under key: String?) -> [JSONValue] { (key.flatMap { data[$0] } ?? data).items ?? [] }
}
