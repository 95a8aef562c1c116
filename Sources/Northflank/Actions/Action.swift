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

/// What to build. A build service needs a branch or a pull request, never both; combined services take a commit or
/// nothing.
public enum BuildRequest: Hashable, Sendable {
    /// The latest commit of the linked branch: an empty body. For combined services.
    case latest
    /// The latest commit of this branch. For build services.
    case branch(String)
}

/// How to back up.
public struct BackupRequest: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// A copy of the disk; every addon can.
        case snapshot
        /// The database's own dump; only where the addon's type says so.
        case dump
    }

    /// Unique, so that a backup whose answer was lost can be found again by it.
    public var name: String
    public var method: Method

    public init(name: String, method: Method) {
        self.name = name
        self.method = method
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
