import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Account {
    /// What the last answer to a feed changed. The first answer changes nothing: what it tells was so before.
    /// - Parameter before: The account before that answer.
    func changes(since before: Account, in feed: Feed, at now: Date) -> [Change] {
        switch feed {
        case .projects, .jobs, .addonTypes, .service, .job, .addon, .containers, .serviceMetrics, .addonMetrics,
            .restores, .schedules:
            []
        case .services(let project): serviceChanges(project, since: before, now)
        case .addons(let project): addonChanges(project, since: before, now)
        case .builds(let service):
            Self.changes(before.builds[service], builds[service]) { old, build in
                change(of: build, from: old, BuildReference(service: service, build: build.id), now)
            }
        case .runs(let job):
            Self.changes(before.runs[job], runs[job]) { old, run in
                change(of: run, from: old, RunReference(job: job, run: run.id), now)
            }
        case .backups(let addon):
            Self.changes(before.backups[addon], backups[addon]) { old, backup in
                change(of: backup, from: old, BackupReference(addon: addon, backup: backup.id), now)
            }
        }
    }

    // MARK: - Services and addons

    private func serviceChanges(_ project: Project.ID, since before: Account, _ now: Date) -> [Change] {
        Self.pairs(before.services[project], services[project]).flatMap { old, service -> [Change] in
            let reference = ServiceReference(project: project, service: service.id)
            var changes: [Change] = []
            if let deployment = service.deployment, Self.hasMoved(old.deployment, deployment) {
                changes.append(
                    Change(
                        kind: .deployment, at: Self.moment(deployment.changedAt, now), row: .service(reference),
                        subject: service.name, from: old.deployment?.status.words, to: deployment.status.words,
                        health: deployment.status.health, message: deployment.reason?.lowercased()))
            }
            // Where the builds are read one by one, they tell it better.
            if builds[reference] == nil, let build = service.build, build.status != old.build?.status {
                changes.append(
                    Change(
                        kind: .build, at: Self.moment(build.changedAt, now), row: .latestBuild(reference),
                        subject: service.name, from: old.build?.status.words, to: build.status.words,
                        health: build.status.health))
            }
            return changes
        }
    }

    /// A deployment that ends as the one before it did has moved all the same.
    private static func hasMoved(_ old: Service.DeploymentState?, _ new: Service.DeploymentState) -> Bool {
        guard let old else { return true }
        if old.status != new.status { return true }
        guard let before = old.changedAt, let after = new.changedAt else { return false }
        return after > before
    }

    private func addonChanges(_ project: Project.ID, since before: Account, _ now: Date) -> [Change] {
        Self.pairs(before.addons[project], addons[project]).compactMap { old, addon in
            guard let status = addon.status, status != old.status else { return nil }
            let reference = AddonReference(project: project, addon: addon.id)
            return Change(
                kind: .addon, at: now, row: .addon(reference), subject: addon.name, from: old.status?.words,
                to: status.words, health: status.health)
        }
    }

    // MARK: - Builds, runs, backups

    private func change(of build: Build, from old: Build?, _ reference: BuildReference, _ now: Date) -> Change? {
        guard let status = build.status, status != old?.status else { return nil }
        let service = service(reference.service)?.name ?? reference.service.service.rawValue
        return Change(
            kind: .build,
            at: Self.moment(status.isActive ? (old == nil ? build.createdAt : nil) : build.concludedAt, now),
            row: .build(reference), subject: build.branchWords.map { "\(service) (\($0))" } ?? service,
            from: old?.status?.words, to: status.words, health: status.health,
            duration: Self.duration(build.createdAt, build.concludedAt, status), message: build.message)
    }

    private func change(of run: JobRun, from old: JobRun?, _ reference: RunReference, _ now: Date) -> Change? {
        guard let status = run.status, status != old?.status else { return nil }
        return Change(
            kind: .run, at: Self.moment(status.isActive ? run.startedAt : run.concludedAt, now),
            row: .run(reference), subject: job(reference.job)?.name ?? reference.job.job.rawValue,
            from: old?.status?.words, to: status.words, health: status.health,
            duration: Self.duration(run.startedAt, run.concludedAt, status))
    }

    private func change(
        of backup: Backup, from old: Backup?, _ reference: BackupReference, _ now: Date
    ) -> Change? {
        guard let status = backup.status, status != old?.status else { return nil }
        let addon = addon(reference.addon)?.name ?? reference.addon.addon.rawValue
        return Change(
            kind: .backup,
            at: Self.moment(status.isActive ? (old == nil ? backup.createdAt : nil) : backup.completedAt, now),
            row: .backup(reference), subject: "\(addon) (\(backup.name))", from: old?.status?.words,
            to: status.words, health: status.health,
            duration: Self.duration(backup.createdAt, backup.completedAt, status))
    }

    // MARK: - Comparing

    /// What is in both lists, as it was and as it is.
    private static func pairs<Item: Identifiable & Equatable>(
        _ old: [Item]?, _ new: [Item]?
    ) -> [(old: Item, new: Item)] {
        guard let old, let new, old != new else { return [] }
        let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return new.compactMap { item in known[item.id].flatMap { $0 == item ? nil : ($0, item) } }
    }

    /// Lists are a page of the newest. What is new stands before what was there; what isn't has moved up from the page
    /// behind.
    private static func changes<Item: Identifiable & Equatable>(
        _ old: [Item]?, _ new: [Item]?, _ change: (Item?, Item) -> Change?
    ) -> [Change] {
        guard let old, let new, old != new else { return [] }
        let known = Set(old.map(\.id))
        let fresh = new.prefix { !known.contains($0.id) }.compactMap { change(nil, $0) }
        return pairs(old, new).compactMap { change($0.old, $0.new) } + fresh
    }

    /// A clock that goes ahead of ours must not put a change into the future.
    private static func moment(_ told: Date?, _ now: Date) -> Date { told.map { min($0, now) } ?? now }

    private static func duration(_ start: Date?, _ end: Date?, _ status: some StatusWord) -> Double? {
        guard !status.isActive, let start, let end else { return nil }
        return max(0, end.timeIntervalSince(start))
    }
}
