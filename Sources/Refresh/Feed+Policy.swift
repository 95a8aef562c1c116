public import Northflank

/// How often a feed may be asked and how much a stale second of it matters. Times are in seconds.
struct Pace: Hashable, Sendable {
    /// What one stale second costs the reader, in no unit: only ratios count.
    var weight: Double
    /// Never asked again sooner.
    var minimum: Double
    /// Asked at least this often, as long as the budget has that much.
    var maximum: Double
}

/// What kind of question a feed is; the order is that in which a screen is best filled.
enum FeedKind: Int, Hashable, Comparable, Sendable, CaseIterable {
    case projects, services, addons, jobs, builds, runs, backups, job, service, addon, addonTypes
    case containers, serviceMetrics, addonMetrics, restores, schedules

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Pace at an attention. The services list tells the state of every build and deployment of its project: where
    /// nobody looks, that is where failures come to light. The jobs list tells no state at all; schedules and
    /// addon types hardly ever change.
    func pace(_ attention: Attention) -> Pace {
        var pace = attention.pace
        switch self {
        case .services: pace.weight *= attention == .background ? 30 : 2
        case .jobs: pace.weight /= 4
        case .job:
            pace.weight /= 100
            (pace.minimum, pace.maximum) = (3_600, 86_400)
        case .addonTypes: (pace.minimum, pace.maximum) = (3_600, 86_400)
        // One that fails where nobody looks must come to light, and that is all: what the services list tells comes
        // first.
        case .containers where attention == .background:
            pace.weight /= 20
            pace.minimum = 120
        // Points come every half minute, and schedules hardly ever change.
        case .serviceMetrics, .addonMetrics, .schedules: pace.minimum = max(pace.minimum, 30)
        case .projects, .addons, .builds, .runs, .backups, .service, .addon, .containers, .restores: break
        }
        return pace
    }
}

extension Attention {
    /// With no clamp an interval is proportional to 1 / sqrt(weight): a background feed rests thirty times as long as
    /// a focused one. A maximum takes from the others what it gives, so the maxima are wide: only in accounts of
    /// thousands of services do they come near.
    fileprivate var pace: Pace {
        switch self {
        case .focused: Pace(weight: 900, minimum: 2, maximum: 300)
        case .active: Pace(weight: 600, minimum: 3, maximum: 600)
        case .visible: Pace(weight: 60, minimum: 10, maximum: 1_800)
        case .background: Pace(weight: 1, minimum: 30, maximum: 21_600)
        }
    }
}

extension Feed {
    var kind: FeedKind {
        switch self {
        case .projects: .projects
        case .services: .services
        case .jobs: .jobs
        case .addons: .addons
        case .builds: .builds
        case .runs: .runs
        case .backups: .backups
        case .job: .job
        case .addonTypes: .addonTypes
        case .service: .service
        case .addon: .addon
        case .containers: .containers
        case .serviceMetrics: .serviceMetrics
        case .addonMetrics: .addonMetrics
        case .restores: .restores
        case .schedules: .schedules
        }
    }

    /// A total order, so that plans do not depend on the order of a hash table.
    func precedes(_ other: Feed) -> Bool {
        (kind, project?.rawValue ?? "", item) < (other.kind, other.project?.rawValue ?? "", other.item)
    }

    private var item: String {
        switch self {
        case .projects, .services, .jobs, .addons, .addonTypes: ""
        case .builds(let service), .service(let service), .containers(let service), .serviceMetrics(let service):
            service.service.rawValue
        case .runs(let job), .job(let job): job.job.rawValue
        case .backups(let addon), .addon(let addon), .addonMetrics(let addon), .restores(let addon),
            .schedules(let addon):
            addon.addon.rawValue
        }
    }
}

extension Planner {
    /// What a stale second of a feed costs, in no unit: only ratios count.
    public static func weight(of feed: Feed, at attention: Attention) -> Double { feed.kind.pace(attention).weight }

    /// Requests an hour that are kept for the user's own actions.
    public static func reserve(limit: Int) -> Int { Budget.reserve(limit: limit) }
}
