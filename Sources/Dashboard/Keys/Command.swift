/// Everything a key can do, with its words for footer, help and README.
public enum Command: Hashable, Sendable {
    case moveDown, moveUp, moveToTop, moveToBottom
    case halfPageDown, halfPageUp, pageDown, pageUp
    case nextPane, previousPane
    case focus(Pane)
    case walkBack, walkForward
    case open, fold, back, zoom, filter, palette
    case problems, timeline, budget, awaitChange, copyID, openInWeb
    /// `:theme NAME`
    case theme(String)
    /// `:context NAME`
    case context(String)
    case chooseSort
    case sort(SortColumn)
    case mark, favourite
    case refreshPane, refreshEverything
    case help, history, repaint, suspend, quit
    case toggleReadOnly, toggleMouse
    case startBuild, runJob, backUp, deploy, add, chooseAction
    case openLog
    case log(LogCommand)
    case openJSON
    case json(JSONCommand)

    public enum Section: String, Sendable, CaseIterable {
        case moving = "Moving"
        case going = "Going"
        case looking = "Looking"
        case acting = "Acting (asks first)"
        case log = "In a log"
        case json = "In JSON"
        case leaving = "Leaving"
    }

    public var section: Section {
        switch self {
        case .moveDown, .moveUp, .moveToTop, .moveToBottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp: .moving
        case .nextPane, .previousPane, .focus, .palette, .walkBack, .walkForward, .problems, .timeline, .budget,
            .context:
            .going
        case .open, .fold, .back, .zoom, .filter, .chooseSort, .sort, .mark, .favourite, .awaitChange, .copyID,
            .openInWeb, .theme,
            .refreshPane, .refreshEverything, .help, .history, .repaint, .toggleReadOnly, .toggleMouse,
            .openLog, .openJSON:
            .looking
        case .startBuild, .runJob, .backUp, .deploy, .add, .chooseAction: .acting
        case .log: .log
        case .json: .json
        case .suspend, .quit: .leaving
        }
    }

    /// One or two words, for the footer; and what is typed in the palette.
    public var title: String {
        switch self {
        case .moveDown: "down"
        case .moveUp: "up"
        case .moveToTop: "top"
        case .moveToBottom: "bottom"
        case .halfPageDown: "half page down"
        case .halfPageUp: "half page up"
        case .pageDown: "page down"
        case .pageUp: "page up"
        case .nextPane: "next pane"
        case .previousPane: "previous pane"
        case .focus(let pane): pane.title.lowercased()
        case .walkBack: "walk back"
        case .walkForward: "walk forward"
        case .open: "open"
        case .fold: "fold"
        case .problems: "problems"
        case .timeline: "timeline"
        case .budget: "budget"
        case .awaitChange: "ring"
        case .copyID: "copy id"
        case .openInWeb: "web app"
        case .theme(let name): "theme \(name)"
        case .context(let name): "context \(name)"
        case .back: "back"
        case .zoom: "zoom"
        case .filter: "filter"
        case .palette: "go to"
        case .chooseSort: "sort"
        case .sort(let column): "sort \(column.title.lowercased())"
        case .mark: "mark"
        case .favourite: "favourite"
        case .refreshPane: "refresh"
        case .refreshEverything: "refresh all"
        case .help: "help"
        case .history: "history"
        case .repaint: "repaint"
        case .suspend: "suspend"
        case .quit: "quit"
        case .toggleReadOnly: "readonly"
        case .toggleMouse: "mouse"
        case .startBuild: "build"
        case .runJob: "run job"
        case .backUp: "back up"
        case .deploy: "deploy"
        case .add: "add"
        case .chooseAction: "more"
        case .openLog: "log"
        case .log(let command): command.title
        case .openJSON: "JSON"
        case .json(let command): command.title
        }
    }

    /// A sentence, for the help.
    public var summary: String {
        switch self {
        case .moveDown: "Select the next row"
        case .moveUp: "Select the row before"
        case .moveToTop: "Select the first row"
        case .moveToBottom: "Select the last row"
        case .halfPageDown: "Half a page down"
        case .halfPageUp: "Half a page up"
        case .pageDown: "A page down"
        case .pageUp: "A page up"
        case .nextPane: "Go to the next pane"
        case .previousPane: "Go to the pane before"
        case .focus(let pane): "Go to \(pane.title.lowercased())"
        case .walkBack: "Go back to where you were"
        case .walkForward: "Go forward again"
        case .open: "Open what is selected; from its page, go to where it stands"
        case .fold: "Fold or unfold a job or an addon"
        case .problems: "What is broken, across the account"
        case .timeline: "What has changed, newest first"
        case .budget: "What is left of the hour's requests, and who spends them for what"
        case .awaitChange: "Ring when what is selected ends or changes; again to stop"
        case .copyID: "Copy the id of what is selected to the clipboard"
        case .openInWeb: "Show where it is in the web app, and have the browser open it"
        case .theme(let name): "Draw in the theme \(name)"
        case .context(let name): "Leave this account for \(name)"
        case .back: "Close, unmark, clear the filter, or go back"
        case .zoom: "Give the whole screen to this pane, or take it back"
        case .filter: "Show only the rows that hold these words"
        case .palette: "Find any command, project, service, job or addon by name"
        case .chooseSort: "Choose what this pane is sorted by"
        case .sort(let column): "Sort this pane by \(column.title.lowercased()); again turns it round"
        case .mark: "Mark this row: actions apply to all marked ones"
        case .favourite: "Make this a favourite, or take that back: first in its pane, refreshed more often"
        case .refreshPane: "Ask the API for this pane now"
        case .refreshEverything: "Ask for everything, after showing what that costs"
        case .help: "Show these keys"
        case .history: "Show what was started from here, and what became of it"
        case .repaint: "Draw the screen anew"
        case .suspend: "Back to the shell; `fg` returns"
        case .quit: "Leave Northwatch"
        case .toggleReadOnly: "Switch all actions off, or on again"
        case .toggleMouse: "Leave the mouse to the terminal, or take it back"
        case .startBuild: "Start a build of the selected service"
        case .runJob: "Trigger a run of the selected job"
        case .backUp: "Save a backup of the selected addon"
        case .deploy: "Choose a build, the latest or an image for the selected service; or roll back"
        case .add: "Create what belongs into the pane: a project, a service, a job, an addon"
        case .chooseAction:
            "What else can be done: abort, restart, pause, resume, scale, restore, switch a schedule off"
        case .openLog: "Read the log of what is selected"
        case .log(let command): command.summary
        case .openJSON: "Show the JSON of what is selected, as the API gives it"
        case .json(let command): command.summary
        }
    }
}

extension Command {
    /// A page on which its keys come before all others; nil for what its keys mean everywhere else.
    public var layer: Layer? {
        switch self {
        case .log: .log
        case .json: .json
        default: nil
        }
    }

    /// Whether it only moves the selection within its pane.
    var isMove: Bool {
        switch self {
        case .moveDown, .moveUp, .moveToTop, .moveToBottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp: true
        default: false
        }
    }

    public enum Layer: Hashable, Sendable {
        case log, json
    }

    /// Those without a key, for the palette alone.
    static let unbound: [Command] = [.budget, .toggleReadOnly, .toggleMouse]
}

/// Whether a command can be used here and now.
public enum Availability: Hashable, Sendable {
    case enabled
    /// It makes no sense here; the footer leaves it out.
    case hidden
    /// It is refused, and this is what is said when its key is pressed.
    case disabled(String)
}
