/// What keys mean in a log alone.
public enum LogCommand: Hashable, Sendable {
    case filter, moreContext, lessContext
    case search, nextMatch, previousMatch
    case right, left
    case wrap, timestamps, pause, save

    var title: String {
        switch self {
        case .filter: "keep lines"
        case .moreContext: "more around"
        case .lessContext: "less around"
        case .search: "search"
        case .nextMatch: "next match"
        case .previousMatch: "match before"
        case .right: "right"
        case .left: "left"
        case .wrap: "wrap"
        case .timestamps: "times"
        case .pause: "pause"
        case .save: "save"
        }
    }

    /// Its name in the configuration, behind `log-`.
    var name: String {
        switch self {
        case .filter: "filter"
        case .moreContext: "more-context"
        case .lessContext: "less-context"
        case .search: "search"
        case .nextMatch: "next-match"
        case .previousMatch: "previous-match"
        case .right: "right"
        case .left: "left"
        case .wrap: "wrap"
        case .timestamps: "timestamps"
        case .pause: "pause"
        case .save: "save"
        }
    }

    var summary: String {
        switch self {
        case .filter: "Keep only the lines that hold a text, or match a `/regular expression/`"
        case .moreContext: "Keep one line more around each line that matches the filter"
        case .lessContext: "Keep one line less around each"
        case .search: "Search for a text"
        case .nextMatch: "Go to the next line that holds what is searched for"
        case .previousMatch: "Go to the one before"
        case .right: "Scroll to the right"
        case .left: "Scroll to the left"
        case .wrap: "Wrap long lines, or cut them"
        case .timestamps: "Show or hide times"
        case .pause: "Stop following the log, or go on"
        case .save: "Save the lines that are shown to a file"
        }
    }
}
