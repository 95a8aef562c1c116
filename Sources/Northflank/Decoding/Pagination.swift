/// How a list goes on after a page. Its `count` is this page's and tells nothing, so it isn't read.
public struct Pagination: Hashable, Sendable, Decodable {
    public var hasNextPage: Bool
    /// Where the next page begins. Opaque.
    public var cursor: String?

    /// Nothing comes after it.
    public static let lastPage = Pagination(hasNextPage: false)

    public init(hasNextPage: Bool, cursor: String? = nil) {
        self.hasNextPage = hasNextPage
        self.cursor = cursor
    }

    private enum Keys: String, CodingKey { case hasNextPage, cursor }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        cursor = fields.text(.cursor)
        hasNextPage = fields.flag(.hasNextPage) ?? false
    }
}
