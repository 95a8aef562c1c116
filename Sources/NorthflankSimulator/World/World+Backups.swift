import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
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
        let runs = addon.passage.map { max(date, $0.endsAt) } ?? date
        let begins = max(runs + waits, addon.busyUntil(date).map { $0 + 1 } ?? date)
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

    /// Begins to put a backup in the place of the addon's data.
    mutating func restore(_ reference: BackupReference) -> Backup.Restore? {
        guard let index = addons[reference.addon]?.backups.lastIndex(where: { $0.id == reference.backup }),
            let backup = addons[reference.addon]?.backups[index]
        else { return nil }
        let restore = Backup.Restore(
            startedAt: now, duration: backup.duration * random.seconds(1.1...1.6), outcome: .completed)
        addons[reference.addon]?.backups[index].restores.append(restore)
        return restore
    }

    /// Ends a restore that still goes on. Whether there was one to end.
    mutating func abortRestore(_ id: String, of reference: BackupReference) -> Bool {
        guard let index = addons[reference.addon]?.backups.lastIndex(where: { $0.id == reference.backup }),
            let place = addons[reference.addon]?.backups[index].restores.lastIndex(where: { $0.id == id }),
            addons[reference.addon]?.backups[index].restores[place].status(at: now) == .inProgress
        else { return false }
        addons[reference.addon]?.backups[index].restores[place].abortedAt = now
        return true
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
