import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let volumes: [Route] = [
        .on(.listVolumes) { world, call throws(Refusal) in
            let project = try world.require(call.project)
            let volumes = world.volumes.filter { $0.project == project.id }
            return try call.page(of: volumes, as: nil, id: \.id.rawValue) { world.json($0) }
        },
        .on(.getVolume) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.volume))]
        },
        .on(.getVolumeBackups) { world, call throws(Refusal) in
            let volume = try world.require(call.volume)
            return try call.page(of: volume.backups.reversed(), as: nil, id: \.id.rawValue) { backup in
                world.json(backup, of: volume)
            }
        },
        .on(.getVolumeBackupDetails) { world, call throws(Refusal) in
            let volume = try world.require(call.volume)
            let id = VolumeBackup.ID(call.parameters["backupId"] ?? "")
            guard let backup = volume.backups.first(where: { $0.id == id }) else { throw .notFound("Backup \(id)") }
            return ["data": world.json(backup, of: volume)]
        },
        .on(.backupVolume) { world, call throws(Refusal) in
            let volume = try world.require(call.volume)
            guard
                let backup = world.backUp(
                    call.volume, name: call.body?["name"]?.text ?? "", about: call.body?["description"]?.text)
            else { throw .notFound("Volume \(volume.id)") }
            return ["data": world.json(backup, of: volume)]
        },
    ]
}

extension World {
    fileprivate func json(_ volume: Volume) -> JSON {
        item(
            volume.id.rawValue,
            [
                "id": .string(volume.id.rawValue), "name": .string(volume.name), "tags": [], "spec": spec(of: volume),
                "attachedObjects": .array(
                    volume.attachedTo.map { ["id": .string($0.rawValue), "type": "service"] }),
                "status": "bound", "createdAt": .time(volume.createdAt), "updatedAt": .time(volume.createdAt),
            ])
    }

    private func spec(of volume: Volume) -> JSON {
        ["accessMode": "ReadWriteOnce", "storageClassName": "ssd", "storageSize": .integer(volume.size)]
    }

    fileprivate func json(_ backup: VolumeBackup, of volume: Volume) -> JSON {
        item(
            backup.id.rawValue,
            [
                "id": .string(backup.id.rawValue), "name": .string(backup.name),
                "description": backup.about.map(JSON.string), "status": .string(backup.status(at: now)),
                "spec": ["storageSize": .integer(volume.size)],
                "source": [
                    "type": "volume", "sourceObject": ["id": .string(volume.id.rawValue), "spec": spec(of: volume)],
                ],
                "createdAt": .time(backup.createdAt),
                "updatedAt": .time(min(now, backup.createdAt + backup.duration)),
            ])
    }
}
