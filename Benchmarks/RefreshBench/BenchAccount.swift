import Northflank
import Refresh

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An account in memory: what is in it, and what goes on there from eight in the morning to its end. All of it is drawn
/// from a seed beforehand, so that everybody who looks sees the same.
///
/// A project has 26 services on average, of which four of five build: seven of eight projects have up to 27, the others
/// up to 150, and so some have a list of two pages. Each has three jobs (one by hand, one every twenty minutes, one
/// daily) and two addons with a daily backup. The more services the less is built of each: 4·√services builds an hour, 40 at a hundred services and
/// 126 at a thousand. Every fifth build fails.
struct BenchAccount {
    /// Something that goes on for a while. Times are in seconds since eight.
    struct Work {
        var start: Double
        var end: Double
        var fails = false
    }

    struct Project {
        var id: Northflank.Project.ID
        var services: [ServiceReference] = []
        var jobs: [JobReference] = []
        var addons: [AddonReference] = []
    }

    /// What fails is to be seen in the list of its service's builds, or in the list of its project's services.
    struct Failure {
        var service: ServiceReference
        var time: Double
    }

    private(set) var projects: [Project] = []
    /// Whose containers can fail: all, since what has no build of its own deploys another's.
    private(set) var deployers: [ServiceReference] = []
    /// Oldest first, as all work here.
    private(set) var builds: [ServiceReference: [Work]] = [:]
    private(set) var runs: [JobReference: [Work]] = [:]
    private(set) var backups: [AddonReference: [Work]] = [:]
    private(set) var schedules: [JobReference: CronSchedule] = [:]
    private var random: SplitMix

    /// So many lists of a kind are kept fresh where nobody looks, as in `State.interest`.
    static let mostBackgroundLists = 100

    /// Whether each service's containers are kept fresh.
    var hasFewServices: Bool { deployers.count <= Self.mostBackgroundLists }

    /// Eight o'clock on a Monday.
    static let opening = Date(timeIntervalSince1970: 1_767_600_000)

    init(services count: Int, until end: Double, seed: UInt64) {
        random = SplitMix(seed: seed)
        var left = count
        while left > 0 { left -= addProject(atMost: left) }
        deployers = projects.flatMap(\.services)
        build(every: 3_600 / (4 * Double(count).squareRoot()), until: end)
        for project in projects {
            for job in project.jobs { run(job, until: end) }
            for addon in project.addons { backUp(addon, until: end) }
        }
    }

    /// Every list there is: what a poller that thinks no further asks for. Of many services it leaves the containers out,
    /// to its advantage.
    var allFeeds: [Feed] {
        var feeds: [Feed] = [.projects]
        for project in projects {
            feeds += [.services(project.id), .jobs(project.id), .addons(project.id)]
            feeds += project.services.filter { builds[$0] != nil }.map(Feed.builds)
            feeds += project.jobs.map(Feed.runs)
            feeds += project.addons.map(Feed.backups)
            if hasFewServices { feeds += project.services.map(Feed.containers) }
        }
        return feeds
    }

    var failures: [Failure] {
        builds.flatMap { service, works in
            works.filter(\.fails).map { Failure(service: service, time: $0.end) }
        }
        .sorted { $0.time < $1.time }
    }

    /// Requests that one asking takes: a page holds a hundred.
    func pages(of feed: Feed) -> Int {
        switch feed {
        case .projects: (projects.count + 99) / 100
        case .services(let id): max(1, ((project(id)?.services.count ?? 0) + 99) / 100)
        case .jobs, .addons, .builds, .runs, .backups, .job, .service, .addon, .containers, .serviceMetrics,
            .addonMetrics, .restores, .schedules, .addonTypes:
            1
        }
    }

    func project(_ id: Northflank.Project.ID) -> Project? {
        id.rawValue.split(separator: "-").last.flatMap { Int($0) }.map { projects[$0] }
    }

    // MARK: Making it

    private mutating func addProject(atMost left: Int) -> Int {
        let id = Northflank.Project.ID("project-\(projects.count)")
        let isLarge = Int.random(in: 0..<8, using: &random) == 0
        let size = min(left, Int.random(in: isLarge ? 46...150 : 5...27, using: &random))
        var project = Project(id: id)
        for number in 0..<size {
            let service = ServiceReference(project: id, service: .init("\(id)-service-\(number)"))
            project.services.append(service)
            if number % 5 != 4 { builds[service] = [] }
        }
        for (name, schedule) in [("by-hand", nil), ("often", "*/20 * * * *"), ("daily", dailySchedule())] {
            let job = JobReference(project: id, job: .init("\(id)-\(name)"))
            project.jobs.append(job)
            schedules[job] = schedule.flatMap(CronSchedule.init)
        }
        project.addons = ["database", "cache"].map { AddonReference(project: id, addon: .init("\(id)-\($0)")) }
        projects.append(project)
        return size
    }

    private mutating func dailySchedule() -> String {
        "\(Int.random(in: 0..<60, using: &random)) \(Int.random(in: 0..<24, using: &random)) * * *"
    }

    private mutating func build(every pause: Double, until end: Double) {
        let builders = builds.keys.sorted { $0.service.rawValue < $1.service.rawValue }
        guard !builders.isEmpty else { return }
        var time = 0.0
        while true {
            time += pause * Double.random(in: 0...2, using: &random)
            guard time < end else { return }
            let service = builders[Int.random(in: builders.indices, using: &random)]
            let start = max(time, builds[service]?.last?.end ?? 0)
            let work = Work(
                start: start, end: start + Double.random(in: 60...420, using: &random),
                fails: Int.random(in: 0..<5, using: &random) == 0)
            builds[service]?.append(work)
        }
    }

    private mutating func run(_ job: JobReference, until end: Double) {
        var time = 0.0
        while true {
            if let schedule = schedules[job] {
                guard let next = schedule.next(after: Self.opening + time) else { return }
                time = next.timeIntervalSince(Self.opening)
            } else {
                time += Double.random(in: 600...14_400, using: &random)
            }
            guard time < end else { return }
            runs[job, default: []].append(
                Work(start: time, end: time + Double.random(in: 20...120, using: &random)))
        }
    }

    private mutating func backUp(_ addon: AddonReference, until end: Double) {
        var time = Double.random(in: 0...86_400, using: &random)
        while time < end {
            backups[addon, default: []].append(
                Work(start: time, end: time + Double.random(in: 30...240, using: &random)))
            time += 86_400
        }
    }
}
