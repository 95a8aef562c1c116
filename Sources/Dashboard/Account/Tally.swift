import Northflank

/// How the services, jobs and addons of some projects are, as far as known.
struct Tally: Hashable {
    private(set) var failing = 0
    private(set) var active = 0
    private(set) var warning = 0
    /// Nil until the services of any of the projects were read.
    private(set) var services: Int?

    /// Nothing is known yet.
    init() {}

    init(of project: Project.ID, in account: Account) {
        if let list = account.services[project] {
            services = list.count
            for service in list {
                count(account.health(of: ServiceReference(project: project, service: service.id), service))
            }
        }
        for addon in account.addons[project] ?? [] { count(addon.health) }
        for job in account.jobs[project] ?? [] {
            let last = account.runs[JobReference(project: project, job: job.id)]?.first
            if let last { count(last.health) }
        }
    }

    mutating func add(_ other: Tally) {
        failing += other.failing
        active += other.active
        warning += other.warning
        services = other.services.map { (services ?? 0) + $0 } ?? services
    }

    private mutating func count(_ health: Health) {
        switch health {
        case .failing: failing += 1
        case .active: active += 1
        case .warning: warning += 1
        case .unknown, .healthy, .idle: break
        }
    }

    /// The worst of all; nil where nothing is known yet.
    var health: Health? {
        if failing > 0 { return .failing }
        if warning > 0 { return .warning }
        if active > 0 { return .active }
        return services == nil ? nil : services == 0 ? .idle : .healthy
    }
}

extension State {
    /// Of one project, or of all.
    func tally(of project: Project.ID?) -> Tally {
        if let project { return tallies[project] ?? Tally() }
        return account.projects.reduce(into: Tally()) { sum, project in
            if let tally = tallies[project.id] { sum.add(tally) }
        }
    }

    /// Counts anew what a feed may have changed: across the account there may be thousands to count.
    mutating func count(after feed: Feed) {
        if let project = feed.project {
            tallies[project] = Tally(of: project, in: account)
        } else {
            tallies = tallies.filter { account.project($0.key) != nil }
        }
    }
}
