import Northflank

/// The backups of each addon under their addon.
enum BackupsPane: PaneContent {
    /// Backups shown of an addon that isn't unfolded.
    static let folded = 3

    static func rows(_ state: State) -> [RowID] {
        addons(state).flatMap { addon -> [RowID] in
            let backups = state.account.backups[addon] ?? []
            let shown = state.unfolded.contains(.addon(addon)) ? backups[...] : backups.prefix(folded)
            return [.addon(addon)] + shown.map { .backup(BackupReference(addon: addon, backup: $0.id)) }
        }
    }

    /// By name in a project; over all projects the worse of addon and newest backup first.
    private static func addons(_ state: State) -> [AddonReference] {
        if let project = state.scope {
            return (state.account.addons[project] ?? [])
                .sorted { $0.name.lowercased() < $1.name.lowercased() }
                .map { AddonReference(project: project, addon: $0.id) }
        }
        return state.account.allAddons
            .map { item in
                let last = state.account.backups[item.reference]?.first
                let health = min(item.addon.health, last?.health ?? .idle)
                return (addon: item.reference, rank: Urgency(health, last?.createdAt))
            }
            .sorted { $0.rank < $1.rank }
            .map(\.addon)
    }

    static func words(_ row: RowID, _ state: State) -> [String?] {
        guard let reference = row.addon, let addon = state.account.addon(reference) else { return [] }
        var words: [String?] = [
            addon.name, addon.id.rawValue, addon.type, addon.status?.rawValue, state.projectName(reference.project),
        ]
        if case .backup(let backup) = row, let backup = state.account.backup(backup) {
            words += [backup.id.rawValue, backup.name, backup.status?.rawValue, backup.source]
        }
        return words
    }

    static func feeds(_ state: State) -> [Feed] {
        state.scopedProjects.map { .addons($0) }
            + state.scopedAddons.filter { state.account.backups[$0] != nil || state.scope != nil }.map { .backups($0) }
    }

    static func feedsToRefresh(_ state: State) -> Set<Feed> {
        Set(
            state.scopedProjects.map { .addons($0) }
                + state.visibleRows(.backups).compactMap(\.addon).map { .backups($0) })
    }

    static func subject(_ state: State) -> String? { state.scope.map(state.projectName) }

    static func emptyText(_ state: State) -> String { "No addons here yet." }
}
