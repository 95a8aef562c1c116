public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An action whose POST is about to leave, or was when its process ended.
public struct Intent: Hashable, Sendable {
    public let id: Int64
    public let action: Action
    /// "build of api (main)"
    public let title: String
    /// "ana@jump-host pid 4711"
    public let by: String
    public let intendedAt: Date
    /// Ids that its list held before; nil where that isn't known.
    public let known: Set<String>?
    /// The server's time just before the POST, where its clock is known.
    public let serverTime: Date?
}

/// One line of the journal.
public struct JournalEntry: Hashable, Sendable, Encodable {
    /// What became of it.
    public enum Outcome: String, Hashable, Sendable, Encodable {
        /// The API answered that it took it.
        case accepted
        /// The answer was lost; the list showed that it had arrived.
        case found
        /// Nothing happened: the API said no, or nothing was sent.
        case refused
        /// The answer was lost; the list showed that it had not arrived.
        case notFound
        /// Nobody can tell.
        case unknown
    }

    public let id: Int64
    /// Of the API.
    public let address: String
    public let team: String?
    public let title: String
    public let by: String
    public let intendedAt: Date
    /// Nil while it is on its way, or when its process ended before it knew.
    public let outcome: Outcome?
    /// Id of the build, run or backup.
    public let item: String?
    /// The error, or the reason why nobody knows.
    public let detail: String?
    public let endedAt: Date?
}

extension ActionOutcome {
    /// As the journal keeps it.
    var recorded: (outcome: JournalEntry.Outcome, item: String?, detail: String?) {
        switch self {
        case .accepted(let id): (.accepted, id, nil)
        case .found(let id, let error): (.found, id, "\(error)")
        case .refused(let error): (.refused, nil, "\(error)")
        case .notFound(let error): (.notFound, nil, "\(error)")
        case .unknown(let error, let reason): (.unknown, nil, "\(error); \(reason)")
        }
    }
}
