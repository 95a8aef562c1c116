/// Status of a build; also what a services list tells of the service's latest build.
public struct BuildStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let queued = Self("QUEUED")
    public static let pending = Self("PENDING")
    public static let unschedulable = Self("UNSCHEDULABLE")
    public static let starting = Self("STARTING")
    public static let cloning = Self("CLONING")
    public static let building = Self("BUILDING")
    public static let uploading = Self("UPLOADING")
    public static let aborted = Self("ABORTED")
    public static let failure = Self("FAILURE")
    public static let submissionFailure = Self("SUBMISSION_FAILURE")
    public static let success = Self("SUCCESS")
    public static let crashed = Self("CRASHED")
    public static let inProgress = Self("IN_PROGRESS")

    public var health: Health {
        switch self {
        case .queued, .pending, .starting, .cloning, .building, .uploading, .inProgress: .active
        case .failure, .submissionFailure, .crashed, .unschedulable: .failing
        case .aborted: .warning
        case .success: .healthy
        default: .unknown
        }
    }
}

/// Status of a service's deployment. `COMPLETED` means rolled out, not ended.
public struct DeploymentStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let pending = Self("PENDING")
    public static let inProgress = Self("IN_PROGRESS")
    public static let completed = Self("COMPLETED")
    public static let failed = Self("FAILED")

    public var health: Health {
        switch self {
        case .pending, .inProgress: .active
        case .completed: .healthy
        case .failed: .failing
        default: .unknown
        }
    }
}

/// Status of a job run. It is trusted above the run's `active`, `failed` and `succeeded`, which may contradict it.
public struct RunStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let running = Self("RUNNING")
    public static let success = Self("SUCCESS")
    public static let failed = Self("FAILED")

    public var health: Health {
        switch self {
        case .running: .active
        case .success: .healthy
        case .failed: .failing
        default: .unknown
        }
    }
}

/// Status of an addon.
public struct AddonStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let preDeployment = Self("preDeployment")
    public static let triggerAllocation = Self("triggerAllocation")
    public static let allocating = Self("allocating")
    public static let postDeployment = Self("postDeployment")
    public static let running = Self("running")
    public static let paused = Self("paused")
    public static let scaling = Self("scaling")
    public static let upgrading = Self("upgrading")
    public static let resetting = Self("resetting")
    public static let backup = Self("backup")
    public static let restore = Self("restore")
    public static let failed = Self("failed")
    public static let error = Self("error")
    public static let errorAllocating = Self("errorAllocating")
    public static let deleting = Self("deleting")
    public static let deleted = Self("deleted")

    public var health: Health {
        switch self {
        case .preDeployment, .triggerAllocation, .allocating, .postDeployment, .scaling, .upgrading, .resetting,
            .backup, .restore, .deleting:
            .active
        case .running: .healthy
        case .paused, .deleted: .idle
        case .failed, .error, .errorAllocating: .failing
        default: .unknown
        }
    }
}

/// Status of a backup, and of a restore.
public struct BackupStatus: StatusWord {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let scheduled = Self("scheduled")
    public static let inProgress = Self("in-progress")
    public static let completed = Self("completed")
    public static let aborting = Self("aborting")
    public static let aborted = Self("aborted")
    public static let failed = Self("failed")
    public static let notSupported = Self("not-supported")

    public var health: Health {
        switch self {
        case .scheduled, .inProgress, .aborting: .active
        case .completed: .healthy
        case .aborted, .notSupported: .warning
        case .failed: .failing
        default: .unknown
        }
    }
}
