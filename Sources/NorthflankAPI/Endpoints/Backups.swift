public import Northflank

extension Backup: PageItem {
    public static var pageKey: String { "backups" }
}

extension Endpoint {
    /// The backups of an addon.
    public static func listAddonBackups(_ addon: AddonReference) -> Self where Response == Page<Backup> {
        Self("listAddonBackups", .get, backups(of: addon), permission: "Project > Addons > General > Read")
    }

    /// One backup, with what came of its last restore.
    public static func getAddonBackup(_ backup: BackupReference) -> Self where Response == Single<Backup> {
        Self(
            "getAddonBackup", .get,
            PathTemplate(
                "projects/{projectId}/addons/{addonId}/backups/{backupId}", backup.addon.project.rawValue,
                backup.addon.addon.rawValue, backup.backup.rawValue),
            permission: "Project > Addons > General > Read")
    }

    /// Starts a backup.
    public static func backupAddon(
        _ addon: AddonReference, _ request: BackupRequest
    ) -> Self where Response == Single<Backup> {
        Self(
            "backupAddon", .post, backups(of: addon),
            body: .object(["name": .string(request.name), "backupType": .string(request.method.rawValue)]),
            permission: "Project > Addons > General > Update")
    }

    private static func backups(of addon: AddonReference) -> PathTemplate {
        PathTemplate("projects/{projectId}/addons/{addonId}/backups", addon.project.rawValue, addon.addon.rawValue)
    }
}
