import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A world of somebody's own making, as it is written in a scenario file. Names become ids the way Northflank makes
/// them; what isn't said takes a quiet default.
public struct AccountDescription: Decodable, Hashable, Sendable {
    public struct Project: Decodable, Hashable, Sendable {
        public var name: String
        public var description: String?
        public var region: String?
        public var services: [Service]?
        public var jobs: [Job]?
        public var addons: [Addon]?
    }

    /// With a `repository` it builds; with an `image`, or `builds` of another service, it only deploys.
    public struct Service: Decodable, Hashable, Sendable {
        public var name: String
        public var description: String?
        public var repository: String?
        /// Whether it deploys what it builds: yes, unless this says no.
        public var deploys: Bool?
        /// The name of the service whose builds it runs.
        public var builds: String?
        public var image: String?
        public var branch: String?
        public var instances: Int?
        /// How long its builds take, about.
        public var buildSeconds: Double?
        public var buildsFail: Bool?
        public var deploysFail: Bool?
        /// How many lines each of its containers prints, about.
        public var linesPerSecond: Double?
    }

    public struct Job: Decodable, Hashable, Sendable {
        public var name: String
        public var description: String?
        /// In cron's five fields, UTC; without one it is a manual job.
        public var schedule: String?
        public var seconds: Double?
        public var fails: Bool?
        public var suspended: Bool?
    }

    public struct Addon: Decodable, Hashable, Sendable {
        public var name: String
        public var description: String?
        /// `postgresql`
        public var type: String
        public var gigabytes: Double?
        /// In cron's five fields, UTC; without one it isn't backed up.
        public var backup: String?
        public var dump: Bool?
        public var paused: Bool?
        public var backupsFail: Bool?
    }

    public var projects: [Project]
    /// How many seconds go by from one push to the next, about; nil where nobody pushes.
    public var pushSeconds: Double?
    /// How many days of past it has.
    public var days: Double?
}

extension AccountDescription {
    func world(seed: UInt64, start: Date) throws(SimulatorError) -> World {
        try check()
        var world = World(seed: seed, start: start)
        world.pushEvery = pushSeconds.map { $0 * 0.5...$0 * 1.5 }
        for project in projects {
            world.project(project.name, project.description ?? "", region: project.region ?? "europe-west") { draft in
                for service in project.services ?? [] { draft.add(service, start) }
                for job in project.jobs ?? [] { draft.add(job, start) }
                for addon in project.addons ?? [] { draft.add(addon, start) }
            }
        }
        world.begin(with: History(days: days ?? 3, pushes: 4...8, runs: 4...8, backups: 3...5))
        return world
    }

    private func check() throws(SimulatorError) {
        try distinct(projects.map(\.name), "project")
        for project in projects {
            let services = project.services ?? []
            try distinct(services.map(\.name), "service of \(project.name)")
            try distinct((project.jobs ?? []).map(\.name), "job of \(project.name)")
            try distinct((project.addons ?? []).map(\.name), "addon of \(project.name)")
            for service in services {
                let sources = [service.repository, service.builds, service.image].compactMap { $0 }
                guard sources.count == 1 else {
                    throw .badScenario("\(service.name): give one of repository, builds and image")
                }
                if let lines = service.linesPerSecond, lines <= 0 {
                    throw .badScenario("\(service.name): linesPerSecond \(lines) is not more than 0")
                }
                if let builder = service.builds, !services.contains(where: { $0.name == builder }) {
                    throw .badScenario("\(service.name): there is no service \(builder) in \(project.name)")
                }
            }
            for job in project.jobs ?? [] { try check(job.schedule, of: job.name) }
            for addon in project.addons ?? [] {
                try check(addon.backup, of: addon.name)
                guard AddonCatalogue.entry(addon.type) != nil else {
                    let known = AddonCatalogue.all.map(\.type).joined(separator: ", ")
                    throw .badScenario("\(addon.name): there is no addon type \(addon.type); there are \(known)")
                }
            }
        }
    }

    private func check(_ schedule: String?, of name: String) throws(SimulatorError) {
        guard let schedule, CronSchedule(schedule) == nil else { return }
        throw .badScenario("\(name): \(schedule) is not a schedule such as */5 * * * *")
    }

    private func distinct(_ names: [String], _ kind: String) throws(SimulatorError) {
        var seen: Set<String> = []
        for name in names {
            let id = Names.slug(name)
            guard !id.isEmpty else { throw .badScenario("\(kind) \"\(name)\": a name needs a letter or a digit") }
            guard seen.insert(id).inserted else { throw .badScenario("\(kind) \(name) is there twice") }
        }
    }
}

extension ProjectDraft {
    fileprivate mutating func add(_ service: AccountDescription.Service, _ start: Date) {
        let about = service.description ?? ""
        let change: Change<World.Service> = { made in
            if service.buildsFail == true { made.buildsFailSince = start - hour }
            if service.deploysFail == true { made.deploysFailSince = start - hour }
            if let lines = service.linesPerSecond { made.logPace = 1 / lines }
        }
        let branch = service.branch ?? "main"
        if let repository = service.repository, service.deploys ?? true {
            combined(
                service.name, about, from: repository, branch: branch, instances: service.instances ?? 1,
                builds: service.buildSeconds ?? 90, change: change)
        } else if let repository = service.repository {
            builder(service.name, about, from: repository, builds: service.buildSeconds ?? 120, change: change)
        } else if let builds = service.builds {
            deployment(
                service.name, about, of: builds, branch: branch, instances: service.instances ?? 1, change: change)
        } else if let image = service.image {
            deployment(service.name, about, image: image, instances: service.instances ?? 1, change: change)
        }
    }

    fileprivate mutating func add(_ job: AccountDescription.Job, _ start: Date) {
        self.job(job.name, job.description ?? "", cron: job.schedule, takes: job.seconds ?? 30) { made in
            made.suspended = job.suspended ?? false
            if job.fails == true { made.failsSince = start - hour }
        }
    }

    fileprivate mutating func add(_ addon: AccountDescription.Addon, _ start: Date) {
        guard let type = AddonCatalogue.entry(addon.type) else { return }
        self.addon(
            addon.name, addon.description ?? "", type, gigabytes: addon.gigabytes ?? 1, backup: addon.backup,
            by: addon.dump == true && type.dumps ? .dump : .snapshot
        ) { made in
            if addon.paused == true { made.condition = .paused }
            if addon.backupsFail == true { made.backupsFailSince = start - day }
        }
    }
}
