import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A job: something that runs to its end, on a schedule or when asked.
    struct Job: Sendable {
        typealias ID = Northflank.Job.ID

        /// Where its image comes from.
        enum Source: Hashable, Sendable {
            case repository(url: String, branch: String)
            case image(ImageSource)
        }

        let id: ID
        let project: Northflank.Project.ID
        var name: String
        var about: String?
        var tags: [String] = []
        var createdAt: Date
        /// Nil for a manual job.
        var schedule: CronSchedule?
        /// When its schedule comes next.
        var nextRun: Date?
        var suspended = false
        var backoffLimit = 0
        /// After how many seconds a run is ended.
        var deadline = 3600
        var concurrency = JobRequest.Concurrency.forbid
        var plan = "nf-compute-50"
        var runtime: [String: JSONValue] = [:]
        /// How long a run usually takes, in seconds.
        var typical: TimeInterval = 30
        /// Since when each run fails, if they do.
        var failsSince: Date?
        var source: Source
        /// Oldest first.
        var jobRuns: [Run] = []

        var kind: JobKind { schedule == nil ? .manual : .cron }
        var reference: JobReference { JobReference(project: project, job: id) }

        func run(_ id: Run.ID) -> Run? { jobRuns.last { $0.id == id } }
    }

    /// One run of a job.
    struct Run: Sendable {
        typealias ID = Northflank.JobRun.ID

        let id: ID
        let name: String
        let startedAt: Date
        /// In seconds.
        let duration: TimeInterval
        /// How it will end unless it is aborted.
        var outcome: RunStatus
        var abortedAt: Date?

        var concludesAt: Date { abortedAt ?? startedAt + duration }

        func status(at now: Date) -> RunStatus {
            guard concludesAt <= now else { return .running }
            return abortedAt == nil ? outcome : .failed
        }
    }
}
