#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One run of a job.
public struct JobRun: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<JobRun>

    public var id: ID
    /// The name of what ran, as the cluster knows it.
    public var runName: String?
    public var status: RunStatus?
    public var startedAt: Date?
    /// Absent while it runs.
    public var concludedAt: Date?
    public var concluded: Bool?
    /// How often it may be tried again.
    public var backoffLimit: Int?
    /// How many containers must succeed.
    public var completions: Int?

    public init(
        id: ID, runName: String? = nil, status: RunStatus? = nil, startedAt: Date? = nil, concludedAt: Date? = nil,
        concluded: Bool? = nil, backoffLimit: Int? = nil, completions: Int? = nil
    ) {
        self.id = id
        self.runName = runName
        self.status = status
        self.startedAt = startedAt
        self.concludedAt = concludedAt
        self.concluded = concluded
        self.backoffLimit = backoffLimit
        self.completions = completions
    }

    public var health: Health { status?.health ?? .unknown }
    public var isActive: Bool { status?.isActive ?? false }
}

extension JobRun: Decodable {
    private enum Keys: String, CodingKey {
        case id, runName, status, startedAt, concludedAt, concluded, backoffLimit, completions
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        runName = fields.optional(.runName)
        status = fields.optional(.status)
        startedAt = fields.time(.startedAt)
        concludedAt = fields.time(.concludedAt)
        concluded = fields.flag(.concluded)
        backoffLimit = fields.integer(.backoffLimit)
        completions = fields.integer(.completions)
    }
}
