import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The builds of the selected service, newest first. Over all projects: each service's newest build and whatever else
/// is being built, trouble and work under way first.
enum BuildsPane: PaneContent {
    static let sortColumns: [SortColumn] = [.status, .name, .project, .branch, .took, .age]

    static func heads(_ state: State) -> [RowID] {
        guard state.scope == nil else {
            guard let service = state.serviceOfBuilds else { return [] }
            return (state.account.builds[service] ?? []).map { .build(BuildReference(service: service, build: $0.id)) }
        }
        var rows: [RowID] = []
        var ranks: [Urgency] = []
        state.account.forEachService { reference, service in
            let builds = state.account.builds[reference]
            if let newest = builds == nil ? service.build : state.account.newestBuild(reference) {
                rows.append(.latestBuild(reference))
                ranks.append(Urgency(newest.status.health, newest.changedAt))
            }
            for build in (builds ?? []).dropFirst() where build.isActive {
                rows.append(.build(BuildReference(service: reference, build: build.id)))
                ranks.append(Urgency(.active, build.createdAt))
            }
        }
        return rows.sorted(by: ranks)
    }

    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey? {
        guard let service = head.service else { return nil }
        let build = build(head, state)
        return switch column {
        case .status: .health(status(head, state)?.health)
        case .name: .name(state.serviceName(service))
        case .project: .name(state.projectName(service.project))
        case .branch: (build?.branch).map { .name($0) }
        case .took: .longest(from: build?.createdAt, to: build?.concludedAt)
        case .age: .newest(ended(head, state))
        case .kind, .type, .build, .deployment, .services, .size: nil
        }
    }

    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts) {
        if let service = row.service {
            texts.add(.service, state.serviceName(service))
            texts.add(.project, state.projectName(service.project))
        }
        let build = build(row, state)
        texts.add(.id, build?.id.rawValue)
        texts.add(.branch, build?.branch)
        texts.add(.commit, build?.sha)
        texts.add(.message, build?.message)
        texts.add(.status, status(row, state))
    }

    static func feeds(_ state: State) -> [Feed] {
        if state.scope == nil { return ServicesPane.feeds(state) }
        return state.serviceOfBuilds.flatMap(state.builder).map { [.builds($0)] } ?? []
    }

    static func subject(_ state: State) -> String? {
        state.scope == nil ? nil : state.serviceOfBuilds.map(state.serviceName)
    }

    static func emptyText(_ state: State) -> String {
        guard state.scope != nil else { return "No builds yet." }
        guard let service = state.serviceOfBuilds.flatMap(state.account.service) else { return "Select a service." }
        return service.kind.builds ? "No builds of this service yet." : "Deploys only: nothing is built here."
    }

    /// The build behind a row, where it is known one by one.
    static func build(_ row: RowID, _ state: State) -> Build? {
        switch row {
        case .build(let reference): state.account.build(reference)
        case .latestBuild(let service): state.account.builds[service]?.first
        default: nil
        }
    }

    static func status(_ row: RowID, _ state: State) -> BuildStatus? {
        if case .latestBuild(let service) = row { return state.account.newestBuild(service)?.status }
        return build(row, state)?.status
    }

    /// When it ended, or else last moved.
    static func ended(_ row: RowID, _ state: State) -> Date? {
        let build = build(row, state)
        guard case .latestBuild(let service) = row else { return build?.concludedAt ?? build?.createdAt }
        return build?.concludedAt ?? state.account.newestBuild(service)?.changedAt ?? build?.createdAt
    }
}
