internal import Dashboard
internal import Northflank
internal import NorthflankAPI

extension LogSource {
    /// Asks for lines of its log.
    func lines(_ query: LogQuery) -> Endpoint<LogLines> {
        switch self {
        case .service(let service): .getServiceLogs(service, query)
        case .build(let build): .getBuildLogs(build, query)
        case .run(let run): .getRunLogs(run, query)
        case .addon(let addon): .getAddonLogs(addon, query)
        case .backup(let backup): .getBackupLogs(backup, query)
        }
    }
}
