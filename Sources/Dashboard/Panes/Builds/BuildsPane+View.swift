import Northflank
import TerminalUI

extension BuildsPane {
    static func columns(_ state: State) -> [TableColumn] {
        var columns: [TableColumn] = [.init(.fitting(maximum: 26), priority: 0)]
        if state.scope == nil { columns.append(.init(.flexible(minimum: 12))) }
        return columns + [
            state.scope == nil
                ? .init(.fitting(maximum: 18), priority: 4) : .init(.fitting(maximum: 26), priority: 4),
            state.scope == nil ? .init(.fitting(maximum: 24), priority: 2) : .init(.flexible(minimum: 10)),
            .init(.fitting(maximum: 7), priority: 3),
            .init(.fitting(maximum: 8), alignment: .right, priority: 2),
            .init(.fitting(maximum: 8), alignment: .right, priority: 1),
        ]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        guard let service = row.service else { return [] }
        let build = build(row, state)
        let isListed = if case .latestBuild = row { true } else { false }
        let newest = isListed ? newestBuild(service, state) : nil
        let status = newest?.status ?? build?.status
        let isActive = status?.isActive ?? false
        let since = build?.createdAt ?? newest?.changedAt
        let ended = build?.concludedAt ?? newest?.changedAt ?? build?.createdAt
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
            [Span(isActive ? "" : state.ago(ended), .muted)],
        ]
    }

    private static func branch(_ build: Build?) -> String {
        if let number = build?.pullRequestID { return "#\(number) \(build?.branch ?? "")" }
        return build?.branch ?? ""
    }
}
