public import Northflank

extension Project: PageItem {
    public static var pageKey: String { "projects" }
}

extension Endpoint {
    /// All projects of the account.
    public static func listProjects() -> Self where Response == Page<Project> {
        Self("listProjects", .get, PathTemplate("projects"), permission: "Project > Projects > Manage > Read")
    }

    /// One project. The answer embeds its services, jobs and addons without statuses; they aren't read.
    public static func getProject(_ project: Project.ID) -> Self where Response == Single<Project> {
        Self(
            "getProject", .get, PathTemplate("projects/{projectId}", project.rawValue),
            permission: "Project > Projects > Manage > Read")
    }
}
