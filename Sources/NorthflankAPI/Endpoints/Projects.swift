public import Northflank

extension Project: PageItem {
    public static var pageKey: String? { "projects" }
}

extension Plan: PageItem {
    public static var pageKey: String? { "plans" }
}

extension Region: PageItem {
    public static var pageKey: String? { "regions" }
}

extension Endpoint {
    /// All projects of the account.
    public static func listProjects() -> Self where Response == Page<Project> { Self(.listProjects) }

    /// One project. The answer embeds its services, jobs and addons without statuses; they aren't read.
    public static func getProject(_ project: Project.ID) -> Self where Response == Single<Project> {
        Self(.getProject, [project.rawValue])
    }

    public static func createProject(_ request: ProjectRequest) -> Self where Response == Single<Project> {
        Self(.createProject, body: request.json)
    }

    /// What there is to run on. Not paged.
    public static func listPlans() -> Self where Response == Page<Plan> { Self(.listPlans) }

    /// Where projects can be. Not paged.
    public static func listRegions() -> Self where Response == Page<Region> { Self(.listRegions) }
}

extension ServiceReference {
    var path: [String] { [project.rawValue, service.rawValue] }
}

extension JobReference {
    var path: [String] { [project.rawValue, job.rawValue] }
}

extension AddonReference {
    var path: [String] { [project.rawValue, addon.rawValue] }
}
