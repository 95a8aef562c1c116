public import Northflank

extension Backup: PageItem {
    public static var pageKey: String? { "backups" }
}

extension Restore: PageItem {
    public static var pageKey: String? { "restores" }
}

extension BackupSchedule: PageItem {
    public static var pageKey: String? { "schedules" }
}

extension Endpoint {
    /// The backups of an addon.
    public static func listAddonBackups(_ addon: AddonReference) -> Self where Response == Page<Backup> {
        Self(.listAddonBackups, addon.path)
    }

    /// One backup, with what came of its last restore.
    public static func getAddonBackup(_ backup: BackupReference) -> Self where Response == Single<Backup> {
        Self(.getAddonBackup, backup.path)
    }

    /// Starts a backup. Of an addon that isn't running it is scheduled.
    public static func backupAddon(
        _ addon: AddonReference, _ request: BackupRequest
    ) -> Self where Response == Single<Backup> {
        Self(.backupAddon, addon.path, body: request.json)
    }

    /// A backup that is already over answers with a conflict.
    public static func abortBackup(_ backup: BackupReference) -> Self where Response == Accepted {
        Self(.abortBackup, backup.path)
    }

    /// Puts a backup in the place of the addon's data.
    public static func restoreBackup(_ backup: BackupReference) -> Self where Response == Single<StartedRestore> {
        Self(.restoreAddonBackup, backup.path)
    }

    /// How often a backup was restored.
    public static func listBackupRestores(_ backup: BackupReference) -> Self where Response == Page<Restore> {
        Self(.listAddonBackupRestores, backup.path)
    }

    /// All that was restored in an addon, with the backup of each.
    public static func listAddonRestores(_ addon: AddonReference) -> Self where Response == Page<Restore> {
        Self(.listAddonRestores, addon.path)
    }

    /// When an addon is backed up by itself.
    public static func listBackupSchedules(_ addon: AddonReference) -> Self where Response == Page<BackupSchedule> {
        Self(.getAddonBackupSchedules, addon.path)
    }

    /// A restore that is already over answers with a conflict.
    public static func abortRestore(
        _ restore: Restore.ID, of backup: BackupReference
    ) -> Self where Response == Accepted {
        Self(.abortBackupRestore, backup.path, body: ["restoreId": .string(restore.rawValue)])
    }
}

extension BackupReference {
    var path: [String] { addon.path + [backup.rawValue] }
}
