import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How a scenario says what a project consists of. Names become ids the way Northflank makes them; times are ages in
/// seconds (`25 * minute`) or, where they say how long something takes, durations in seconds.
struct ProjectDraft {
    let project: World.Project.ID
    let start: Date
    private(set) var services: [World.Service] = []
    private(set) var jobs: [World.Job] = []
    private(set) var addons: [World.Addon] = []
    private(set) var repositories: [RepositoryDraft] = []

    init(project: World.Project.ID, start: Date) {
        self.project = project
        self.start = start
    }

    /// Something to change about what was just described, where its parameters don't reach.
    typealias Change<Item> = (inout Item) -> Void

    /// Says more about a repository than its services do: when it was pushed to, and how often it will be. `busy: 3`
    /// gets three times as many pushes as others.
    mutating func repository(_ name: String, pushedAgo: [TimeInterval] = [], busy: Int = 1) {
        repositories.append(RepositoryDraft(name: name, pushedAgo: pushedAgo, busy: busy))
    }

    /// A service that builds and deploys.
    mutating func combined(
        _ name: String, _ about: String, from repository: String, branch: String = "main", instances: Int = 1,
        builds: TimeInterval = 90, change: Change<World.Service> = { _ in }
    ) {
        var service = service(name, about, .combined)
        service.source = .init(repository: repository, branch: branch)
        service.runs = .ownBuilds
        service.instances = instances
        service.typicalBuild = builds
        change(&service)
        add(service)
    }

    /// A service that only builds, any branch.
    mutating func builder(
        _ name: String, _ about: String, from repository: String, builds: TimeInterval = 120,
        change: Change<World.Service> = { _ in }
    ) {
        var service = service(name, about, .build)
        service.source = .init(repository: repository, branch: "main")
        service.typicalBuild = builds
        service.deploymentPlan = "nf-compute-400-16"
        change(&service)
        add(service)
    }

    /// A service that runs what `builder` builds of a branch.
    mutating func deployment(
        _ name: String, _ about: String, of builder: String, branch: String = "main", instances: Int = 2,
        change: Change<World.Service> = { _ in }
    ) {
        let builder = World.Service.ID(Names.slug(builder))
        var service = service(name, about, .deployment)
        service.runs = .image(.build(of: builder, branch: branch, .latest))
        service.instances = instances
        change(&service)
        services.append(service)
    }

    /// A service that runs an image from a registry.
    mutating func deployment(
        _ name: String, _ about: String, image: String, instances: Int = 1, change: Change<World.Service> = { _ in }
    ) {
        var service = service(name, about, .deployment)
        service.runs = .image(.registry(image: image, credentials: nil))
        service.instances = instances
        change(&service)
        services.append(service)
    }

    /// A job; on a schedule where `cron` is one, else manual.
    mutating func job(
        _ name: String, _ about: String, cron: String? = nil, takes: TimeInterval, from repository: String = "jobs",
        change: Change<World.Job> = { _ in }
    ) {
        var job = World.Job(
            id: .init(Names.slug(name)), project: project, name: name, about: about, tags: ["team-\(project)"],
            createdAt: start - 200 * day,
            schedule: cron.flatMap(CronSchedule.init), typical: takes,
            source: .repository(url: World.url(of: repository), branch: "main"))
        change(&job)
        jobs.append(job)
    }

    /// An addon with that many gigabytes in it.
    mutating func addon(
        _ name: String, _ about: String, _ type: AddonCatalogue.Entry, gigabytes: Double, backup: String? = nil,
        by method: BackupRequest.Method = .snapshot, change: Change<World.Addon> = { _ in }
    ) {
        var addon = World.Addon(
            id: .init(Names.slug(name)), project: project, name: name, about: about, tags: ["team-\(project)"],
            createdAt: start - 300 * day,
            type: type, version: type.versions[0], dataSize: Int(gigabytes * 1_073_741_824),
            storage: type.storage(for: Int(gigabytes * 1024)))
        addon.schedule = backup.flatMap(CronSchedule.init)
        addon.scheduledMethod = method
        change(&addon)
        addons.append(addon)
    }

    private func service(_ name: String, _ about: String, _ kind: ServiceKind) -> World.Service {
        World.Service(
            id: .init(Names.slug(name)), project: project, name: name, about: about, kind: kind,
            tags: ["team-\(project)"], createdAt: start - 250 * day)
    }

    private mutating func add(_ service: World.Service) {
        services.append(service)
        if let source = service.source, !repositories.contains(where: { $0.name == source.repository }) {
            repository(source.repository)
        }
    }
}

/// What a scenario says of a repository.
struct RepositoryDraft {
    let name: String
    let pushedAgo: [TimeInterval]
    let busy: Int
}

extension World {
    /// Adds a project with what `content` describes, still without a past.
    mutating func project(
        _ name: String, _ about: String, region: String = "europe-west", _ content: (inout ProjectDraft) -> Void
    ) {
        let id = Project.ID(Names.slug(name))
        var draft = ProjectDraft(project: id, start: start)
        content(&draft)
        projects.append(
            Project(
                id: id, name: name, about: about, region: region, createdAt: start - 400 * day,
                services: draft.services.map(\.id), jobs: draft.jobs.map(\.id), addons: draft.addons.map(\.id)))
        for repository in draft.repositories { describe(repository) }
        for service in draft.services {
            services[service.reference] = service
            if let source = service.source { repositories[source.repository]?.builders.append(service.reference) }
        }
        for job in draft.jobs { jobs[job.reference] = job }
        for addon in draft.addons { addons[addon.reference] = addon }
    }

    private mutating func describe(_ draft: RepositoryDraft) {
        pushed += Array(repeating: draft.name, count: draft.busy)
        guard repositories[draft.name] == nil else { return }
        pushedAgo[draft.name] = draft.pushedAgo
        let names = ["main"] + Names.branches(random.number(2...5), &random)
        let branches = names.enumerated().map { index, name in
            let head = Names.commit(at: start - random.seconds(3 * day...20 * day), on: name, &random)
            let pullRequest = index > 0 && random.chance(0.6) ? random.number(20...900) : nil
            return Branch(name: name, head: head, pullRequest: pullRequest)
        }
        repositories[draft.name] = Repository(name: draft.name, branches: branches)
        repositoryNames.append(draft.name)
    }
}
