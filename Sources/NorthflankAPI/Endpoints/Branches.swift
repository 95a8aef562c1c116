public import Northflank

extension Branch: PageItem {
    public static var pageKey: String? { "branches" }
}

extension PullRequest: PageItem {
    public static var pageKey: String? { "pullRequests" }
}

extension Endpoint {
    /// The branches of the repository behind a service, with the newest commit of each.
    public static func getServiceBranches(_ service: ServiceReference) -> Self where Response == Page<Branch> {
        Self(.getServiceBranches, service.path)
    }

    /// The pull requests of the repository behind a service.
    public static func getServicePullRequests(
        _ service: ServiceReference
    ) -> Self where Response == Page<PullRequest> {
        Self(.getServicePullRequests, service.path)
    }
}
