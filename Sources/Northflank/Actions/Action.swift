/// Something that changes the account. Each is one POST, sent once, and only after a person said yes.
public enum Action: Hashable, Sendable {
    case startBuild(ServiceReference, BuildRequest)
    case runJob(JobReference)
    case backUp(AddonReference, BackupRequest)

    public var project: Project.ID {
        switch self {
        case .startBuild(let service, _): service.project
        case .runJob(let job): job.project
        case .backUp(let addon, _): addon.project
        }
    }

    /// The feed that shows what comes of it.
    public var feed: Feed {
        switch self {
        case .startBuild(let service, _): .builds(service)
        case .runJob(let job): .runs(job)
        case .backUp(let addon, _): .backups(addon)
        }
    }
}

/// What became of an action's one POST.
public enum ActionOutcome: Hashable, Sendable {
    /// The API took it and answered with the id of what it began.
    case accepted(id: String)
    /// The API said no, or nothing was sent at all: nothing happened.
    case refused(APIError)
    /// The answer was lost. The list was asked, and what was not there before is this.
    case found(id: String, after: APIError)
    /// The answer was lost. The list was asked, and nothing new was there: it did not arrive.
    case notFound(after: APIError)
    /// The answer was lost, and the list can't be read, or doesn't tell. It may have happened.
    case unknown(APIError, reason: String)
}
