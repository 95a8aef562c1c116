// Ids are unique only inside what holds them: a service's in its project, a build's in its service. A reference is
// the whole way to a resource and so unique in the account.

/// One service of the account.
public struct ServiceReference: Hashable, Sendable, Codable, Comparable {
    public let project: Project.ID
    public let service: Service.ID

    public init(project: Project.ID, service: Service.ID) {
        self.project = project
        self.service = service
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.project, left.service) < (right.project, right.service)
    }
}

/// One job of the account.
public struct JobReference: Hashable, Sendable, Codable, Comparable {
    public let project: Project.ID
    public let job: Job.ID

    public init(project: Project.ID, job: Job.ID) {
        self.project = project
        self.job = job
    }

    public static func < (left: Self, right: Self) -> Bool { (left.project, left.job) < (right.project, right.job) }
}

/// One addon of the account.
public struct AddonReference: Hashable, Sendable, Codable, Comparable {
    public let project: Project.ID
    public let addon: Addon.ID

    public init(project: Project.ID, addon: Addon.ID) {
        self.project = project
        self.addon = addon
    }

    public static func < (left: Self, right: Self) -> Bool { (left.project, left.addon) < (right.project, right.addon) }
}

/// One build of a service.
public struct BuildReference: Hashable, Sendable, Codable {
    public let service: ServiceReference
    public let build: Build.ID

    public init(service: ServiceReference, build: Build.ID) {
        self.service = service
        self.build = build
    }
}

/// One run of a job.
public struct RunReference: Hashable, Sendable, Codable {
    public let job: JobReference
    public let run: JobRun.ID

    public init(job: JobReference, run: JobRun.ID) {
        self.job = job
        self.run = run
    }
}

/// One backup of an addon.
public struct BackupReference: Hashable, Sendable, Codable {
    public let addon: AddonReference
    public let backup: Backup.ID

    public init(addon: AddonReference, backup: Backup.ID) {
        self.addon = addon
        self.backup = backup
    }
}

/// One volume of the account.
public struct VolumeReference: Hashable, Sendable, Codable {
    public let project: Project.ID
    public let volume: Volume.ID

    public init(project: Project.ID, volume: Volume.ID) {
        self.project = project
        self.volume = volume
    }
}

/// The release flow of one stage of a pipeline.
public struct ReleaseFlowReference: Hashable, Sendable, Codable {
    public let project: Project.ID
    public let pipeline: Pipeline.ID
    public let stage: Pipeline.Stage

    public init(project: Project.ID, pipeline: Pipeline.ID, stage: Pipeline.Stage) {
        self.project = project
        self.pipeline = pipeline
        self.stage = stage
    }
}
