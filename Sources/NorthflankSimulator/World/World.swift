import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Everything in the simulated account, and the rules by which it lives: a value without clock, chance or I/O of its
/// own. The same seed, start and requests give the same world, however large the steps it is moved on by.
struct World: Sendable {
    struct Project: Sendable {
        typealias ID = Northflank.Project.ID

        let id: ID
        var name: String
        var about: String?
        var region: String
        var createdAt: Date
        // In the order in which they are listed.
        var services: [Service.ID] = []
        var jobs: [Job.ID] = []
        var addons: [Addon.ID] = []
    }

    /// The account's name, as it stands in the `appId` of everything in it.
    static let account = "lumen-goods"

    /// When the world began to be simulated; what is older was made up as its history.
    let start: Date
    private(set) var now: Date
    var random: SplitMix64
    /// How long it is from one push to the next, in seconds; nil where nobody pushes.
    var pushEvery: ClosedRange<Double>?
    /// Which repositories get the pushes; one that stands here twice gets twice as many.
    var pushed: [String] = []
    /// How likely it is that a build or a run fails for no lasting reason. Only made-up history has such.
    var hiccups = 0.0
    /// Whether answers are as odd as the real API's documented answers at their oddest.
    var isAwkward = false

    /// In the order in which they are listed.
    var projects: [Project] = []
    var services: [ServiceReference: Service] = [:]
    var jobs: [JobReference: Job] = [:]
    var addons: [AddonReference: Addon] = [:]
    /// In the order in which they are listed, whatever their project.
    var volumes: [Volume] = []
    var pipelines: [Pipeline] = []
    /// By name.
    var repositories: [String: Repository] = [:]
    /// In the order in which they came up, so that their past is made up in the same order each time.
    var repositoryNames: [String] = []
    /// The ages of the latest pushes to a repository, where a scenario wants certain ones.
    var pushedAgo: [String: [TimeInterval]] = [:]
    var events = EventQueue()

    init(seed: UInt64, start: Date) {
        self.start = start
        now = start
        random = SplitMix64(seed: seed)
    }

    /// Lets everything happen that is due by then. Time never goes back.
    mutating func advance(to date: Date) {
        while let (due, event) = events.next(by: date) {
            now = max(now, due)
            happen(event)
        }
        now = max(now, date)
    }

    private mutating func happen(_ event: WorldEvent) {
        switch event {
        case .push:
            pushSomewhere()
            planPush()
        case .buildConcludes(let build): conclude(build)
        case .cron(let job): fire(job)
        case .scheduledBackup(let addon): backUpOnSchedule(addon)
        case .releaseConcludes(let flow, let run): conclude(run, of: flow)
        }
    }

    func project(_ id: Project.ID) -> Project? { projects.first { $0.id == id } }

    func services(of project: Project) -> [Service] {
        project.services.compactMap { services[ServiceReference(project: project.id, service: $0)] }
    }

    func jobs(of project: Project) -> [Job] {
        project.jobs.compactMap { jobs[JobReference(project: project.id, job: $0)] }
    }

    func addons(of project: Project) -> [Addon] {
        project.addons.compactMap { addons[AddonReference(project: project.id, addon: $0)] }
    }

    /// Takes a project away with all that is in it. What was planned for it comes to nothing.
    mutating func delete(_ id: Project.ID) {
        guard let index = projects.firstIndex(where: { $0.id == id }) else { return }
        let project = projects.remove(at: index)
        for service in services(of: project) {
            services[service.reference] = nil
            if let source = service.source {
                repositories[source.repository]?.builders.removeAll { $0 == service.reference }
            }
        }
        for job in project.jobs { jobs[JobReference(project: id, job: job)] = nil }
        for addon in project.addons { addons[AddonReference(project: id, addon: addon)] = nil }
        volumes.removeAll { $0.project == id }
        pipelines.removeAll { $0.project == id }
    }
}
