import Northflank
import TerminalUI

extension BackupsPane {
    static func columns(_ state: State) -> [TableColumn] {
        [
            .init(.flexible(minimum: 14), title: SortColumn.name.title),
            .init(.fitting(maximum: 16), priority: 3, title: SortColumn.project.title),
            .init(.fitting(maximum: 32), priority: 0, title: SortColumn.status.title),
            .init(.fitting(maximum: 10), alignment: .right, priority: 2, title: SortColumn.size.title),
            .init(.fitting(maximum: 10), alignment: .right, priority: 1, title: SortColumn.age.title),
        ]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        switch row {
        case .addon(let reference): addonLine(reference, state)
        case .backup(let reference): backupLine(reference, state)
        default: []
        }
    }

    private static func addonLine(_ reference: AddonReference, _ state: State) -> TableLine {
        guard let addon = state.account.addon(reference) else { return [] }
        let name = [Span(state.fold(.addon(reference)) + " ", .muted), Span(addon.name, .heading)]
        return [
            name, state.projectCell(reference.project), state.statusSpans(addon.status),
            [Span(addon.type ?? "", .muted)], [summary(reference, state)],
        ]
    }

    private static func summary(_ reference: AddonReference, _ state: State) -> Span {
        let feed = state.account.feed(.backups(reference))
        if let backups = state.account.backups[reference] {
            return backups.isEmpty ? Span("no backup", .warning) : Span("", .muted)
        }
        if feed.failure != nil { return Span("can't read", .warning) }
        return Span(state.isAwaited(.backups(reference)) ? "asking" : "", .muted)
    }

    private static func backupLine(_ reference: BackupReference, _ state: State) -> TableLine {
        guard let backup = state.account.backup(reference) else { return [] }
        return [
            [Span("  \(backup.name)", .muted)], [],
            state.statusSpans(backup.status, since: backup.createdAt),
            [Span(backup.size.map { ByteSize.text($0) } ?? "", .muted)],
            [Span(backup.isActive ? "" : state.age(backup.completedAt ?? backup.createdAt), .muted)],
        ]
    }
}
