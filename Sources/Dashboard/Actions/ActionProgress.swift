public import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How far an action has come, as its feed tells.
public struct ActionProgress: Hashable, Sendable {
    public var status: String
    public var health: Health
    public var isActive: Bool
    /// The API's own words on how it ended.
    public var message: String?
    /// In seconds; nil while it goes on or where the API is silent.
    public var duration: Double?

    /// Nil while the feed doesn't show it yet.
    /// - Parameter item: The id of what it began.
    public init?(of action: Action, item: String?, in account: Account) {
        let id = item ?? ""
        switch action {
        case .startBuild(let service, _):
            self.init(account.build(BuildReference(service: service, build: .init(id))))
        case .runJob(let job, _): self.init(account.run(RunReference(job: job, run: .init(id))))
        case .backUp(let addon, _): self.init(account.backup(BackupReference(addon: addon, backup: .init(id))))
        case .restore(let backup): self.init(account.restore(.init(id), of: backup.addon))
        case .abort(.build(let build)): self.init(account.build(build), wanted: .aborted)
        case .abort(.run(let run)): self.init(account.run(run), wanted: .failed)
        case .abort(.backup(let backup)): self.init(account.backup(backup), wanted: .aborted)
        case .abort(.restore(let restore, let backup)):
            self.init(account.restore(restore, of: backup.addon), wanted: .aborted)
        case .create(let creation): self.init(isDone: account.holds(creation.kind, id, in: creation.project))
        case .pause(.service(let service)): self.init(isDone: account.serviceDetails[service]?.paused)
        case .deploy(let service, _), .restart(.service(let service)), .resume(.service(let service)),
            .scale(.service(let service, _)):
            self.init(account.serviceDetails[service]?.service.deployment)
        case .pause(.addon(let addon)):
            self.init(isDone: account.addonDetails[addon]?.addon.status.map { $0 == .paused })
        case .restart(.addon(let addon)), .resume(.addon(let addon)), .scale(.addon(let addon, _)):
            self.init(account.addonDetails[addon]?.addon.status)
        case .suspend(let job): self.init(isDone: account.jobDetails[job]?.job.suspended)
        case .unsuspend(let job): self.init(isDone: account.jobDetails[job].map { !$0.job.suspended })
        }
    }

    private init(status: String?, health: Health, isActive: Bool, message: String? = nil, from: Date?, to: Date?) {
        self.status = status ?? "no status yet"
        self.health = health
        self.isActive = isActive || status == nil
        self.message = message
        duration = isActive ? nil : from.flatMap { start in to.map { $0.timeIntervalSince(start) } }
    }

    /// - Parameter isDone: Nil where the feed says nothing of it.
    private init?(isDone: Bool?) {
        guard let isDone else { return nil }
        self.init(
            status: isDone ? "done" : "under way", health: isDone ? .healthy : .active, isActive: !isDone, from: nil,
            to: nil)
    }
}

extension ActionProgress {
    /// - Parameter wanted: How it is to end, where another end than a good one is wanted.
    private init?(_ build: Build?, wanted: BuildStatus? = nil) {
        guard let build else { return nil }
        self.init(
            status: build.status?.words, health: build.status == wanted ? .healthy : build.health,
            isActive: build.isActive, message: build.message, from: build.createdAt, to: build.concludedAt)
        if wanted != nil { duration = nil }
    }

    private init?(_ run: JobRun?, wanted: RunStatus? = nil) {
        guard let run else { return nil }
        self.init(
            status: run.status?.words, health: run.status == wanted ? .healthy : run.health, isActive: run.isActive,
            from: run.startedAt, to: run.concludedAt)
        if wanted != nil { duration = nil }
    }

    private init?(_ backup: Backup?, wanted: BackupStatus? = nil) {
        guard let backup else { return nil }
        self.init(
            status: backup.status?.words, health: backup.status == wanted ? .healthy : backup.health,
            isActive: backup.isActive, from: backup.createdAt, to: backup.completedAt)
        if wanted != nil { duration = nil }
    }

    private init?(_ restore: Restore?, wanted: BackupStatus? = nil) {
        guard let restore else { return nil }
        self.init(
            status: restore.status?.words, health: restore.status == wanted ? .healthy : restore.health,
            isActive: restore.status?.isActive ?? true, from: restore.startedAt, to: restore.completedAt)
        if wanted != nil { duration = nil }
    }

    private init?(_ deployment: Service.DeploymentState?) {
        guard let deployment else { return nil }
        self.init(
            status: deployment.status.words, health: deployment.status.health, isActive: deployment.status.isActive,
            from: nil, to: nil)
    }

    private init?(_ status: AddonStatus?) {
        guard let status else { return nil }
        self.init(status: status.words, health: status.health, isActive: status.isActive, from: nil, to: nil)
    }
}
