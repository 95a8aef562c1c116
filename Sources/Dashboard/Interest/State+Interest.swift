import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// What the dashboard wants kept fresh, and how much each of it matters just now.

extension State {
    /// A selection must rest so long before what it is on is asked for: scrolling past fifty services costs nothing.
    static let restingTime: Double = 0.2

    /// Lists of runs and backups that are kept in the background: at one request each every half hour, a fifth of
    /// the usual thousand an hour.
    static let mostBackgroundLists = 100

    var selectionRests: Bool {
        selectionMovedAt.map { now.timeIntervalSince($0) >= Self.restingTime } ?? true
    }

    /// While the selection moves, what was wanted before stays wanted, and only what is under way comes to it.
    func interest() -> [Feed: Attention] {
        var feeds = Interest(feeds: selectionRests ? [:] : watched)
        guard selectionRests else {
            wantActive(&feeds)
            return feeds.feeds
        }
        let layout = self.layout
        feeds.want(.projects, focus == .projects ? .focused : .visible)
        for project in account.projects.map(\.id) + [scope].compactMap(\.self) {
            feeds.want(.services(project), .background)
            feeds.want(.jobs(project), .background)
            feeds.want(.addons(project), .background)
        }
        for project in scopedProjects {
            let attention: Attention = scope == nil ? .visible : focus == .services ? .focused : .visible
            feeds.want(.services(project), attention)
            if layout.panes[.backups] != nil || focus == .projects { feeds.want(.addons(project), .visible) }
        }
        wantRest(&feeds)
        wantContainers(&feeds)
        wantSelected(&feeds, layout)
        for feed in detailFeeds { feeds.want(feed, .focused) }
        wantFavourites(&feeds)
        wantActive(&feeds)
        if !account.addons.isEmpty { feeds.want(.addonTypes, .background) }
        return feeds.feeds
    }

    /// A failed run or backup that nobody looks at must come to light too. Where there are more of them than an hour's
    /// requests could ask for, only those of the scope.
    private func wantRest(_ feeds: inout Interest) {
        let jobs = account.allJobs.map(\.reference)
        let addons = account.allAddons.map(\.reference)
        let fits = jobs.count + addons.count <= Self.mostBackgroundLists
        for job in fits ? jobs : scope == nil ? [] : scopedJobs {
            feeds.want(.runs(job), .background)
            // Its schedule says when there is something new among its runs.
            if account.job(job)?.kind == .cron { feeds.want(.job(job), .background) }
        }
        for addon in fits ? addons : scope == nil ? [] : scopedAddons { feeds.want(.backups(addon), .background) }
    }

    /// Each service's containers cost a request of their own: where there are too many services, they are kept fresh only
    /// where something is wrong with them, or may be, and where somebody looks; the others have their turn in a round.
    private func wantContainers(_ feeds: inout Interest) {
        for service in containerRound.waiting.keys { feeds.want(.containers(service), .background) }
        for project in projectsWithFewServices {
            for service in account.services[project] ?? [] where service.kind.deploys {
                feeds.want(.containers(ServiceReference(project: project, service: service.id)), .background)
            }
        }
        for problem in problems.list {
            guard [.containersFail, .containersRestart, .deploymentFailed].contains(problem.kind),
                let service = problem.row.service
            else {
                continue
            }
            feeds.want(.containers(service), .visible)
        }
        guard focus == .services, let service = selectedRow?.service, account.service(service)?.kind.deploys == true
        else { return }
        feeds.want(.containers(service), .visible)
    }

    /// All of them, or that of the scope.
    private var projectsWithFewServices: [Project.ID] {
        let counts = account.services.mapValues(\.count)
        if counts.values.reduce(0, +) <= Self.mostBackgroundLists { return Array(counts.keys) }
        guard let scope, counts[scope, default: 0] <= Self.mostBackgroundLists else { return [] }
        return [scope]
    }

    /// Whether what the round waits for has changed.
    mutating func turnContainerRound() -> Bool {
        let before = containerRound.waiting
        containerRound.settle(account, now: now)
        if let limit = budget?.limit, limit > 0, containerRound.isDue(at: now) {
            let few = Set(projectsWithFewServices)
            let others = account.projects.map(\.id).filter {
                !few.contains($0) && missingPermission(for: .listServiceContainers, in: $0) == nil
            }
            containerRound.goOn(through: others, of: account, limit: limit, now: now)
        }
        return containerRound.waiting != before
    }

    private func wantSelected(_ feeds: inout Interest, _ layout: Layout) {
        if let service = selectedService.flatMap(builder), layout.panes[.builds] != nil || focus == .services {
            feeds.want(.builds(service), [.builds, .services].contains(focus) ? .focused : .visible)
        }
        for row in visibleRows(.runs) {
            if let job = row.job { feeds.want(.runs(job), .visible) }
        }
        for row in visibleRows(.backups) {
            if let addon = row.addon { feeds.want(.backups(addon), .visible) }
        }
        if focus == .runs, let job = selectedJob { feeds.want(.runs(job), .focused) }
        if focus == .backups, let addon = selectedAddon { feeds.want(.backups(addon), .focused) }
    }

    /// A favourite is kept as fresh as what is on the screen.
    private func wantFavourites(_ feeds: inout Interest) {
        for favourite in favourites {
            switch favourite {
            case .project(let project):
                guard account.project(project) != nil else { continue }
                for feed in [Feed.services(project), .jobs(project), .addons(project)] { feeds.want(feed, .visible) }
            case .service(let service):
                guard account.service(service) != nil else { continue }
                feeds.want(.services(service.project), .visible)
                if let builder = builder(service) { feeds.want(.builds(builder), .visible) }
                if account.service(service)?.kind.deploys == true { feeds.want(.containers(service), .visible) }
            case .job(let job):
                if account.job(job) != nil { feeds.want(.runs(job), .visible) }
            case .addon(let addon):
                if account.addon(addon) != nil { feeds.want(.backups(addon), .visible) }
            }
        }
    }

    /// What is under way is followed wherever it is, and so is what the user began.
    private func wantActive(_ feeds: inout Interest) {
        for feed in account.activeFeeds { feeds.want(feed, .active) }
        for action in actions { feeds.want(action.action.feed, .focused) }
    }
}

private struct Interest {
    private(set) var feeds: [Feed: Attention]

    init(feeds: [Feed: Attention]) { self.feeds = feeds }

    /// The most attention that anything asks for counts.
    mutating func want(_ feed: Feed, _ attention: Attention) {
        feeds[feed] = min(feeds[feed] ?? attention, attention)
    }
}
