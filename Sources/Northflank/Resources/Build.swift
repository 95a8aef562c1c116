#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One build of a service.
public struct Build: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Build>

    public var id: ID
    public var branch: String?
    public var pullRequestID: Int?
    public var status: BuildStatus?
    /// The commit, 40 hexadecimal characters.
    public var sha: String?
    /// Where the image was pushed.
    public var registryURI: String?
    public var createdAt: Date?
    public var concludedAt: Date?
    public var concluded: Bool?
    public var success: Bool?
    /// The API's own words on how it ended.
    public var message: String?

    public init(
        id: ID, branch: String? = nil, pullRequestID: Int? = nil, status: BuildStatus? = nil, sha: String? = nil,
        registryURI: String? = nil, createdAt: Date? = nil, concludedAt: Date? = nil, concluded: Bool? = nil,
        success: Bool? = nil, message: String? = nil
    ) {
        self.id = id
        self.branch = branch
        self.pullRequestID = pullRequestID
        self.status = status
        self.sha = sha
        self.registryURI = registryURI
        self.createdAt = createdAt
        self.concludedAt = concludedAt
        self.concluded = concluded
        self.success = success
        self.message = message
    }

    public var health: Health { status?.health ?? .unknown }
    public var isActive: Bool { status?.isActive ?? false }
}

extension Build: Decodable {
    private enum Keys: String, CodingKey {
        case id, branch, status, sha, registry, concluded, createdAt, success, message
        case pullRequestID = "pullRequestId"
        case concludedAt = "buildConcludedAt"
    }

    private struct Registry: Decodable { var uri: String? }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        branch = fields.optional(.branch)
        pullRequestID = fields.integer(.pullRequestID)
        status = fields.optional(.status)
        sha = fields.optional(.sha)
        registryURI = fields.optional(.registry, Registry.self)?.uri
        createdAt = fields.time(.createdAt)
        concludedAt = fields.time(.concludedAt)
        concluded = fields.flag(.concluded)
        success = fields.flag(.success)
        message = fields.optional(.message)
    }
}
