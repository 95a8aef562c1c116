/// One question that is asked again and again to keep the screen true. Its answer replaces what was known before.
public enum Feed: Hashable, Sendable {
    /// All projects of the account.
    case projects
    case services(Project.ID)
    case jobs(Project.ID)
    case addons(Project.ID)
    /// The newest page of a service's builds.
    case builds(ServiceReference)
    /// The newest page of a job's runs.
    case runs(JobReference)
    /// The newest page of an addon's backups.
    case backups(AddonReference)
    /// One job with its settings, which tell its schedule.
    case job(JobReference)
    /// What addon types the platform offers; asked once.
    case addonTypes
    /// One service, one addon by its id: what no list tells of it.
    case service(ServiceReference)
    case addon(AddonReference)
    /// The containers of a service's latest deployment.
    case containers(ServiceReference)
    /// What a service and an addon have lately used of CPU and memory.
    case serviceMetrics(ServiceReference)
    case addonMetrics(AddonReference)
    /// What was restored in an addon, the newest page.
    case restores(AddonReference)
    /// When an addon is backed up by itself.
    case schedules(AddonReference)

    /// The project it belongs to; nil for what belongs to the account.
    public var project: Project.ID? {
        switch self {
        case .projects, .addonTypes: nil
        case .services(let project), .jobs(let project), .addons(let project): project
        case .builds(let service), .service(let service), .containers(let service), .serviceMetrics(let service):
            service.project
        case .runs(let job), .job(let job): job.project
        case .backups(let addon), .addon(let addon), .addonMetrics(let addon), .restores(let addon),
            .schedules(let addon):
            addon.project
        }
    }
}

/// How much a stale second of a feed matters, most first.
public enum Attention: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// It is in the focused pane and about what is selected.
    case focused
    /// Something in it is under way: a build, a run, a backup.
    case active
    /// It can be seen.
    case visible
    /// It is known of.
    case background

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The answer to a feed: all that is there now.
public enum FeedContent: Hashable, Sendable {
    case projects([Project])
    case services([Service])
    case jobs([Job])
    case addons([Addon])
    case builds([Build])
    case runs([JobRun])
    case backups([Backup])
    case job(JobDetail)
    case addonTypes([AddonType])
    case service(ServiceDetail)
    case addon(AddonDetail)
    case containers([Container])
    case metrics(Metrics)
    case restores([Restore])
    case schedules([BackupSchedule])
}

/// What one asking brought.
public struct FeedAnswer: Hashable, Sendable {
    public var content: FeedContent
    /// What was left out or odd, in words.
    public var notices: [String]
    /// How many requests it took: its pages.
    public var requests: Int

    public init(content: FeedContent, notices: [String] = [], requests: Int = 1) {
        self.content = content
        self.notices = notices
        self.requests = requests
    }
}
