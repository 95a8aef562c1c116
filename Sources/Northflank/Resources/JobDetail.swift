#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A job fetched by its id: what the list tells, and when it runs.
public struct JobDetail: Hashable, Sendable {
    public var job: Job
    public var createdAt: Date?
    /// Of a cron job: `*/5 * * * *`.
    public var schedule: String?

    public init(job: Job, createdAt: Date? = nil, schedule: String? = nil) {
        self.job = job
        self.createdAt = createdAt
        self.schedule = schedule
    }
}

extension JobDetail: Decodable {
    private enum Keys: String, CodingKey { case createdAt, settings }

    private struct Settings: Decodable {
        struct Cron: Decodable { var schedule: String? }
        enum Keys: String, CodingKey { case cron }
        var cron: Cron?

        init(from decoder: any Decoder) throws { cron = try TolerantFields(decoder, Keys.self).optional(.cron) }
    }

    public init(from decoder: any Decoder) throws {
        let fields = try TolerantFields(decoder, Keys.self)
        job = try Job(from: decoder)
        createdAt = fields.time(.createdAt)
        schedule = fields.optional(.settings, Settings.self)?.cron?.schedule
    }
}
