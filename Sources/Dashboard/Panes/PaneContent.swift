import Northflank
import TerminalUI

/// What a pane is about: which rows it has, and which feeds it shows. Its drawing is in its view.
protocol PaneContent {
    /// The rows that stand for themselves, in the order they have until the user sorts them.
    static func heads(_ state: State) -> [RowID]
    /// With the rows that stand under them.
    static func withParts(_ heads: [RowID], _ state: State) -> [RowID]
    /// What the user can sort by.
    static var sortColumns: [SortColumn] { get }
    /// Where a head stands among the others; nil for last.
    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey?
    /// Adds what a row is found by when the pane is filtered.
    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts)
    /// The feeds whose age the pane tells.
    static func feeds(_ state: State) -> [Feed]
    /// The feeds that `r` asks.
    static func feedsToRefresh(_ state: State) -> Set<Feed>
    /// The pane's subject, behind its title: a project, a service.
    static func subject(_ state: State) -> String?
    /// What an empty pane says.
    static func emptyText(_ state: State) -> String
    /// How a row is drawn.
    static func columns(_ state: State) -> [TableColumn]
    static func line(_ row: RowID, _ state: State) -> TableLine
}

extension PaneContent {
    static func withParts(_ heads: [RowID], _ state: State) -> [RowID] { heads }

    /// All rows in their order, without a filter.
    static func rows(_ state: State, _ pane: Pane) -> [RowID] { withParts(state.arranged(heads(state), pane), state) }

    static func feedsToRefresh(_ state: State) -> Set<Feed> { Set(feeds(state)) }
}

extension Pane {
    var content: any PaneContent.Type {
        switch self {
        case .projects: ProjectsPane.self
        case .services: ServicesPane.self
        case .builds: BuildsPane.self
        case .runs: RunsPane.self
        case .backups: BackupsPane.self
        }
    }
}
