#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A way of a release through its stages.
public struct Pipeline: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Pipeline>

    public struct Stage: RawRepresentable, Hashable, Sendable, Codable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let development = Self(rawValue: "Development")
        public static let staging = Self(rawValue: "Staging")
        public static let production = Self(rawValue: "Production")
    }

    /// A service, job or addon in one of the stages.
    public struct Member: Hashable, Sendable, Decodable {
        public var id: String
        /// `service`, `job` or `addon`.
        public var type: String?
        public var stage: Stage?

        public init(id: String, type: String? = nil, stage: Stage? = nil) {
            self.id = id
            self.type = type
            self.stage = stage
        }
    }

    public var id: ID
    public var name: String
    public var description: String?
    public var updatedAt: Date?

    public init(id: ID, name: String, description: String? = nil, updatedAt: Date? = nil) {
        self.id = id
        self.name = name
        self.description = description
        self.updatedAt = updatedAt
    }
}

extension Pipeline: Decodable {
    private enum Keys: String, CodingKey { case id, name, description, updatedAt }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name) ?? id.rawValue
        description = fields.optional(.description)
        updatedAt = fields.time(.updatedAt)
    }
}

/// A pipeline fetched by its id. The answer doesn't repeat the id.
public struct PipelineDetail: Hashable, Sendable, Decodable {
    public var name: String?
    public var members: [Pipeline.Member]

    private enum Keys: String, CodingKey { case name, nfObjects }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        name = fields.optional(.name)
        members = fields.optional(.nfObjects, TolerantList<Pipeline.Member>.self)?.items ?? []
    }
}

/// One run of the release flow of a pipeline's stage.
public struct ReleaseRun: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<ReleaseRun>

    public var id: ID
    public var name: String?
    public var status: ReleaseStatus?
    public var startedAt: Date?
    /// Absent while it goes on.
    public var concludedAt: Date?
    public var concluded: Bool?
    public var createdAt: Date?

    public init(
        id: ID, name: String? = nil, status: ReleaseStatus? = nil, startedAt: Date? = nil, concludedAt: Date? = nil,
        concluded: Bool? = nil, createdAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.startedAt = startedAt
        self.concludedAt = concludedAt
        self.concluded = concluded
        self.createdAt = createdAt
    }

    public var health: Health { status?.health ?? .unknown }
}

extension ReleaseRun: Decodable {
    private enum Keys: String, CodingKey { case id, name, status, startedAt, concludedAt, concluded, createdAt }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name)
        status = fields.optional(.status)
        startedAt = fields.time(.startedAt)
        concludedAt = fields.time(.concludedAt)
        concluded = fields.flag(.concluded)
        createdAt = fields.time(.createdAt)
    }
}

/// Status of a run of a release flow.
public struct ReleaseStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let pending = Self("pending")
    public static let running = Self("running")
    public static let success = Self("success")
    public static let failure = Self("failure")
    public static let aborted = Self("aborted")
    public static let aborting = Self("aborting")
    public static let queued = Self("queued")
    public static let skipped = Self("skipped")
    public static let waiting = Self("waiting")
    public static let retrying = Self("retrying")
    public static let asyncWait = Self("async_wait")
    public static let approvalWait = Self("approval_wait")

    public var health: Health {
        switch self {
        case .pending, .running, .aborting, .queued, .waiting, .retrying, .asyncWait: .active
        case .success: .healthy
        case .failure: .failing
        case .aborted, .approvalWait: .warning
        case .skipped: .idle
        default: .unknown
        }
    }
}
