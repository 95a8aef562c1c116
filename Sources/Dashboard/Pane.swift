public import Northflank

/// The five panes, in the order of their keys `1` to `5`.
public enum Pane: Int, Sendable, Hashable, CaseIterable {
    case projects = 1
    case services
    case builds
    case runs
    case backups

    public var title: String {
        switch self {
        case .projects: "Projects"
        case .services: "Services"
        case .builds: "Builds"
        case .runs: "Job runs"
        case .backups: "Backups"
        }
    }
}

/// What a row stands for. Selection and scrolling follow it, not the row's number.
public enum RowID: Hashable, Sendable, Codable {
    case allProjects
    case project(Project.ID)
    case service(ServiceReference)
    /// The newest build of a service, as the list of services tells it.
    case latestBuild(ServiceReference)
    case build(BuildReference)
    case job(JobReference)
    case run(RunReference)
    case addon(AddonReference)
    case backup(BackupReference)
}
