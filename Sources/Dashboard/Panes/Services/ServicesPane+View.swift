import Northflank
import TerminalUI

extension ServicesPane {
    static func columns(_ state: State) -> [TableColumn] {
        var columns: [TableColumn] = [
            .init(.flexible(minimum: 14), title: SortColumn.name.title)
        ]
        if state.scope == nil {
            columns.append(.init(.fitting(maximum: 18), priority: 3, title: SortColumn.project.title))
        }
        return columns + [
            .init(.fitting(maximum: 10), priority: 4, title: SortColumn.kind.title),
            .init(.fitting(maximum: 32), priority: 1, title: SortColumn.build.title),
            .init(.fitting(maximum: 32), priority: 0, title: SortColumn.deployment.title),
            .init(.fitting(maximum: 8), alignment: .right, priority: 2, title: SortColumn.age.title),
        ]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        guard let reference = row.service, let service = state.account.service(reference) else { return [] }
        let health = state.account.health(of: reference, service)
        var line: TableLine = [[Span(state.symbol(health), health.role), Span(" ", .text), Span(service.name, .text)]]
        if state.scope == nil { line.append([Span(state.projectName(reference.project), .muted)]) }
        return line + [
            [Span(service.kind.rawValue, .muted)],
            service.kind.builds ? build(reference, state) : [],
            deployment(reference, service, state),
            [Span(state.age(service.changedAt), .muted)],
        ]
    }

    private static func build(_ reference: ServiceReference, _ state: State) -> [Span] {
        let newest = state.account.newestBuild(reference)
        return state.statusSpans(newest?.status, since: newest?.changedAt).labelled("build ")
    }

    /// Where it was deployed and its containers fail, that is what there is to say of it.
    private static func deployment(_ reference: ServiceReference, _ service: Service, _ state: State) -> [Span] {
        guard service.kind.deploys else { return [] }
        let deployment = service.deployment
        let failing = state.account.failingContainers(of: reference)
        if failing > 0, deployment?.status.health == .healthy {
            let all = state.account.containers[reference]?.count ?? failing
            return [Span("\(state.symbol(.failing)) \(failing)/\(all) containers failing", .failing)]
        }
        return state.statusSpans(deployment?.status, since: deployment?.changedAt).labelled("deploy ")
    }
}

extension [Span] {
    /// A word before a status, so that it can't be mistaken for another.
    fileprivate func labelled(_ label: String) -> [Span] { [Span(label, .muted)] + self }
}
