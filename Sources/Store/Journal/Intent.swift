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
