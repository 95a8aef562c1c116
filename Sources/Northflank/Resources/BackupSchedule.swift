#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// When an addon is backed up by itself.
public struct BackupSchedule: Hashable, Sendable, Identifiable {
    public typealias ID = Identifier<BackupSchedule>

    public var id: ID
    /// `dump` or `snapshot`.
    public var method: String?
    /// `hourly`, `daily` or `weekly`.
    public var interval: String?
    /// Within the hour, the day and the week. The contract names neither a time zone nor the week's first day.
    public var minutes: [Int]
    public var hours: [Int]
    public var days: [Int]
    public var createdAt: Date?

    public init(
        id: ID, method: String? = nil, interval: String? = nil, minutes: [Int] = [], hours: [Int] = [],
        days: [Int] = [], createdAt: Date? = nil
    ) {
        self.id = id
        self.method = method
        self.interval = interval
        self.minutes = minutes
        self.hours = hours
        self.days = days
        self.createdAt = createdAt
    }
}

extension BackupSchedule: Decodable {
    private enum Keys: String, CodingKey {
        case id, scheduling, createdAt
        case method = "backupType"
    }

    private struct Scheduling: Decodable {
        enum Keys: String, CodingKey { case interval, minute, hour, day }
        var interval: String?
        var minutes: [Int]
        var hours: [Int]
        var days: [Int]

        init(from decoder: any Decoder) throws {
            let fields = try TolerantFields(decoder, Keys.self)
            interval = fields.optional(.interval)
            let list = { (key: Keys) in fields.optional(key, TolerantList<Int>.self)?.items ?? [] }
            minutes = list(.minute)
            hours = list(.hour)
            days = list(.day)
        }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        id = try fields.required(.id)
        method = fields.optional(.method)
        createdAt = fields.time(.createdAt)
        let scheduling = fields.optional(.scheduling, Scheduling.self)
        interval = scheduling?.interval
        minutes = scheduling?.minutes ?? []
        hours = scheduling?.hours ?? []
        days = scheduling?.days ?? []
    }
}
