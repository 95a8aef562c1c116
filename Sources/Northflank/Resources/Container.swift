#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One container of a service, job or addon.
public struct Container: Hashable, Sendable, Decodable {
    public var name: String
    public var status: ContainerStatus?
    public var createdAt: Date?
    public var updatedAt: Date?

    public init(name: String, status: ContainerStatus? = nil, createdAt: Date? = nil, updatedAt: Date? = nil) {
        self.name = name
        self.status = status
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    private enum Keys: String, CodingKey { case name, status, createdAt, updatedAt }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        name = try fields.required(.name)
        status = fields.optional(.status)
        createdAt = fields.time(.createdAt)
        updatedAt = fields.time(.updatedAt)
    }
}

/// Status of a container.
public struct ContainerStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let running = Self("TASK_RUNNING")
    public static let starting = Self("TASK_STARTING")
    public static let staging = Self("TASK_STAGING")
    public static let killing = Self("TASK_KILLING")
    public static let killed = Self("TASK_KILLED")
    public static let failed = Self("TASK_FAILED")
    public static let finished = Self("TASK_FINISHED")

    public var health: Health {
        switch self {
        case .starting, .staging, .killing: .active
        case .running, .finished: .healthy
        case .failed: .failing
        case .killed: .idle
        default: .unknown
        }
    }
}

/// How a service is asked whether it lives, or is ready.
public struct HealthCheck: Hashable, Sendable, Decodable {
    /// `HTTP`, `CMD` or `TCP`.
    public var `protocol`: String?
    /// `livenessProbe` or `readinessProbe`.
    public var type: String?
    /// Of an HTTP check.
    public var path: String?
    /// In seconds.
    public var period: Int?
    /// In seconds.
    public var timeout: Int?
    public var failureThreshold: Int?

    private enum Keys: String, CodingKey {
        case type, path, failureThreshold
        case `protocol`
        case period = "periodSeconds"
        case timeout = "timeoutSeconds"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        self.protocol = fields.optional(.protocol)
        type = fields.optional(.type)
        path = fields.optional(.path)
        period = fields.integer(.period)
        timeout = fields.integer(.timeout)
        failureThreshold = fields.integer(.failureThreshold)
    }
}

/// The health checks of a service: `{"healthChecks": […]}`.
public struct HealthChecks: Hashable, Sendable, Decodable {
    public var checks: [HealthCheck]

    private enum Keys: String, CodingKey { case healthChecks }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        checks = fields.optional(.healthChecks, TolerantList<HealthCheck>.self)?.items ?? []
    }
}
