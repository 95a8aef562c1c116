import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A database, a cache, a queue or a store, with its backups.
    struct Addon: Sendable {
        typealias ID = Northflank.Addon.ID

        let id: ID
        let project: Northflank.Project.ID
        var name: String
        var about: String?
        var tags: [String] = []
        var createdAt: Date
        let type: AddonCatalogue.Entry
        var version: String
        /// What it would be were no backup under way.
        var condition = AddonStatus.running
        /// How much there is to back up, in bytes.
        var dataSize: Int
        /// What it is going through, if it isn't what `condition` says yet.
        var passage: Passage?
        var plan = "nf-compute-100-2"
        /// Of its disk, in MB.
        var storage: Int
        var replicas = 1
        var schedule: CronSchedule?
        var scheduledMethod = BackupRequest.Method.snapshot
        /// Since when each backup fails, if they do.
        var backupsFailSince: Date?
        /// Until when its schedule was kept, if it no longer is: its backups are missed.
        var backedUpUntil: Date?
        /// Oldest first.
        var backups: [Backup] = []

        var reference: AddonReference { AddonReference(project: project, addon: id) }

        func backup(_ id: Backup.ID) -> Backup? { backups.last { $0.id == id } }

        func status(at now: Date) -> AddonStatus {
            guard condition == .running else { return condition }
            if let passing = passage?.status(at: now) { return passing }
            if backups.contains(where: { $0.restores.last?.status(at: now) == .inProgress }) { return .restore }
            return backups.contains { $0.status(at: now) == .inProgress } ? .backup : .running
        }

        func wasBackedUp(at date: Date) -> Bool { backedUpUntil.map { date <= $0 } ?? true }

        /// When its last backup that is done or under way ends; nil where there is none in the future.
        func busyUntil(_ now: Date) -> Date? {
            backups.compactMap(\.concludesAt).filter { $0 > now }.max()
        }
    }

    /// One backup. It grows evenly to its size.
    struct Backup: Sendable {
        typealias ID = Northflank.Backup.ID

        /// One restoring of it.
        struct Restore: Sendable {
            let startedAt: Date
            let duration: TimeInterval
            let outcome: BackupStatus
            var abortedAt: Date?

            /// Milliseconds since 1970, as the real API has it.
            var id: String { String(Int(startedAt.timeIntervalSince1970 * 1000)) }

            var concludesAt: Date { abortedAt ?? startedAt + duration }

            func status(at now: Date) -> BackupStatus {
                guard now >= concludesAt else { return .inProgress }
                return abortedAt == nil ? outcome : .aborted
            }
        }

        let id: ID
        let uid: String
        let name: String
        let createdAt: Date
        let method: BackupRequest.Method
        let compression: String
        let addonVersion: String
        /// In bytes, when it is complete.
        let finalSize: Int
        /// From its beginning to its end, in seconds.
        let duration: TimeInterval
        /// How it will end unless it is aborted.
        var outcome: BackupStatus
        /// Nil while it waits for the addon to run.
        var beginsAt: Date?
        var abortedAt: Date?
        /// Oldest first.
        var restores: [Restore] = []

        var concludesAt: Date? { abortedAt ?? beginsAt.map { $0 + duration } }

        func status(at now: Date) -> BackupStatus {
            if let abortedAt, abortedAt <= now { return .aborted }
            guard let beginsAt, beginsAt <= now else { return .scheduled }
            return now >= beginsAt + duration ? outcome : .inProgress
        }

        /// In bytes, so far.
        func size(at now: Date) -> Int {
            guard let beginsAt, let concludesAt, beginsAt < now else { return 0 }
            if status(at: now) == .completed { return finalSize }
            let done = min(concludesAt, now).timeIntervalSince(beginsAt) / duration
            // What fails is given up half way.
            return Int(Double(finalSize) * done * (outcome == .completed ? 1 : 0.4))
        }
    }
}
