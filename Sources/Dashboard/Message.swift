public import Northflank
public import TerminalUI

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Everything that can happen to the dashboard.
public enum Message: Sendable, Equatable {
    case input(InputEvent)
    case resized(Size)
    /// Time went on; `State.nextRedraw` says when the next is wanted.
    case tick

    case feedStarted(Feed)
    case feedLoaded(Feed, FeedAnswer)
    /// `retryIn` is nil when it won't be asked again by itself.
    case feedFailed(Feed, APIError, retryIn: Duration?)
    /// What is known from an earlier start. It comes first of all.
    case recalled([RememberedFeed])
    /// What the user has made favourites earlier. It comes before the first frame.
    case favouritesRecalled(Set<Favourite>)
    /// What earlier starts have seen change.
    case timelineRecalled([Change])
    /// What was said of builds and runs beside their settings at earlier starts.
    case overridesRecalled([Overrides])
    /// What another process of this user has asked.
    case shared([RememberedFeed])
    case budget(Budget)
    /// What this user's processes have spent of the account's requests lately.
    case spendingLoaded([SpentRequests])

    /// How many other processes of this user have the account open too.
    case sharing(with: Int)

    /// What became of an action that an ended process has left, whose and when.
    case leftoverSettled(Action, by: String, at: Date, ActionOutcome)
    /// The POST of an action ended, one way or another.
    case actionEnded(ActionID, ActionOutcome)
    /// Its answer was lost; the list is being asked whether it arrived.
    case actionInDoubt(ActionID, APIError)
    /// The journal's latest entries, newest first; nil where there is no journal.
    case historyLoaded([JournalEntry]?)
    case branchesLoaded(ServiceReference, Result<[Branch], APIError>)
    /// The body of the open form, as the user's editor left it; nil where it left nothing.
    case edited(JSONValue?)
    case catalogueLoaded(Catalogue, Result<CatalogueContent, APIError>)
    case logsLoaded(LogRequest, Result<LogAnswer, APIError>)
    case documentLoaded(RowID, Result<JSONText, APIError>)
    /// What was to be saved has been written to this file.
    case saved(String, lines: Int)

    /// What was asked to be copied has gone to the terminal's clipboard, or the terminal has none that can be reached.
    case copied(String, Bool)
    /// A browser was to open this address.
    case browsed(String, BrowserOutcome)
    /// Draw with this from now on.
    case theme(Theme)
    /// Something outside the API to tell the user, such as a notice of the runtime.
    case notice(String)
}

/// What the dashboard asks of the world. The runtime performs it and answers with messages.
public enum Effect: Sendable, Equatable {
    /// Keep these feeds fresh, and no others.
    case watch([Feed: Attention])
    /// Ask these now, within the budget.
    case refresh(Set<Feed>)
    /// Send the action's POST, once. `known` are the ids in its list before; nil where the list was never read.
    case perform(ActionID, Action, known: Set<String>?)
    case loadBranches(ServiceReference)
    case loadCatalogue(Catalogue)
    /// Open a text in the user's editor, which takes the terminal meanwhile.
    case edit(String)
    case loadLogs(LogRequest)
    /// Write these lines to a file of the user's, named after this.
    case saveLog(String, [LogEntry])
    /// Ask for what a row is about, as the API tells it.
    case loadDocument(RowID)
    /// Write this JSON to a file of the user's, named after this.
    case saveDocument(String, String)
    /// Call the user back to the terminal: what was waited for is there.
    case ring(String)
    /// Put a text on the user's clipboard.
    case copy(String)
    /// Have the user's browser open this address.
    case browse(String)
    /// Load the theme of this name, or in this file.
    case theme(String)
    /// End all that goes on with this account, and begin anew with the one of this name in the configuration.
    case context(String)
    /// These are the favourites now.
    case keepFavourites(Set<Favourite>)
    /// This is what the next build or run of the same thing is offered.
    case keepOverrides(Overrides)
    /// These have changed, or were done by the user.
    case keepChanges([Change])
    /// Read what was spent on what.
    case loadSpending
    /// Read the journal of this account's actions.
    case loadHistory
    /// Give the terminal to the shell until the user is back (`Ctrl-z`).
    case suspend
    /// Draw everything anew, whatever the terminal shows.
    case repaint
    case quit
}

/// Names one action of this session.
public struct ActionID: Hashable, Sendable, Comparable {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Message {
    /// Whether the user did it.
    var isInput: Bool { if case .input = self { true } else { false } }
}
