public import Northflank

// Volumes and their backups are arrays straight at `data`.

extension Volume: PageItem {
    public static var pageKey: String? { nil }
}

extension VolumeBackup: PageItem {
    public static var pageKey: String? { nil }
}

extension Endpoint {
    public static func listVolumes(_ project: Project.ID) -> Self where Response == Page<Volume> {
        Self(.listVolumes, [project.rawValue])
    }

    public static func getVolume(_ volume: VolumeReference) -> Self where Response == Single<Volume> {
        Self(.getVolume, volume.path)
    }

    public static func listVolumeBackups(_ volume: VolumeReference) -> Self where Response == Page<VolumeBackup> {
        Self(.getVolumeBackups, volume.path)
    }

    public static func getVolumeBackup(
        _ backup: VolumeBackup.ID, of volume: VolumeReference
    ) -> Self where Response == Single<VolumeBackup> {
        Self(.getVolumeBackupDetails, volume.path + [backup.rawValue])
    }

    public static func backupVolume(
        _ volume: VolumeReference, _ request: VolumeBackupRequest
    ) -> Self where Response == Single<VolumeBackup> {
        Self(.backupVolume, volume.path, body: request.json)
    }
}

extension VolumeReference {
    fileprivate var path: [String] { [project.rawValue, volume.rawValue] }
}
