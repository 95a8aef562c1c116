import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is broken in one project.
struct ProblemArea: Hashable, Sendable {
    /// Whether each of its lists was read.
    private(set) var isRead = false
    private(set) var unreadServices = 0
    private(set) var unreadContainers = 0
    private(set) var unreadJobs = 0
    private(set) var unreadAddons = 0

    private let project: Project.ID
    private let oldestBackup: Double
    private var services: [Problem] = []
    /// Of the builds, by their service; only where there are any.
    private var branches: [Service.ID: [Problem]] = [:]
    private var jobs: [Problem] = []
    private var addons: [Problem] = []

    init(_ project: Project.ID, oldestBackup: Double, _ account: Account, _ now: Date) {
        self.project = project
        self.oldestBackup = oldestBackup
        for feed in [Feed.services(project), .jobs(project), .addons(project)] { update(feed, account, now) }
    }

    var problems: [Problem] { services + branches.values.flatMap(\.self) + jobs + addons }

    mutating func update(_ feed: Feed, _ account: Account, _ now: Date) {
        switch feed {
        case .projects, .addonTypes, .service, .job, .addon, .serviceMetrics, .addonMetrics, .restores, .schedules:
            break
        case .containers: readServices(account, now)
        case .services:
            readServices(account, now)
            branches = [:]
            for service in account.services[project] ?? [] { readBranches(of: service, account) }
        case .builds(let reference):
            readServices(account, now)
            branches[reference.service] = nil
            if let service = account.service(reference) { readBranches(of: service, account) }
        case .jobs, .runs: readJobs(account)
        case .addons, .backups: readAddons(account, now)
        }
        isRead = [Feed.services(project), .jobs(project), .addons(project)].allSatisfy {
            account.feed($0).receivedAt != nil
        }
    }

    // MARK: - Services

    private mutating func readServices(_ account: Account, _ now: Date) {
        services = []
        (unreadServices, unreadContainers) = (0, 0)
        for service in account.services[project] ?? [] {
            let reference = ServiceReference(project: project, service: service.id)
            if let deployment = service.deployment, deployment.status.health == .failing {
                services.append(
                    Problem(
                        kind: .deploymentFailed, row: .service(reference), subject: service.name,
                        since: deployment.changedAt, what: "deployment \(deployment.status.words)",
                        reason: deployment.reason?.lowercased()))
            }
            if service.kind.deploys, account.containers[reference] == nil { unreadContainers += 1 }
            if let problem = problem(ofContainersOf: service, reference, account, now) { services.append(problem) }
            guard let build = service.build else { continue }
            let isRead = account.builds[reference] != nil
            if !isRead { unreadServices += 1 }
            if build.status.health == .failing, !isRead || account.isNewer(build, than: reference) {
                services.append(
                    Problem(
                        kind: .buildFailed, row: .latestBuild(reference), subject: service.name,
                        since: build.changedAt, what: "build \(build.status.words)"))
            }
        }
    }

    /// Where the deployment itself failed, that is what to look at.
    private func problem(
        ofContainersOf service: Service, _ reference: ServiceReference, _ account: Account, _ now: Date
    ) -> Problem? {
        guard service.deployment?.status.health != .failing, let containers = account.containers[reference] else {
            return nil
        }
        let failing = containers.filter { $0.status?.health == .failing }
        guard let status = failing.first?.status else { return restarts(of: service, reference, account, now) }
        return Problem(
            kind: .containersFail, row: .service(reference), subject: service.name,
            since: failing.compactMap { $0.updatedAt ?? $0.createdAt }.max(),
            what: "\(failing.count)/\(containers.count) containers", reason: status.words)
    }

