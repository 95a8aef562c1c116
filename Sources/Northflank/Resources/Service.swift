#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a service does with code.
public struct ServiceKind: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Builds and deploys.
    public static let combined = Self(rawValue: "combined")
    /// Builds only.
    public static let build = Self(rawValue: "build")
    /// Deploys an image or another service's build.
    public static let deployment = Self(rawValue: "deployment")

    public var builds: Bool { self != .deployment }
    public var deploys: Bool { self != .build }
}

/// A service, as the list of a project's services tells it, its latest build and deployment included.
public struct Service: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Service>

    public struct BuildState: Hashable, Sendable {
        public var status: BuildStatus
        public var changedAt: Date?

        public init(status: BuildStatus, changedAt: Date? = nil) {
            self.status = status
            self.changedAt = changedAt
        }
    }

    public struct DeploymentState: Hashable, Sendable {
        public var status: DeploymentStatus
        /// `SCALING` or `DEPLOYING`.
        public var reason: String?
        public var changedAt: Date?

        public init(status: DeploymentStatus, reason: String? = nil, changedAt: Date? = nil) {
            self.status = status
            self.reason = reason
            self.changedAt = changedAt
        }
    }

    public var id: ID
    public var name: String
    public var description: String?
    public var kind: ServiceKind
    public var tags: [String]
    /// Whether new commits don't start builds.
    public var ciDisabled: Bool
    /// Whether new builds don't deploy.
    public var cdDisabled: Bool
    public var build: BuildState?
    public var deployment: DeploymentState?

    public init(
        id: ID, name: String, kind: ServiceKind, description: String? = nil, tags: [String] = [],
        ciDisabled: Bool = false, cdDisabled: Bool = false, build: BuildState? = nil,
        deployment: DeploymentState? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.description = description
        self.tags = tags
        self.ciDisabled = ciDisabled
        self.cdDisabled = cdDisabled
        self.build = build
        self.deployment = deployment
    }

    /// The worse of its newest build, which its builds may tell sooner than it does, and its deployment; `idle` where
    /// neither has happened yet.
    public func health(newestBuild: BuildState?) -> Health {
        guard let build = newestBuild?.status.health else { return deployment?.status.health ?? .idle }
        return deployment.map { min(build, $0.status.health) } ?? build
    }

    /// When the latest build or deployment last moved.
    public var changedAt: Date? {
        guard let build = build?.changedAt else { return deployment?.changedAt }
        return deployment?.changedAt.map { max(build, $0) } ?? build
    }
}

extension Service: Decodable {
    private enum Keys: String, CodingKey {
        case id, name, description, tags, status
        case kind = "serviceType"
        case ciDisabled = "disabledCI"
        case cdDisabled = "disabledCD"
    }

    private struct Status: Decodable {
        var build: BuildState?
        var deployment: DeploymentState?

        enum Keys: String, CodingKey { case build, deployment }

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            build = fields.optional(.build)
            deployment = fields.optional(.deployment)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        description = fields.optional(.description)
        kind = fields.optional(.kind) ?? ServiceKind(rawValue: "")
        tags = fields.optional(.tags) ?? []
        ciDisabled = fields.flag(.ciDisabled) ?? false
        cdDisabled = fields.flag(.cdDisabled) ?? false
        let status: Status? = fields.optional(.status)
        build = status?.build
        deployment = status?.deployment
    }
}

extension Service.BuildState: Decodable {
    private enum Keys: String, CodingKey {
        case status
        case changedAt = "lastTransitionTime"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        status = try fields.required(.status)
        changedAt = fields.time(.changedAt)
    }
}

extension Service.DeploymentState: Decodable {
    private enum Keys: String, CodingKey {
        case status, reason
        case changedAt = "lastTransitionTime"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        status = try fields.required(.status)
        reason = fields.optional(.reason)
        changedAt = fields.time(.changedAt)
    }
}
