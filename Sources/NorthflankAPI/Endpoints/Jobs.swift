public import Northflank

extension Job: PageItem {
    public static var pageKey: String? { "jobs" }
}

extension Endpoint {
    /// The jobs of a project. They carry no status: that is in their runs.
    public static func listJobs(_ project: Project.ID) -> Self where Response == Page<Job> {
        Self(.listJobs, [project.rawValue])
    }

    /// One job, with its schedule.
    public static func getJob(_ job: JobReference) -> Self where Response == Single<JobDetail> {
        Self(.getJob, job.path)
    }

    /// Creates a job that runs by hand, or on a schedule.
    public static func createJob(
        in project: Project.ID, _ request: JobRequest
    ) -> Self where Response == Single<Job> {
        let operation: APIOperation =
            switch request.trigger {
            case .byHand: .createManualJob
            case .schedule: .createCronJob
            }
        return Self(operation, [project.rawValue], body: request.json)
    }

    /// The contract's newer way to create a job of either kind.
    public static func createAnyJob(
        in project: Project.ID, _ request: JobRequest
    ) -> Self where Response == Single<Job> {
        Self(.createJob, [project.rawValue], body: request.nested)
    }

    /// The contract's newer way to change a job's settings.
    public static func patchJob(
        _ job: JobReference, _ request: JobSettingsRequest
    ) -> Self where Response == Accepted {
        Self(.patchJob, job.path, body: request.patch)
    }

    /// Switches a cron job's schedule off.
    public static func suspendJob(_ job: JobReference) -> Self where Response == Accepted {
        Self(.suspendJob, job.path, body: ["suspended": true])
    }

    /// Switches a cron job's schedule on again.
    public static func resumeJob(_ job: JobReference) -> Self where Response == Accepted {
        Self(.resumeJob, job.path, body: ["suspended": false])
    }

    public static func updateJobSettings(
        _ job: JobReference, _ request: JobSettingsRequest
    ) -> Self where Response == Accepted {
        Self(.updateJobSettings, job.path, body: request.json)
    }

    /// The containers of a run; nil for those of the latest one.
    public static func listJobContainers(
        _ job: JobReference, run: JobRun.ID? = nil
    ) -> Self where Response == Page<Container> {
        Self(.listJobContainers, job.path, query: run.map { [QueryItem("runId", $0.rawValue)] } ?? [])
    }
}