    /// What a deployment has put in place is no restart: only what began after it counts, and only once a list that was
    /// read well after that says that nothing was deployed.
    private func restarts(
        of service: Service, _ reference: ServiceReference, _ account: Account, _ now: Date
    ) -> Problem? {
        guard let deployment = service.deployment, deployment.status.health != .active,
            let listedAt = account.feed(.services(project)).receivedAt
        else { return nil }
        let first = max(deployment.changedAt ?? .distantPast, now.addingTimeInterval(-Replacement.lasts))
        let begun = (account.replacements[reference] ?? []).map(\.began).filter {
            $0 > first && $0 < listedAt.addingTimeInterval(-Self.listDelay)
        }
        guard let last = begun.max() else { return nil }
        return Problem(
            kind: .containersRestart, row: .service(reference), subject: service.name, since: last,
            what: begun.count == 1 ? "container restarted" : "\(begun.count) restarts",
            reason: "within the last hour, with nothing deployed")
    }

    /// So long after a container began the list of services tells of the deployment that it belongs to, in seconds.
    private static let listDelay = 60.0

    /// Builds that failed and are the newest of their branch or pull request.
    private mutating func readBranches(of service: Service, _ account: Account) {
        let reference = ServiceReference(project: project, service: service.id)
        guard let builds = account.builds[reference], builds.contains(where: { $0.health == .failing }) else { return }
        var seen: Set<String> = []
        var problems: [Problem] = []
        for (place, build) in builds.enumerated() {
            let isNewest = seen.insert(build.branchWords ?? "").inserted
            guard isNewest, build.health == .failing, let status = build.status else { continue }
            // The list of services may know better.
            if place == 0, let listed = service.build, account.isNewer(listed, than: reference) { continue }
            let branch = build.branchWords.map { " (\($0))" } ?? ""
            problems.append(
                Problem(
                    kind: .buildFailed, row: .build(BuildReference(service: reference, build: build.id)),
                    subject: "\(service.name)\(branch)", since: build.concludedAt ?? build.createdAt,
                    what: "build \(status.words)", reason: build.message))
        }
        if !problems.isEmpty { branches[service.id] = problems }
    }

    // MARK: - Jobs and addons

    private mutating func readJobs(_ account: Account) {
        jobs = []
        unreadJobs = 0
        for job in account.jobs[project] ?? [] {
            let reference = JobReference(project: project, job: job.id)
            guard let runs = account.runs[reference] else {
                unreadJobs += 1
                continue
            }
            guard let run = runs.first, run.health == .failing, let status = run.status else { continue }
            jobs.append(
                Problem(
                    kind: .runFailed, row: .run(RunReference(job: reference, run: run.id)), subject: job.name,
                    since: run.concludedAt ?? run.startedAt, what: "run \(status.words)"))
        }
    }

    private mutating func readAddons(_ account: Account, _ now: Date) {
        addons = []
        unreadAddons = 0
        for addon in account.addons[project] ?? [] {
            let reference = AddonReference(project: project, addon: addon.id)
            if let status = addon.status, status.health == .failing {
                addons.append(
                    Problem(
                        kind: .addonFailed, row: .addon(reference), subject: addon.name, since: nil,
                        what: "addon \(status.words)"))
            }
            // What is being deleted needs no backup.
            guard addon.status != .deleting, addon.status != .deleted else { continue }
            guard let backups = account.backups[reference] else {
                unreadAddons += 1
                continue
            }
            if let problem = problem(of: backups, of: addon, reference, now) { addons.append(problem) }
        }
    }

    private func problem(
        of backups: [Backup], of addon: Addon, _ reference: AddonReference, _ now: Date
    ) -> Problem? {
        if let last = backups.first, last.health == .failing, let status = last.status {
            return Problem(
                kind: .backupFailed, row: .backup(BackupReference(addon: reference, backup: last.id)),
                subject: "\(addon.name) (\(last.name))", since: last.completedAt ?? last.createdAt,
                what: "backup \(status.words)")
        }
        let completed = backups.lazy.filter { $0.status == .completed }
            .compactMap { $0.completedAt ?? $0.createdAt }.max()
        if let completed, now.timeIntervalSince(completed) <= oldestBackup { return nil }
        return Problem(
            kind: .backupMissing, row: .addon(reference), subject: addon.name, since: completed,
            what: completed == nil ? "no backup" : "no recent backup")
    }
}

extension Build {
    /// What it belongs to: `#12`, or a branch.
    var branchWords: String? { pullRequestID.map { "#\($0)" } ?? branch }
}
