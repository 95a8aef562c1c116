import Northflank
import TerminalUI

/// The backups of each addon under their addon.
enum BackupsPane: PaneContent {
    /// Backups shown of an addon that isn't unfolded.
    static let folded = 3

    static let sortColumns: [SortColumn] = [.name, .project, .status, .type, .size, .age]

    static func withParts(_ heads: [RowID], _ state: State) -> [RowID] {
        heads.flatMap { [$0] + rows(under: $0, state) }
    }

    private static func rows(under head: RowID, _ state: State) -> [RowID] {
        guard case .addon(let addon) = head else { return [] }
        let backups = state.account.backups[addon] ?? []
        let shown = state.unfolded.contains(head) ? backups[...] : backups.prefix(folded)
        return shown.map { .backup(BackupReference(addon: addon, backup: $0.id)) }
    }

    /// By name in a project; over all projects the worse of addon and newest backup first.
    static func heads(_ state: State) -> [RowID] {
        if let project = state.scope {
            return (state.account.addons[project] ?? []).sorted(byName: \.name)
                .map { .addon(AddonReference(project: project, addon: $0.id)) }
        }
        return state.account.allAddons
            .map { item in
                let last = state.account.backups[item.reference]?.first
                let health = min(item.addon.health, last?.health ?? .idle)
                return (row: RowID.addon(item.reference), rank: Urgency(health, last?.createdAt))
            }
            .sorted(by: \.rank)
            .map(\.row)
    }

    /// Size and age are those of an addon's newest backup.
    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey? {
        guard let reference = head.addon, let addon = state.account.addon(reference) else { return nil }
        let last = state.account.backups[reference]?.first
        return switch column {
        case .name: .name(addon.name)
        case .project: .name(state.projectName(reference.project))
        case .type: addon.type.map { .name($0) }
        case .status: .health(addon.health)
        case .size: .most(last?.size)
        case .age: .newest(last?.completedAt ?? last?.createdAt)
        case .kind, .branch, .build, .deployment, .services, .took: nil
        }
    }

    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts) {
        guard let reference = row.addon, let addon = state.account.addon(reference) else { return }
        texts.add(.addon, addon.name)
        texts.add(.id, addon.id.rawValue)
        texts.add(.type, addon.type)
        texts.add(.project, state.projectName(reference.project))
        guard case .backup(let backup) = row, let backup = state.account.backup(backup) else {
            return texts.add(.status, addon.status)
        }
        texts.add(.id, backup.id.rawValue)
        texts.add(.name, backup.name)
        texts.add(.status, backup.status)
        texts.add(.source, backup.source)
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
