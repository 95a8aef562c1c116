import Northflank
import TerminalUI

extension State {
    func drawMenu(_ canvas: inout Canvas, _ menu: ActionMenu) {
        let entries = entries(of: menu)
        let lines = entries.map(line)
        let hint = [Span("Enter ", .key), Span("choose  ", .text), Span("Esc ", .key), Span("cancel", .text)]
        let title = menu.isBulk ? "\(menu.rows.count) marked" : menu.rows.first.map(subject) ?? ""
        let width = max(hint.columns, title.count + 2, lines.map(\.columns).max() ?? 0)
        let area = frame(&canvas, title: title, width: width, height: max(1, lines.count), hint: hint)
        if lines.isEmpty { canvas.write([Span("Nothing can be done with it now.", .muted)], in: area, over: .dialog) }
        let top = max(0, menu.selected - area.height + 1)
        for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            let row = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            canvas.write(line, in: row, over: .dialog)
            if top + offset == menu.selected { canvas.grid.restyle(row, with: canvas.theme[.selection]) }
        }
    }

    private func line(_ entry: MenuEntry) -> [Span] {
        let key = Span("\(entry.action.key.displayName)  ", .key)
        if case .disabled(let reason) = entry.choice {
            return [
                Span("\(appearance.symbols.dash)  ", .muted), Span(entry.action.title, .muted),
                Span("  \(reason)", .warning),
            ]
        }
        return [key, Span(entry.action.title, .text), Span(entry.detail.isEmpty ? "" : "  \(entry.detail)", .muted)]
    }

    private func subject(of row: RowID) -> String {
        switch row {
        case .allProjects: ""
        case .project(let id): projectName(id)
        case .service(let service), .latestBuild(let service): serviceName(service)
        case .build(let build): "\(serviceName(build.service)) \(appearance.symbols.separator) \(build.build)"
        case .job(let job): jobName(job)
        case .run(let run):
            "\(jobName(run.job)) \(appearance.symbols.separator) \(account.run(run)?.runName ?? run.run.rawValue)"
        case .addon(let addon): addonName(addon)
        case .backup(let backup):
            "\(addonName(backup.addon)) \(appearance.symbols.separator) \(account.backup(backup)?.name ?? "")"
        }
    }
}
