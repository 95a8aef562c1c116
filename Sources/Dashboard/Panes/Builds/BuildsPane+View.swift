import Northflank
import TerminalUI

extension BuildsPane {
    static func columns(_ state: State) -> [TableColumn] {
        let name = SortColumn.name.title
        let project = SortColumn.project.title
        let branch = SortColumn.branch.title
        let subject: [TableColumn] =
            state.scope == nil
            ? [
                .init(.flexible(minimum: 12), title: name), .init(.fitting(maximum: 18), priority: 4, title: project),
                .init(.fitting(maximum: 24), priority: 2, title: branch),
            ]
            : [
                .init(.fitting(maximum: 26), priority: 4, title: "Build"),
                .init(.flexible(minimum: 10), title: branch),
            ]
        return [.init(.fitting(maximum: 32), priority: 0, title: SortColumn.status.title)] + subject + [
            .init(.fitting(maximum: 7), priority: 3, title: "Commit"),
            .init(.fitting(maximum: 8), alignment: .right, priority: 2, title: SortColumn.took.title),
            .init(.fitting(maximum: 8), alignment: .right, priority: 1, title: SortColumn.age.title),
        ]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        guard let service = row.service else { return [] }
        let build = build(row, state)
        let status = status(row, state)
        let isActive = status?.isActive ?? false
        let since = build?.createdAt ?? ended(row, state)
        var line: TableLine = [state.statusSpans(status, since: since)]
        if state.scope == nil {
            line += [[Span(state.serviceName(service), .text)], [Span(state.projectName(service.project), .muted)]]
        } else {
            line.append([Span(build?.id.rawValue ?? "", .muted)])
        }
        return line + [
            [Span(branch(build), .text)],
            [Span(String(build?.sha?.prefix(7) ?? ""), .muted)],
            [Span(isActive ? "" : state.took(from: build?.createdAt, to: build?.concludedAt, isActive: false), .muted)],
            [Span(isActive ? "" : state.age(ended(row, state)), .muted)],
        ]
    }

    private static func branch(_ build: Build?) -> String {
        if let number = build?.pullRequestID { return "#\(number) \(build?.branch ?? "")" }
        return build?.branch ?? ""
    }
}
