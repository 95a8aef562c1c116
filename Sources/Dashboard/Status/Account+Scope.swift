public import Northflank

extension Account {
    /// The same with some of its projects alone.
    public func scoped(to chosen: Set<Project.ID>) -> Account {
        let state = feed(.projects)
        let answer = FeedAnswer(
            content: .projects(projects.filter { chosen.contains($0.id) }), requests: state.requests)
        var account = self
        account.loaded(.projects, answer, at: state.receivedAt, from: state.source)
        return account
    }

    /// The lists that tell how the projects are, in the order in which to ask for them.
    public var lists: [Feed] {
        projects.map(\.id).flatMap { [Feed.services($0), .addons($0), .jobs($0)] }
    }

    /// What tells more than the lists, in the order in which to ask for it: first what is under way, then the runs of
    /// jobs and the backups of addons, of which no list tells, and at last the branches and the containers of services.
    public var details: [Feed] {
        let active = activeFeeds
        let all =
            allJobs.map { Feed.runs($0.reference) } + allAddons.map { .backups($0.reference) }
            + allServices.filter { $0.service.kind.builds }.map { .builds($0.reference) }
            + allServices.filter { $0.service.kind.deploys }.map { .containers($0.reference) }
        return all.filter(active.contains) + all.filter { !active.contains($0) }
    }
}
