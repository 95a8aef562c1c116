/// How often the user wants lists of a kind to be asked, whoever looks at them. Requests stay within the budget all the
/// same: nothing is asked sooner than the planner finds safe, and late where the budget has no more.
public struct RefreshLimits: Hashable, Sendable {
    /// The lists of the panes.
    public enum List: String, Hashable, Sendable, CaseIterable {
        case projects, services, jobs, addons, builds, runs, backups
    }

    /// Never again sooner, in seconds.
    public var soonest: Double?
    /// At least this often, in seconds.
    public var latest: Double?

    public init(soonest: Double? = nil, latest: Double? = nil) {
        self.soonest = soonest
        self.latest = latest
    }

    func applied(to pace: Pace) -> Pace {
        var pace = pace
        pace.minimum = max(pace.minimum, soonest ?? 0)
        pace.maximum = max(pace.minimum, min(pace.maximum, latest ?? .infinity))
        return pace
    }
}

extension FeedKind {
    /// What it is to the user; nil for what is none of the panes' lists.
    var list: RefreshLimits.List? {
        switch self {
        case .projects: .projects
        case .services: .services
        case .addons: .addons
        case .jobs: .jobs
        case .builds: .builds
        case .runs: .runs
        case .backups: .backups
        case .job, .service, .addon, .addonTypes, .containers, .serviceMetrics, .addonMetrics, .restores,
            .schedules:
            nil
        }
    }
}
