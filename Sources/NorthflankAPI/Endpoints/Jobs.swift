public import Northflank

extension Job: PageItem {
    public static var pageKey: String { "jobs" }
}

extension Endpoint {
    /// The jobs of a project. They carry no status: that is in their runs.
    public static func listJobs(_ project: Project.ID) -> Self where Response == Page<Job> {
        Self(
            "listJobs", .get, PathTemplate("projects/{projectId}/jobs", project.rawValue),
            permission: "Project > Jobs > General > Read")
    }

    /// One job, with its schedule.
    public static func getJob(_ job: JobReference) -> Self where Response == Single<JobDetail> {
        Self(
            "getJob", .get,
            PathTemplate("projects/{projectId}/jobs/{jobId}", job.project.rawValue, job.job.rawValue),
            permission: "Project > Jobs > General > Read")
    }
}
