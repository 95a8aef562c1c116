public import Northflank

extension JobRun: PageItem {
    public static var pageKey: String { "runs" }
}

extension Endpoint {
    /// The runs of a job.
    public static func getJobRuns(_ job: JobReference) -> Self where Response == Page<JobRun> {
        Self("getJobRuns", .get, runs(of: job), permission: "Project > Jobs > General > Read")
    }

    /// One run.
    public static func getRunDetails(_ run: RunReference) -> Self where Response == Single<JobRun> {
        Self(
            "getRunDetails", .get,
            PathTemplate(
                "projects/{projectId}/jobs/{jobId}/runs/{runId}", run.job.project.rawValue, run.job.job.rawValue,
                run.run.rawValue),
            permission: "Project > Jobs > General > Read")
    }

    /// Starts a run with the job's own configuration. The contract asks only for reading: a token meant for looking
    /// can start jobs.
    public static func runJob(_ job: JobReference) -> Self where Response == Single<JobRun> {
        Self("runJob", .post, runs(of: job), body: .object([:]), permission: "Project > Jobs > General > Read")
    }

    private static func runs(of job: JobReference) -> PathTemplate {
        PathTemplate("projects/{projectId}/jobs/{jobId}/runs", job.project.rawValue, job.job.rawValue)
    }
}
