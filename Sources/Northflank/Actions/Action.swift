/// Something that changes the account. Each is one request, sent once, and only after a person said yes.
public enum Action: Hashable, Sendable {
    case startBuild(ServiceReference, BuildRequest)
    case runJob(JobReference, RunRequest = RunRequest())
    case backUp(AddonReference, BackupRequest)
    /// Puts a backup in the place of its addon's data.
    case restore(BackupReference)
    case create(Creation)
    case abort(Ongoing)
    case deploy(ServiceReference, DeployRequest)
    case restart(Workload)
    case pause(Workload)
    case resume(Workload)
    case scale(Scaling)
    /// Switches a cron job's schedule off.
    case suspend(JobReference)
    /// Switches a cron job's schedule on again.
    case unsuspend(JobReference)
}

/// What runs until it is paused, and can be restarted.
public enum Workload: Hashable, Sendable {
    case service(ServiceReference)
    case addon(AddonReference)
}

/// What goes on, and can be aborted.
public enum Ongoing: Hashable, Sendable {
    case build(BuildReference)
    case run(RunReference)
    case backup(BackupReference)
    case restore(Restore.ID, of: BackupReference)
}

/// What is to be larger or smaller, and how large.
public enum Scaling: Hashable, Sendable {
    case service(ServiceReference, ServiceScaleRequest)
    case addon(AddonReference, AddonScaleRequest)
}

/// What an action is about.
public enum ActionTarget: Hashable, Sendable, Codable {
    /// The account itself: a new project.
    case account
    case project(Project.ID)
    case service(ServiceReference)
    case job(JobReference)
    case addon(AddonReference)
}

extension Action {
    /// What it is about: what is to be built, run, restored; where something new is to be.
    public var target: ActionTarget {
        switch self {
        case .startBuild(let service, _), .deploy(let service, _): .service(service)
        case .runJob(let job, _), .suspend(let job), .unsuspend(let job): .job(job)
        case .backUp(let addon, _): .addon(addon)
        case .restore(let backup): .addon(backup.addon)
        case .create(let creation): creation.project.map { .project($0) } ?? .account
        case .abort(let ongoing): ongoing.target
        case .restart(let workload), .pause(let workload), .resume(let workload): workload.target
        case .scale(.service(let service, _)): .service(service)
        case .scale(.addon(let addon, _)): .addon(addon)
        }
    }

    /// Nil for what belongs to no project.
    public var project: Project.ID? { target.project }

    /// The feed that shows what comes of it.
    public var feed: Feed {
        switch self {
        case .startBuild(let service, _): .builds(service)
        case .runJob(let job, _): .runs(job)
        case .backUp(let addon, _): .backups(addon)
        case .restore(let backup): .restores(backup.addon)
        case .create(let creation): creation.feed
        case .abort(let ongoing): ongoing.feed
        case .deploy, .restart, .pause, .resume, .scale, .suspend, .unsuspend: target.feed
        }
    }
}

extension ActionTarget {
    /// Nil for the account.
    public var project: Project.ID? {
        switch self {
        case .account: nil
        case .project(let project): project
        case .service(let service): service.project
        case .job(let job): job.project
        case .addon(let addon): addon.project
        }
    }

    /// The feed that tells most of it.
    public var feed: Feed {
        switch self {
        case .account: .projects
        case .project(let project): .services(project)
        case .service(let service): .service(service)
        case .job(let job): .job(job)
        case .addon(let addon): .addon(addon)
        }
    }
}

extension ActionTarget {
    /// The list that it stands in.
    public var list: Feed {
        switch self {
        case .account, .project: .projects
        case .service(let service): .services(service.project)
        case .job(let job): .jobs(job.project)
        case .addon(let addon): .addons(addon.project)
        }
    }
}

extension Workload {
    public var target: ActionTarget {
        switch self {
        case .service(let service): .service(service)
        case .addon(let addon): .addon(addon)
        }
    }
}

extension Ongoing {
    fileprivate var target: ActionTarget {
        switch self {
        case .build(let build): .service(build.service)
        case .run(let run): .job(run.job)
        case .backup(let backup), .restore(_, let backup): .addon(backup.addon)
        }
    }

    fileprivate var feed: Feed {
        switch self {
        case .build(let build): .builds(build.service)
        case .run(let run): .runs(run.job)
        case .backup(let backup): .backups(backup.addon)
        case .restore(_, let backup): .restores(backup.addon)
        }
    }
}
