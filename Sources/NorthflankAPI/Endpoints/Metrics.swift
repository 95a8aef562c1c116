public import Northflank

extension Endpoint {
    public static func getServiceMetrics(
        _ service: ServiceReference, _ query: MetricsQuery = MetricsQuery()
    ) -> Self where Response == Single<Metrics> {
        Self(.getServiceMetrics, service.path, query: query.items)
    }

    public static func getBuildMetrics(
        _ build: BuildReference, _ query: MetricsQuery = MetricsQuery()
    ) -> Self where Response == Single<Metrics> {
        Self(
            .getServiceBuildMetrics, build.service.path,
            query: query.items + [QueryItem("buildId", build.build.rawValue)])
    }

    public static func getRunMetrics(
        _ run: RunReference, _ query: MetricsQuery = MetricsQuery()
    ) -> Self where Response == Single<Metrics> {
        Self(.getJobMetrics, run.job.path, query: query.items + [QueryItem("runId", run.run.rawValue)])
    }

    public static func getAddonMetrics(
        _ addon: AddonReference, _ query: MetricsQuery = MetricsQuery()
    ) -> Self where Response == Single<Metrics> {
        Self(.getAddonMetrics, addon.path, query: query.items)
    }
}

extension MetricsQuery {
    fileprivate var items: [QueryItem] { parameters.map { QueryItem($0.name, $0.value) } }
}
