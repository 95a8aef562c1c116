import Northflank
import TerminalUI

/// What a pane is about: which rows it has, and which feeds it shows. Its drawing is in its view.
protocol PaneContent {
    /// All rows in their order, without a filter.
    static func rows(_ state: State) -> [RowID]
    /// What a row is found by when the pane is filtered.
    static func words(_ row: RowID, _ state: State) -> [String?]
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

/// Whether a row's words hold all words of a filter, in any order and any case.
struct RowFilter {
    private let words: [String]

    init(_ text: String) { words = text.lowercased().split(separator: " ").map(String.init) }

    var isEmpty: Bool { words.isEmpty }

    func matches(_ texts: [String?]) -> Bool {
        let texts = texts.compactMap { $0?.lowercased() }
        return words.allSatisfy { word in texts.contains { $0.contains(word) } }
    }
}
