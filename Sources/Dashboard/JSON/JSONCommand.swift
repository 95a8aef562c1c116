/// What keys mean in the JSON of a thing alone.
public enum JSONCommand: Hashable, Sendable {
    case search, nextMatch, previousMatch
    case right, left
    case copy, save, secrets

    var title: String {
        switch self {
        case .search: "search"
        case .nextMatch: "next match"
        case .previousMatch: "match before"
        case .right: "right"
        case .left: "left"
        case .copy: "copy"
        case .save: "save"
        case .secrets: "secrets"
        }
    }

    /// Its name in the configuration, behind `json-`.
    var name: String {
        switch self {
        case .search: "search"
        case .nextMatch: "next-match"
        case .previousMatch: "previous-match"
        case .right: "right"
        case .left: "left"
        case .copy: "copy"
        case .save: "save"
        case .secrets: "secrets"
        }
    }

    var summary: String {
        switch self {
        case .search: "Search names and values for a text"
        case .nextMatch: "Go to the next line that holds what is searched for"
        case .previousMatch: "Go to the one before"
        case .right: "Scroll to the right"
        case .left: "Scroll to the left"
        case .copy: "Copy what is selected, and all that is in it, to the clipboard"
        case .save: "Save all of it to a file"
        case .secrets: "Show values that may be secret, or hide them"
        }
    }
}
