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
        var rows: [(row: RowID, rank: Urgency)] = []
        state.account.forEachService { reference, service in
            rows.append((.service(reference), Urgency(service.health, service.changedAt)))
        }
        return rows.sorted(by: \.rank).map(\.row)
    }

    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey? {
        guard let reference = head.service, let service = state.account.service(reference) else { return nil }
        return switch column {
        case .name: .name(service.name)
        case .project: .name(state.projectName(reference.project))
        case .kind: .name(service.kind.rawValue)
        case .build: .health(state.account.newestBuild(reference)?.status.health)
        case .deployment: .health(service.deployment?.status.health)
        case .age: .newest(service.changedAt)
        case .type, .branch, .status, .services, .size, .took: nil
        }
    }

    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts) {
        guard let reference = row.service, let service = state.account.service(reference) else { return }
        texts.add(.service, service.name)
        texts.add(.id, service.id.rawValue)
        texts.add(.type, service.kind.rawValue)
        texts.add(.status, service.build?.status)
        texts.add(.status, service.deployment?.status)
        texts.add(.project, state.projectName(reference.project))
        for tag in service.tags { texts.add(.tag, tag) }
    }

    static func feeds(_ state: State) -> [Feed] { state.scopedProjects.map { .services($0) } }

    static func subject(_ state: State) -> String? { state.scope.map(state.projectName) }

    static func emptyText(_ state: State) -> String { "No services here yet." }
}
