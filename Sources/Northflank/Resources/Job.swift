/// How a job is started.
public struct JobKind: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let manual = Self(rawValue: "manual")
    public static let cron = Self(rawValue: "cron")
}

/// A job, as the list of a project's jobs tells it. The list has no status: a job's runs cost a request of their own.
public struct Job: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Job>

    public var id: ID
    public var name: String
    public var description: String?
    public var kind: JobKind
    public var tags: [String]
    /// Whether its schedule is switched off.
    public var suspended: Bool

    public init(
        id: ID, name: String, kind: JobKind, description: String? = nil, tags: [String] = [], suspended: Bool = false
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.description = description
        self.tags = tags
        self.suspended = suspended
    }
}

extension Job: Decodable {
    private enum Keys: String, CodingKey {
        case id, name, description, tags, suspended
        case kind = "jobType"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = try fields.required(.name)
        description = fields.optional(.description)
        kind = fields.optional(.kind) ?? JobKind(rawValue: "")
        tags = fields.optional(.tags) ?? []
        suspended = fields.flag(.suspended) ?? false
    }
}
