public import Northflank

extension Build: PageItem {
    public static var pageKey: String? { "builds" }
}

// The list of builds is at the singular `…/build`, and starting one is a POST to the same path.

extension Endpoint {
    /// The builds of a service.
    public static func listServiceBuilds(_ service: ServiceReference) -> Self where Response == Page<Build> {
        Self(.listServiceBuilds, service.path)
    }

    /// One build.
    public static func getServiceBuild(_ build: BuildReference) -> Self where Response == Single<Build> {
        Self(.getServiceBuild, build.path)
    }

    /// Starts a build. The answer is the new build with a free-text status.
    public static func startServiceBuild(
        _ service: ServiceReference, _ request: BuildRequest
    ) -> Self where Response == Single<Build> {
        Self(.startServiceBuild, service.path, body: request.json)
    }

    /// A build that is already over answers with a conflict.
    public static func abortServiceBuild(_ build: BuildReference) -> Self where Response == Accepted {
        Self(.abortServiceBuild, build.path)
    }
}

extension BuildReference {
    fileprivate var path: [String] { service.path + [build.rawValue] }
}
