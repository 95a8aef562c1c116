import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let restores: [Route] = [
        .on(.restoreAddonBackup) { world, call throws(Refusal) in
            let backup = try world.require(call.backup)
            guard backup.status(at: world.now) == .completed else {
                throw .conflict("The backup is \(backup.status(at: world.now)): only a completed one can be restored")
            }
            let status = try world.require(call.addon).status(at: world.now)
            guard status == .running else { throw .conflict("The addon is not running: it is \(status)") }
            guard let restore = world.restore(call.backup) else { throw .notFound("Backup \(backup.id)") }
            return ["data": ["restoreId": .string(restore.id)]]
        },
        .on(.listAddonBackupRestores) { world, call throws(Refusal) in
            let backup = try world.require(call.backup)
            return try call.page(of: backup.restores.reversed(), as: "restores", id: \.id) { restore in
                world.item(restore.id, JSON(["id": .string(restore.id)]).adding(world.json(restore)))
            }
        },
        .on(.listAddonRestores) { world, call throws(Refusal) in
            let restores = try world.require(call.addon).backups
                .flatMap { backup in backup.restores.map { (backup: backup.id, restore: $0) } }
                .sorted { $0.restore.startedAt > $1.restore.startedAt }
            return try call.page(of: restores, as: "restores", id: \.restore.id) { backup, restore in
                world.item(
                    restore.id,
                    JSON(["id": .string(restore.id), "backupId": .string(backup.rawValue)])
                        .adding(world.json(restore)))
            }
        },
        .on(.getAddonBackupSchedules) { world, call throws(Refusal) in
            let addon = try world.require(call.addon)
            return ["data": ["schedules": .array(addon.schedule.map { [world.json($0, of: addon)] } ?? [])]]
        },
        .on(.abortBackupRestore) { world, call throws(Refusal) in
            let id = call.body?["restoreId"]?.text ?? ""
            guard try world.require(call.backup).restores.contains(where: { $0.id == id }) else {
                throw .invalid("restoreId", "the backup has no restore \(id)")
            }
            guard world.abortRestore(id, of: call.backup) else { throw .conflict("The restore is already concluded") }
            return ["data": [:]]
        },
    ]
}

extension World {
    /// As an interval with its minutes, hours and days.
    func json(_ schedule: CronSchedule, of addon: Addon) -> JSON {
        let (minutes, hours, weekdays) = schedule.fitting
        let interval = weekdays.count < 7 ? "weekly" : hours.count < 24 ? "daily" : "hourly"
        return [
            "id": .string("\(addon.id)-schedule"), "backupType": .string(addon.scheduledMethod.rawValue),
            "backupCompressionType": "gz", "retentionTime": 7, "createdAt": .time(addon.createdAt),
            "updatedAt": .time(addon.createdAt),
            "scheduling": [
                "interval": .string(interval), "minute": .array(minutes.map(JSON.integer)),
                "hour": hours.count < 24 ? .array(hours.map(JSON.integer)) : nil,
                "day": weekdays.count < 7 ? .array(weekdays.map(JSON.integer)) : nil,
            ],
        ]
    }

    func json(_ restore: Backup.Restore) -> JSON {
        let status = restore.status(at: now)
        return [
            "restoreTimestamp": .time(restore.startedAt),
            "status": .string(status.rawValue),
            "completedAt": status.isActive ? nil : .time(restore.concludesAt),
        ]
    }
}
