extension Command {
    /// Its name in the configuration. It stays as it is, whatever the title becomes: people's files rely on it.
    public var name: String {
        switch self {
        case .moveDown: "move-down"
        case .moveUp: "move-up"
        case .moveToTop: "move-to-top"
        case .moveToBottom: "move-to-bottom"
        case .halfPageDown: "half-page-down"
        case .halfPageUp: "half-page-up"
        case .pageDown: "page-down"
        case .pageUp: "page-up"
        case .nextPane: "next-pane"
        case .previousPane: "previous-pane"
        case .focus(.projects): "projects"
        case .focus(.services): "services"
        case .focus(.builds): "builds"
        case .focus(.runs): "job-runs"
        case .focus(.backups): "backups"
        case .walkBack: "walk-back"
        case .walkForward: "walk-forward"
        case .open: "open"
        case .fold: "fold"
        case .back: "back"
        case .zoom: "zoom"
        case .filter: "filter"
        case .palette: "palette"
        case .problems: "problems"
        case .timeline: "timeline"
        case .budget: "budget"
        case .awaitChange: "ring"
        case .copyID: "copy-id"
        case .openInWeb: "web-app"
        case .theme(let name): "theme-\(name)"
        case .context(let name): "context-\(name)"
        case .chooseSort: "sort"
        case .sort(let column): "sort-\(column.rawValue)"
        case .mark: "mark"
        case .favourite: "favourite"
        case .refreshPane: "refresh"
        case .refreshEverything: "refresh-everything"
        case .help: "help"
        case .history: "history"
        case .openLog: "log"
        case .log(let command): "log-\(command.name)"
        case .openJSON: "json"
        case .json(let command): "json-\(command.name)"
        case .repaint: "repaint"
        case .suspend: "suspend"
        case .quit: "quit"
        case .toggleReadOnly: "read-only"
        case .toggleMouse: "mouse"
        case .startBuild: "start-build"
        case .runJob: "run-job"
        case .backUp: "back-up"
        case .deploy: "deploy"
        case .add: "add"
        case .chooseAction: "more-actions"
        }
    }

    /// All that a key can be given to, where these themes and contexts can be switched to.
    public static func bindable(themes: [String], contexts: [String]) -> [Command] {
        Keymap.standard.bindings.map(\.command) + unbound + SortColumn.allCases.map { .sort($0) }
            + themes.map { .theme($0) } + contexts.map { .context($0) }
    }
}
