#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One restoring of a backup, as lists tell it.
public struct Restore: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<Restore>

    public var id: ID
    /// Only where an addon's restores are listed.
    public var backup: Backup.ID?
    public var status: BackupStatus?
    public var startedAt: Date?
    /// Absent while it goes on.
    public var completedAt: Date?

    public init(
        id: ID, backup: Backup.ID? = nil, status: BackupStatus? = nil, startedAt: Date? = nil,
        completedAt: Date? = nil
    ) {
        self.id = id
        self.backup = backup
        self.status = status
        self.startedAt = startedAt
        self.completedAt = completedAt
    }

    public var health: Health { status?.health ?? .unknown }
}

extension Restore: Decodable {
    private enum Keys: String, CodingKey {
        case id, status, completedAt
        case backup = "backupId"
        case startedAt = "restoreTimestamp"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        backup = fields.optional(.backup)
        status = fields.optional(.status)
        startedAt = fields.time(.startedAt)
        completedAt = fields.time(.completedAt)
    }
}

/// What the API answers to a restore: `{"restoreId": …}`.
public struct StartedRestore: Hashable, Sendable, Decodable {
    public var id: Restore.ID

    private enum Keys: String, CodingKey { case id = "restoreId" }

    public init(from decoder: any Decoder) throws { id = try TolerantFields(decoder, Keys.self).required(.id) }
}
