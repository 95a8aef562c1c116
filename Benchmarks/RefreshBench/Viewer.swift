import Northflank
import Refresh

/// Somebody in front of a dashboard, as `Dashboard` makes known what it wants (`State.interest`): one project at a
/// time, its services in the focused pane, the builds of the selected one beside them, runs and backups below. Another
/// service is selected every minute, another project every ten.
struct Viewer {
    let account: BenchAccount
    private var random: SplitMix
    private var project: BenchAccount.Project
    private var selected: ServiceReference?
    private var looks = 0
    /// Whose containers have their turn, where there are too many services for all of them; and how often it was whose.
    private var turn: ServiceReference?
    private var turns = 0
    /// Lists in which something is under way, by the list that told so.
    private var busy: [Feed: Set<Feed>] = [:]

    /// Seconds between two turns: a 25th of 1,000 requests an hour.
    static let turnPause = 90.0
    /// Seconds between two looks.
    static let pause = 60.0
    private static let looksAtProject = 10
    /// Rows of the two panes below.
    private static let visibleJobs = 3
    private static let visibleAddons = 2
    private static let mostBackgroundLists = BenchAccount.mostBackgroundLists

    init(_ account: BenchAccount, seed: UInt64) {
        self.account = account
        random = SplitMix(seed: seed)
        project = account.projects[0]
        lookOn()
    }

    /// Looks at something else.
    mutating func lookOn() {
        if looks.isMultiple(of: Self.looksAtProject) {
            project = account.projects[Int.random(in: account.projects.indices, using: &random)]
        }
        looks += 1
        let builders = project.services.filter { account.builds[$0] != nil }
        selected = builders.randomElement(using: &random)
    }

    /// The next service's turn to have its containers looked at, as in `ContainerRound`; each `turnPause`.
    mutating func turnRound() {
        guard !account.hasFewServices else { return }
        turn = account.deployers[turns % account.deployers.count]
        turns += 1
    }

    /// Takes an answer to heart. Whether that changes what is wanted.
    mutating func read(_ feed: Feed, _ content: FeedContent) -> Bool {
        if let turn, feed == .containers(turn) {
            self.turn = nil
            return true
        }
        let told: Set<Feed> =
            switch (feed, content) {
            case (.services(let project), .services(let list)):
                Set(
                    list.filter { $0.build?.status.isActive == true }
                        .map { .builds(ServiceReference(project: project, service: $0.id)) })
            case (.addons(let project), .addons(let list)):
                Set(
                    list.filter { $0.status == .backup }
                        .map { .backups(AddonReference(project: project, addon: $0.id)) })
            case (_, .builds(let list)): list.contains(where: \.isActive) ? [feed] : []
            case (_, .runs(let list)): list.contains(where: \.isActive) ? [feed] : []
            case (_, .backups(let list)): list.contains(where: \.isActive) ? [feed] : []
            default: []
            }
        let before = busy[feed] ?? []
        busy[feed] = told.isEmpty ? nil : told
        return told != before
    }

    var interest: [Feed: Attention] {
        var feeds: [Feed: Attention] = [:]
        func want(_ feed: Feed, _ attention: Attention) { feeds[feed] = min(feeds[feed] ?? attention, attention) }
        want(.projects, .visible)
        for project in account.projects {
            want(.services(project.id), .background)
            want(.jobs(project.id), .background)
            want(.addons(project.id), .background)
        }
        let lists = account.projects.reduce(0) { $0 + $1.jobs.count + $1.addons.count }
        for project in lists <= Self.mostBackgroundLists ? account.projects : [project] {
            for job in project.jobs {
                want(.runs(job), .background)
                if account.schedules[job] != nil { want(.job(job), .background) }
            }
            for addon in project.addons { want(.backups(addon), .background) }
        }
        for service in account.hasFewServices ? account.deployers : [turn].compactMap(\.self) {
            want(.containers(service), .background)
        }
        want(.services(project.id), .focused)
        want(.addons(project.id), .visible)
        if let selected { want(.builds(selected), .focused) }
        for job in project.jobs.prefix(Self.visibleJobs) { want(.runs(job), .visible) }
        for addon in project.addons.prefix(Self.visibleAddons) { want(.backups(addon), .visible) }
        for feed in busy.values.joined() { want(feed, .active) }
        return feeds
    }
}
