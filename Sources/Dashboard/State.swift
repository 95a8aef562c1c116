public import Northflank
public import TerminalUI

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What stays the same for as long as the dashboard is open on an account.
public struct Session: Hashable, Sendable {
    /// The account's name in the configuration; nil where it has none.
    public var context: String?
    /// Names of all accounts that can be switched to.
    public var contexts: [String]
    /// Whose account: a team's id, or nil for the token's own account.
    public var team: String?
    /// Host of the API, as the header shows it.
    public var host: String
    /// No action is possible.
    public var readOnly: Bool
    /// The project to open on.
    public var project: Project.ID?
    /// Seeds the names of backups.
    public var seed: UInt64
    /// Whether what the user waits for rings.
    public var rings: Bool
    /// Themes that can be switched to by name.
    public var themes: [String]
    /// How far the user's clock is ahead of UTC, in seconds.
    public var secondsFromUTC: Int
    public var preferences: Preferences

    public init(
        context: String? = nil, contexts: [String] = [], host: String, team: String? = nil, readOnly: Bool = false,
        project: Project.ID? = nil, seed: UInt64 = 0,
        rings: Bool = true, themes: [String] = [], secondsFromUTC: Int = 0, preferences: Preferences = Preferences()
    ) {
        self.context = context
        self.contexts = contexts
        self.host = host
        self.team = team
        self.readOnly = readOnly
        self.project = project
        self.seed = seed
        self.rings = rings
        self.themes = themes
        self.secondsFromUTC = secondsFromUTC
        self.preferences = preferences
    }
}

/// How the dashboard is drawn on this terminal.
public struct Appearance: Hashable, Sendable {
    public var theme: Theme
    public var symbols: Symbols

    public init(theme: Theme, symbols: Symbols) {
        self.theme = theme
        self.symbols = symbols
    }
}

/// Everything the screen shows. One function changes it (`update`), one draws it (`view`).
public struct State: Sendable, Equatable {
    public var session: Session
    public var appearance: Appearance
    public var keymap: Keymap
    /// The time of the last message.
    public var now: Date
    public var size: Size

    public var account = Account()
    public var budget: Budget?
    /// What the gauge shows of it.
    var gauge: Budget?
    /// What this user's processes have spent lately; nil until it is read.
    var spending: [SpentRequests]?
    /// When it was last asked for while its page is open.
    var spendingAskedAt: Date?
    public var connection = Connection.connecting
    /// Other processes of this user that share the account, and one of which may ask for all.
    public var sharers = 0

    public var focus = Pane.projects
    public var zoomed = false
    public var lists: [Pane: ListState] = [:]
    var sources: [Pane: RowSource] = [:]
    /// Those of all projects, as long as neither the account nor their order has changed.
    var wideSources: [Pane: RowSource] = [:]
    /// How the panes are sorted that the user has sorted.
    public var sorts: [Pane: Sort] = [:]
    /// Rows that the next action in their pane applies to.
    public var marks: [Pane: Set<RowID>] = [:]
    /// What comes first, and is refreshed more often.
    public var favourites: Set<Favourite> = []
    /// How each project's services, jobs and addons are.
    var tallies: [Project.ID: Tally] = [:]
    /// Jobs and addons that show all of their runs and backups.
    public var unfolded: Set<RowID> = []
    /// Where `Esc` goes back to, the last step last.
    public var trail: [Place] = []
    /// Where `[` and `]` go.
    public var history = History()
    /// Whether the focused pane's filter is being typed.
    public var isFiltering = false
    var filterField = TextField(text: "")
    public var overlay: Overlay?
    /// What covers the panes.
    public var page: Page?
    public internal(set) var problems: Problems
    /// What is held of the log while its page is open.
    public internal(set) var log: Log?
    /// The JSON of a thing while its page is open.
    public internal(set) var document: Document?
    var problemList = SelectableList<Problem.ID>()
    public internal(set) var timeline = Timeline()
    /// Those of this batch of messages.
    var changesToKeep: [Change] = []
    var changeList = SelectableList<Timeline.Entry.ID>()
    /// What rings when it changes.
    var awaited: Set<RowID> = []

    public var actions: [TrackedAction] = []
    /// What the token's role was refused for since the user last asked.
    public internal(set) var denials: Set<Denial> = []
    /// The values of `Overrides`, of this start and earlier ones.
    var overrides: [ActionTarget: [String: String]] = [:]
    /// What was read of the platform's lists, and what kept others from being read.
    public internal(set) var catalogues: [Catalogue: Result<CatalogueContent, APIError>] = [:]
    public var toasts: [Toast] = []

    /// What was last asked to be kept fresh.
    var watched: [Feed: Attention] = [:]
    var containerRound = ContainerRound()
    /// When the selection last moved: what it moved to is asked for only once it rests.
    var selectionMovedAt: Date?
    var actionsStarted = 0
    /// What was last chosen in the palette, the newest first.
    var recentTargets: [PaletteTarget] = []
    /// Whether clicks and the wheel are ours.
    public var usesMouse: Bool
    var lastClick: Click?
    /// Whether leaving was asked for once while an action was being sent.
    var isQuitAsked = false
    /// The panes under whose rows the account has changed, and the feeds that have changed it.
    var stalePanes: Set<Pane> = []
    var changedFeeds: Set<Feed> = []
    /// Counts for each pane what may have changed more of it than the place in its list.
    var revisions: [Pane: Int] = [:]

    public init(session: Session, appearance: Appearance, now: Date, size: Size) {
        self.session = session
        self.appearance = appearance
        self.now = now
        self.size = size
        keymap = session.preferences.keymap
        usesMouse = session.preferences.usesMouse
        problems = Problems(
            oldestBackup: session.preferences.oldestBackup, ignoring: session.preferences.ignoredProblems)
        for pane in Pane.allCases { lists[pane] = ListState() }
        lists[.projects]?.select(session.project.map { .project($0) } ?? .allProjects, height: 1)
        if session.project != nil { focus = .services }
    }
}

/// What is known of the way to the API.
public enum Connection: Hashable, Sendable {
    case connecting
    case live
    /// Nothing got through since then.
    case lost(APIError, since: Date)
}

/// What lies over the panes and takes all keys.
public enum Overlay: Hashable, Sendable {
    case help(Help)
    case palette(Palette)
    case sort(SortMenu)
    /// What was started from here; nil while it is being read.
    case history([JournalEntry]?, scroll: Int)
    /// `R`: asks before everything is asked for.
    case refreshEverything(feeds: Set<Feed>, requests: Int)
    /// What can be done with a row, or with the marked ones.
    case menu(ActionMenu)
    /// An action that is being filled in.
    case draft(Draft)
    case confirmation(Confirmation)
    /// Where something is in the web app.
    case web(WebPage)
}

/// A line about what happened, shown for a while.
public struct Toast: Hashable, Sendable {
    public var health: Health
    public var text: String
    public var until: Date
}
