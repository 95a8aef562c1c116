public import Northflank

extension Service: PageItem {
    public static var pageKey: String { "services" }
}

extension Endpoint {
    /// The services of a project, with the status of each one's latest build and deployment.
    public static func listServices(_ project: Project.ID) -> Self where Response == Page<Service> {
        Self(
            "listServices", .get, PathTemplate("projects/{projectId}/services", project.rawValue),
            permission: "Project > Services > General > Read")
    }

    /// One service, with the branch it is linked to.
    public static func getService(_ service: ServiceReference) -> Self where Response == Single<ServiceDetail> {
        Self(
            "getService", .get,
            PathTemplate(
                "projects/{projectId}/services/{serviceId}", service.project.rawValue, service.service.rawValue),
            permission: "Project > Services > General > Read")
    }
}
