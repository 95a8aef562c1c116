public import Northflank

extension JobRun: PageItem {
    public static var pageKey: String? { "runs" }
}

extension Endpoint {
    /// The runs of a job.
    public static func getJobRuns(_ job: JobReference) -> Self where Response == Page<JobRun> {
        Self(.getJobRuns, job.path)
    }

    /// One run.
    public static func getRunDetails(_ run: RunReference) -> Self where Response == Single<JobRun> {
        Self(.getRunDetails, run.path)
    }

    /// Starts a run; with nothing said, with the job's own configuration. The contract asks only for reading: a token
    /// meant for looking can start jobs.
    public static func runJob(
        _ job: JobReference, _ request: RunRequest = RunRequest()
    ) -> Self where Response == Single<JobRun> {
        Self(.runJob, job.path, body: request.json)
    }

    /// A run that is already over answers with a conflict.
    public static func abortJobRun(_ run: RunReference) -> Self where Response == Accepted {
        Self(.abortJobRun, run.path)
    }
}

extension RunReference {
    fileprivate var path: [String] { job.path + [run.rawValue] }
}
