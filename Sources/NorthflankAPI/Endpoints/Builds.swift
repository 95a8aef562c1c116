public import Northflank

extension Build: PageItem {
    public static var pageKey: String { "builds" }
}

// The list of builds is at the singular `…/build`, and starting one is a POST to the same path.

extension Endpoint {
    /// The builds of a service.
    public static func listServiceBuilds(_ service: ServiceReference) -> Self where Response == Page<Build> {
        Self("listServiceBuilds", .get, builds(of: service), permission: "Project > Services > General > Read")
    }

    /// One build.
    public static func getServiceBuild(_ build: BuildReference) -> Self where Response == Single<Build> {
        Self(
            "getServiceBuild", .get,
            PathTemplate(
                "projects/{projectId}/services/{serviceId}/build/{buildId}", build.service.project.rawValue,
                build.service.service.rawValue, build.build.rawValue),
            permission: "Project > Services > General > Read")
    }

    /// Starts a build. The answer is the new build with a free-text status.
    public static func startServiceBuild(
        _ service: ServiceReference, _ request: BuildRequest
    ) -> Self where Response == Single<Build> {
        let body: JSONValue =
            switch request {
            case .latest: .object([:])
            case .branch(let branch): .object(["branch": .string(branch)])
            }
        return Self(
            "startServiceBuild", .post, builds(of: service), body: body,
            permission: "Project > Services > Deployment > Deploy Build")
    }

    private static func builds(of service: ServiceReference) -> PathTemplate {
        PathTemplate(
            "projects/{projectId}/services/{serviceId}/build", service.project.rawValue, service.service.rawValue)
    }
}
