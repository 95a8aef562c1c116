import Northflank
import TerminalUI

/// What `X` offers of a row, beside what has a key of its own.
enum RowAction: CaseIterable, Hashable, Sendable {
    case abort, restart, resume, pause, scale, unsuspend, suspend, restore

    /// Picks it in the menu. Those that can stand in one menu differ.
    var key: Key {
        switch self {
        case .abort: Key("a")
        case .restart, .restore: Key("r")
        case .pause: Key("p")
        case .resume, .unsuspend: Key("u")
        case .scale, .suspend: Key("s")
        }
    }

    var title: String {
        switch self {
        case .abort: "Abort"
        case .restart: "Restart"
        case .resume: "Resume"
        case .pause: "Pause"
        case .scale: "Scale"
        case .unsuspend: "Switch its schedule on"
        case .suspend: "Switch its schedule off"
        case .restore: "Restore"
        }
    }
}

/// What a row has of an action.
enum RowOffer: Hashable, Sendable {
    case action(Action)
    /// What it is to be is still to say.
    case draft(Draft.Subject)
    /// Not now, and why.
    case disabled(String)
}
