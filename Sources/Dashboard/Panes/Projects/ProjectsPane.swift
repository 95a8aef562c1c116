import Northflank

/// All projects of the account, behind a first row that stands for all of them.
enum ProjectsPane: PaneContent {
    static func rows(_ state: State) -> [RowID] {
        let projects = state.account.projects
        guard !projects.isEmpty else { return [] }
        return [.allProjects] + projects.sorted { $0.name.lowercased() < $1.name.lowercased() }.map { .project($0.id) }
    }

    static func words(_ row: RowID, _ state: State) -> [String?] {
        guard case .project(let id) = row, let project = state.account.project(id) else { return ["All projects"] }
        return [project.name, project.id.rawValue, project.description]
    }

    static func feeds(_ state: State) -> [Feed] { [.projects] }

    static func subject(_ state: State) -> String? { nil }

    static func emptyText(_ state: State) -> String { "No projects in this account yet." }
}
