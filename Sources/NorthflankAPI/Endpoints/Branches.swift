public import Northflank

extension Branch: PageItem {
    public static var pageKey: String { "branches" }
}

extension Endpoint {
    /// The branches of the repository behind a service, with the newest commit of each.
    public static func getServiceBranches(_ service: ServiceReference) -> Self where Response == Page<Branch> {
        Self(
            "getServiceBranches", .get,
            PathTemplate(
                "projects/{projectId}/services/{serviceId}/branches", service.project.rawValue,
                service.service.rawValue),
            permission: "Project > Services > General > Read")
    }
}
