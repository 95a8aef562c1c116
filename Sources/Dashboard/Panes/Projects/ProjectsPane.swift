import Northflank
import TerminalUI

/// All projects of the account, behind a first row that stands for all of them.
enum ProjectsPane: PaneContent {
    static let sortColumns: [SortColumn] = [.name, .status, .services]

    static func heads(_ state: State) -> [RowID] {
        let projects = state.account.projects
        guard !projects.isEmpty else { return [] }
        return [.allProjects] + projects.sorted(byName: \.name).map { .project($0.id) }
    }

    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey? {
        guard case .project(let id) = head else { return nil }
        let tally = state.tallies[id]
        return switch column {
        case .name: .name(state.projectName(id))
        case .status: .health(tally?.health)
        case .services: .most(tally?.services)
        case .project, .kind, .type, .branch, .build, .deployment, .size, .took, .age: nil
        }
    }

    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts) {
        guard case .project(let id) = row, let project = state.account.project(id) else { return }
        texts.add(.project, project.name)
        texts.add(.id, project.id.rawValue)
        texts.add(.message, project.description)
    }

    static func feeds(_ state: State) -> [Feed] { [.projects] }

    static func subject(_ state: State) -> String? { nil }

    static func emptyText(_ state: State) -> String { "No projects in this account yet." }
}
