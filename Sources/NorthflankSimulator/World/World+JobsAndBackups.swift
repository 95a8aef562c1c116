import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A cron job's minute has come.
    mutating func fire(_ reference: JobReference) {
        guard let job = jobs[reference], let schedule = job.schedule else { return }
        // One run at a time: the schedule's minute is passed over while the last run goes on.
        let isBusy = job.jobRuns.last.map { $0.concludesAt > now } ?? false
        if !job.suspended, !isBusy { _ = startRun(of: reference, at: now) }
        if let next = schedule.next(after: now) { events.plan(.cron(reference), at: next) }
    }

    mutating func startRun(of reference: JobReference, at date: Date) -> Run? {
        guard let job = jobs[reference] else { return nil }
        let fails = job.failsSince.map { $0 <= date } ?? random.chance(hiccups)
        let run = Run(
            id: .init(random.uuid()), name: "\(job.id)-\(random.hex(24))", startedAt: date,
            duration: job.typical * random.seconds(0.6...1.4) * (fails ? 0.5 : 1),
            outcome: fails ? .failed : .success)
        jobs[reference]?.append(run)
        return run
    }

    /// Ends a run that still goes on. Whether there was one to end.
    mutating func abortRun(_ reference: RunReference) -> Bool {
        guard let index = jobs[reference.job]?.jobRuns.lastIndex(where: { $0.id == reference.run }),
            jobs[reference.job]?.jobRuns[index].status(at: now) == .running
        else { return false }
        jobs[reference.job]?.jobRuns[index].abortedAt = now
        return true
    }

    mutating func backUpOnSchedule(_ reference: AddonReference) {
        guard let addon = addons[reference], let schedule = addon.schedule else { return }
        if addon.condition == .running, addon.wasBackedUp(at: now) {
            _ = backUp(reference, name: nil, method: addon.scheduledMethod, compression: "gz", at: now)
        }
        if let next = schedule.next(after: now) { events.plan(.scheduledBackup(reference), at: next) }
    }

    /// Asks for a backup. It begins when the addon runs and the backup before it is done.
    mutating func backUp(
        _ reference: AddonReference, name: String?, method: BackupRequest.Method, compression: String, at date: Date
    ) -> Backup? {
        guard let addon = addons[reference] else { return nil }
        let name = name ?? "Backup \(CivilTime(date).toTheMinute)"
        let fails = addon.backupsFailSince.map { $0 <= date } ?? false
        let share = (method == .dump ? 0.31 : 0.94) * random.seconds(0.97...1.03)
        let size = Int(Double(addon.dataSize) * share)
        let waits = random.seconds(2...5)
        let begins = max(date + waits, addon.busyUntil(date).map { $0 + 1 } ?? date)
        let backup = Backup(
            id: addon.freeBackupID(for: name), uid: random.uuid(), name: name, createdAt: date, method: method,
            compression: compression, addonVersion: addon.version, finalSize: size,
            duration: min(max(Double(size) / 60_000_000, 18), 240) * random.seconds(0.85...1.15),
            outcome: fails ? .failed : .completed, beginsAt: addon.condition == .running ? begins : nil)
        addons[reference]?.append(backup)
        return backup
    }

    /// Ends a backup that isn't concluded yet. Whether there was one to end.
    mutating func abortBackup(_ reference: BackupReference) -> Bool {
        guard let index = addons[reference.addon]?.backups.lastIndex(where: { $0.id == reference.backup }),
            let status = addons[reference.addon]?.backups[index].status(at: now), status.isActive
        else { return false }
        addons[reference.addon]?.backups[index].abortedAt = now
        return true
    }
}

extension World.Job {
    mutating func append(_ run: World.Run) {
        jobRuns.append(run)
        if jobRuns.count > World.kept { jobRuns.removeFirst(World.kept / 4) }
    }
}

extension World.Addon {
    mutating func append(_ backup: World.Backup) {
        backups.append(backup)
        if backups.count > World.kept { backups.removeFirst(World.kept / 4) }
    }

    /// The name as an id, with a number where that is taken.
    func freeBackupID(for name: String) -> World.Backup.ID {
        let slug = Names.slug(name)
        var id = World.Backup.ID(slug)
        var number = 2
        while backup(id) != nil {
            id = World.Backup.ID("\(slug)-\(number)")
            number += 1
        }
        return id
    }
}
