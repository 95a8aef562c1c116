public import Northflank

extension LogLine: PageItem {
    public static var pageKey: String? { nil }
}

/// Log lines are an array straight at `data`, and not paged.
public typealias LogLines = Page<LogLine>

extension Endpoint {
    public static func getServiceLogs(
        _ service: ServiceReference, _ query: LogQuery = LogQuery()
    ) -> Self where Response == LogLines {
        Self(.getServiceLogs, service.path, query: query.items)
    }

    public static func getBuildLogs(
        _ build: BuildReference, _ query: LogQuery = LogQuery()
    ) -> Self where Response == LogLines {
        Self(
            .getServiceBuildLogs, build.service.path,
            query: query.items + [QueryItem("buildId", build.build.rawValue)])
    }

    public static func getRunLogs(
        _ run: RunReference, _ query: LogQuery = LogQuery()
    ) -> Self where Response == LogLines {
        Self(.getJobLogs, run.job.path, query: query.items + [QueryItem("runId", run.run.rawValue)])
    }

    public static func getAddonLogs(
        _ addon: AddonReference, _ query: LogQuery = LogQuery()
    ) -> Self where Response == LogLines {
        Self(.getAddonLogs, addon.path, query: query.items)
    }

    public static func getBackupLogs(
        _ backup: BackupReference, _ query: LogQuery = LogQuery()
    ) -> Self where Response == LogLines {
        Self(.getAddonBackupLogs, backup.path, query: query.items)
    }

    public static func getRestoreLogs(
        _ restore: Restore.ID, of backup: BackupReference, _ query: LogQuery = LogQuery()
    ) -> Self where Response == LogLines {
        Self(.getAddonRestoreLogs, backup.path + [restore.rawValue], query: query.items)
    }
}

extension LogQuery {
    fileprivate var items: [QueryItem] { parameters.map { QueryItem($0.name, $0.value) } }
}
