import Northflank
import TerminalUI

/// The services of the selected project by name, or of all projects with the worst and newest first.
enum ServicesPane: PaneContent {
    static let sortColumns: [SortColumn] = [.name, .project, .kind, .build, .deployment, .age]

    static func heads(_ state: State) -> [RowID] {
        if let project = state.scope {
            return (state.account.services[project] ?? []).sorted(byName: \.name)
                .map { .service(ServiceReference(project: project, service: $0.id)) }
        }
        var rows: [RowID] = []
        var ranks: [Urgency] = []
        state.account.forEachService { reference, service in
            rows.append(.service(reference))
            ranks.append(Urgency(state.account.health(of: reference, service), service.changedAt))
        }
        return rows.sorted(by: ranks)
    }

    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey? {
        guard let reference = head.service else { return nil }
        return state.account.withService(reference) { service in
            switch column {
            case .name: .name(service.name)
            case .project: .name(state.projectName(reference.project))
            case .kind: .name(service.kind.rawValue)
            case .build: .health(state.account.newestBuild(reference)?.status.health)
            case .deployment: .health(service.deployment?.status.health)
            case .age: .newest(service.changedAt)
            case .type, .branch, .status, .services, .size, .took: nil
            }
        } ?? nil
    }

    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts) {
        guard let reference = row.service else { return }
        state.account.withService(reference) { service in
            texts.add(.service, service.name)
            texts.add(.id, service.id.rawValue)
            texts.add(.type, service.kind.rawValue)
            texts.add(.status, service.build?.status)
            texts.add(.status, service.deployment?.status)
            for tag in service.tags { texts.add(.tag, tag) }
        }
        texts.add(.project, state.projectName(reference.project))
    }

    static func feeds(_ state: State) -> [Feed] { state.scopedProjects.map { .services($0) } }

    static func subject(_ state: State) -> String? { state.scope.map(state.projectName) }

    static func emptyText(_ state: State) -> String { "No services here yet." }
}
