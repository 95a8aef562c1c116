import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Account {
    /// The ids that an action's list held before it: what a list holds beside them is new. Nil where the list was
    /// never read in this session, and where the action adds to none.
    func knownIDs(before action: Action) -> Set<String>? {
        guard feed(action.feed).source != .remembered else { return nil }
        return switch action {
        case .startBuild(let service, _): builds[service].map { Set($0.map(\.id.rawValue)) }
        case .runJob(let job, _): runs[job].map { Set($0.map(\.id.rawValue)) }
        case .backUp(let addon, _): backups[addon].map { Set($0.map(\.id.rawValue)) }
        case .restore, .create, .abort, .deploy, .restart, .pause, .resume, .scale, .suspend, .unsuspend: nil
        }
    }

    /// Whether something that was created is there already; nil while it isn't.
    func holds(_ kind: Creation.Kind, _ id: String, in project: Project.ID?) -> Bool? {
        let isThere: Bool
        if let project {
            isThere =
                switch kind {
                case .project: self.project(project) != nil
                case .buildService, .combinedService, .deploymentService:
                    service(ServiceReference(project: project, service: .init(id))) != nil
                case .job, .cronJob: job(JobReference(project: project, job: .init(id))) != nil
                case .addon: addon(AddonReference(project: project, addon: .init(id))) != nil
                }
        } else {
            isThere = self.project(.init(id)) != nil
        }
        return isThere ? true : nil
    }

    /// Whether what an action is about is still there.
    func holds(_ target: ActionTarget) -> Bool {
        switch target {
        case .account: true
        case .project(let id): project(id) != nil
        case .service(let reference): service(reference) != nil
        case .job(let reference): job(reference) != nil
        case .addon(let reference): addon(reference) != nil
        }
    }
}

extension Account {
    /// The newest build of a service: whichever of the services list and the list of its builds is newer tells its
    /// status.
    func newestBuild(_ reference: ServiceReference) -> Service.BuildState? {
        newestBuild(reference, listed: withService(reference, \.build) ?? nil)
    }

    private func newestBuild(_ reference: ServiceReference, listed: Service.BuildState?) -> Service.BuildState? {
        guard let build = builds[reference]?.first, let status = build.status else { return listed }
        if let listed, isNewer(listed, than: reference) { return listed }
        return Service.BuildState(
            status: status, changedAt: build.concludedAt ?? build.createdAt ?? listed?.changedAt)
    }

    /// The worst of a service's newest build, its deployment and its containers, as far as they are known; `idle` where
    /// nothing has happened yet.
    func health(of reference: ServiceReference, _ service: Service) -> Health {
        failingContainers(of: reference) > 0
            ? .failing : service.health(newestBuild: newestBuild(reference, listed: service.build))
    }

    func failingContainers(of reference: ServiceReference) -> Int {
        containers[reference]?.count { $0.status?.health == .failing } ?? 0
    }

    /// Whether what the services list tells of a service's newest build was read later than its builds, and is
    /// something else.
    func isNewer(_ listed: Service.BuildState, than reference: ServiceReference) -> Bool {
        guard listed.status != builds[reference]?.first?.status else { return false }
        let buildsAge = feed(.builds(reference)).receivedAt ?? .distantPast
        return feed(.services(reference.project)).receivedAt ?? .distantPast > buildsAge
    }
}
