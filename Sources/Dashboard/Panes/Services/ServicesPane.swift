import Northflank

/// The services of the selected project by name, or of all projects with the worst and newest first.
enum ServicesPane: PaneContent {
    static func rows(_ state: State) -> [RowID] {
        if let project = state.scope {
            return (state.account.services[project] ?? [])
                .sorted { $0.name.lowercased() < $1.name.lowercased() }
                .map { .service(ServiceReference(project: project, service: $0.id)) }
        }
        return state.account.allServices
            .map { (row: RowID.service($0.reference), rank: Urgency($0.service.health, $0.service.changedAt)) }
            .sorted { $0.rank < $1.rank }
            .map(\.row)
    }

    static func words(_ row: RowID, _ state: State) -> [String?] {
        guard let reference = row.service, let service = state.account.service(reference) else { return [] }
        return [
            service.name, service.id.rawValue, service.kind.rawValue, service.build?.status.rawValue,
            service.deployment?.status.rawValue, state.projectName(reference.project),
        ] + service.tags
    }

    static func feeds(_ state: State) -> [Feed] { state.scopedProjects.map { .services($0) } }

    static func subject(_ state: State) -> String? { state.scope.map(state.projectName) }

    static func emptyText(_ state: State) -> String { "No services here yet." }
}
