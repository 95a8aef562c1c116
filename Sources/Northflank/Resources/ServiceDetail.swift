#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A service fetched by its id: what the list tells, and where its code comes from.
public struct ServiceDetail: Hashable, Sendable {
    public var service: Service
    public var createdAt: Date?
    public var paused: Bool?
    /// The repository's address.
    public var repository: String?
    /// The branch that is linked, so that a build without one takes its latest commit.
    public var branch: String?

    public init(
        service: Service, createdAt: Date? = nil, paused: Bool? = nil, repository: String? = nil, branch: String? = nil
    ) {
        self.service = service
        self.createdAt = createdAt
        self.paused = paused
        self.repository = repository
        self.branch = branch
    }
}

extension ServiceDetail: Decodable {
    private enum Keys: String, CodingKey {
        case createdAt, vcsData
        case paused = "servicePaused"
    }

    private struct Repository: Decodable {
        var url: String?
        var branch: String?

        enum Keys: String, CodingKey { case projectUrl, projectBranch }

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            url = fields.optional(.projectUrl)
            branch = fields.optional(.projectBranch)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        service = try Service(from: decoder)
        createdAt = fields.time(.createdAt)
        paused = fields.flag(.paused)
        let source: Repository? = fields.optional(.vcsData)
        repository = source?.url
        branch = source?.branch
    }
}
