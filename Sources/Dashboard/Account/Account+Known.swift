import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Account {
    /// The ids that an action's list held before it: what a list holds beside them is new. Nil where the list was
    /// never read in this session.
    func knownIDs(before action: Action) -> Set<String>? {
        guard feed(action.feed).source != .remembered else { return nil }
        return switch action {
        case .startBuild(let service, _): builds[service].map { Set($0.map(\.id.rawValue)) }
        case .runJob(let job): runs[job].map { Set($0.map(\.id.rawValue)) }
        case .backUp(let addon, _): backups[addon].map { Set($0.map(\.id.rawValue)) }
        }
    }
}

extension Account {
    /// The newest build of a service: whichever of the services list and the list of its builds is newer tells its
    /// status.
    func newestBuild(_ reference: ServiceReference) -> Service.BuildState? {
        let listed = service(reference)?.build
        guard let build = builds[reference]?.first, let status = build.status else { return listed }
        if let listed, isNewer(listed, than: reference) { return listed }
        return Service.BuildState(
            status: status, changedAt: build.concludedAt ?? build.createdAt ?? listed?.changedAt)
    }

    /// Whether what the services list tells of a service's newest build was read later than its builds, and is
    /// something else.
    func isNewer(_ listed: Service.BuildState, than reference: ServiceReference) -> Bool {
        guard listed.status != builds[reference]?.first?.status else { return false }
        let buildsAge = feed(.builds(reference)).receivedAt ?? .distantPast
        return feed(.services(reference.project)).receivedAt ?? .distantPast > buildsAge
    }
}
