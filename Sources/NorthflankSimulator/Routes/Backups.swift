import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let backups: [Route] = [
        .on(.listAddonBackups) { world, call throws(Refusal) in
            let addon = try world.require(call.addon)
            return try call.page(of: addon.backups.reversed(), as: "backups", id: \.id.rawValue) { backup in
                world.json(backup)
            }
        },
        .on(.getAddonBackup) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.backup), single: true)]
        },
        .on(.backupAddon) { world, call throws(Refusal) in
            let order = try BackupOrder(call.body, for: try world.require(call.addon))
            guard
                let backup = world.backUp(
                    call.addon, name: order.name, method: order.method, compression: order.compression, at: world.now)
            else { throw .notFound("Addon \(call.addon.addon)") }
            return ["data": world.json(backup, single: true)]
        },
        .on(.abortBackup) { world, call throws(Refusal) in
            _ = try world.require(call.backup)
            guard world.abortBackup(call.backup) else { throw .conflict("The backup is already concluded") }
            return ["data": [:]]
        },
    ]
}

extension World {
    /// Only a single backup tells of its last restore; only in a list does it tell of its compression.
    fileprivate func json(_ backup: Backup, single: Bool = false) -> JSON {
        let status = backup.status(at: now)
        let concludesAt = status.isActive ? nil : backup.concludesAt
        return item(
            backup.id.rawValue,
            [
                "id": .string(backup.id.rawValue),
                "name": .string(backup.name),
                "uid": .string(backup.uid),
                "status": .string(status.rawValue),
                "createdAt": .time(backup.createdAt),
                "completedAt": concludesAt.map(JSON.time),
                "config": [
                    "source": ["type": .string(backup.method == .dump ? "sameAddon" : "snapshot")],
                    "size": .string(String(backup.size(at: now))),
                    "compressionType": single ? nil : .string(backup.compression),
                    "addonVersion": .string(backup.addonVersion),
                ],
                "lastRestore": single ? backup.restores.last.map(json) : nil,
            ])
    }
}
