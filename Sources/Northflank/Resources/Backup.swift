#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One backup of an addon.
public struct Backup: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Backup>

    /// What came of the last time this backup was restored. Only a backup fetched by its id tells.
    public struct Restore: Hashable, Sendable {
        public var startedAt: Date?
        public var status: BackupStatus?
        public var completedAt: Date?

        public init(startedAt: Date? = nil, status: BackupStatus? = nil, completedAt: Date? = nil) {
            self.startedAt = startedAt
            self.status = status
            self.completedAt = completedAt
        }
    }

    public var id: ID
    public var name: String
    public var status: BackupStatus?
    public var createdAt: Date?
    /// Absent while it runs.
    public var completedAt: Date?
    /// Where it came from: `snapshot`, `externalDump`, `fileUpload`, `liveInstance`, `sameAddon`.
    public var source: String?
    /// In bytes; the API sends it as a string.
    public var size: Int?
    /// Version of the database it was taken from.
    public var addonVersion: String?
    public var lastRestore: Restore?

    public init(
        id: ID, name: String, status: BackupStatus? = nil, createdAt: Date? = nil, completedAt: Date? = nil,
        source: String? = nil, size: Int? = nil, addonVersion: String? = nil, lastRestore: Restore? = nil
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.source = source
        self.size = size
        self.addonVersion = addonVersion
        self.lastRestore = lastRestore
    }

    public var health: Health { status?.health ?? .unknown }
    public var isActive: Bool { status?.isActive ?? false }
}

extension Backup: Decodable {
    private enum Keys: String, CodingKey { case id, name, status, createdAt, completedAt, config, lastRestore }

    private struct Config: Decodable {
        struct Source: Decodable { var type: String? }
        enum Keys: String, CodingKey { case source, size, addonVersion }
        var source: String?
        var size: Int?
        var addonVersion: String?

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            source = fields.optional(.source, Source.self)?.type
            size = fields.integer(.size)
            addonVersion = fields.text(.addonVersion)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        name = fields.optional(.name) ?? id.rawValue
        status = fields.optional(.status)
        createdAt = fields.time(.createdAt)
        completedAt = fields.time(.completedAt)
        let config: Config? = fields.optional(.config)
        source = config?.source
        size = config?.size
        addonVersion = config?.addonVersion
        lastRestore = fields.optional(.lastRestore)
    }
}

extension Backup.Restore: Decodable {
    private enum Keys: String, CodingKey {
        case status, completedAt
        case startedAt = "restoreTimestamp"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        startedAt = fields.time(.startedAt)
        status = fields.optional(.status)
        completedAt = fields.time(.completedAt)
    }
}
