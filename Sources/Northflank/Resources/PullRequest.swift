#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A pull request of the repository behind a service.
public struct PullRequest: Hashable, Sendable, Identifiable, Decodable {
    /// Its number at the repository's host.
    public var id: Int
    public var state: String?
    /// Written by strangers.
    public var title: String?
    /// The branch it comes from.
    public var source: String?
    /// The branch it goes to.
    public var destination: String?
    public var sha: String?
    public var updatedAt: Date?

    public init(
        id: Int, state: String? = nil, title: String? = nil, source: String? = nil, destination: String? = nil,
        sha: String? = nil, updatedAt: Date? = nil
    ) {
        self.id = id
        self.state = state
        self.title = title
        self.source = source
        self.destination = destination
        self.sha = sha
        self.updatedAt = updatedAt
    }

    private enum Keys: String, CodingKey {
        case id, state, title, source, destination, sha
        case updatedAt = "updated_at"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        guard let number = fields.integer(.id) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: fields.container.codingPath + [Keys.id], debugDescription: "expected a number"))
        }
        id = number
        state = fields.optional(.state)
        title = fields.optional(.title)
        source = fields.optional(.source)
        destination = fields.optional(.destination)
        sha = fields.optional(.sha)
        updatedAt = fields.time(.updatedAt)
    }
}
