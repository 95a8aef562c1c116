public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An action of this session, from the key to its end.
public struct TrackedAction: Hashable, Sendable {
    public enum Phase: Hashable, Sendable {
        /// Others of its batch are sent before it.
        case waiting
        /// The request is on its way.
        case sending
        /// Its answer was lost; the API is asked whether it arrived.
        case inDoubt(APIError)
        /// The API took it. Its states are read from its feed. The id is of what it began, where that has one.
        case accepted(id: String?, status: String?)
    }

    public var id: ActionID
    public var action: Action
    /// What it does to what, as it was confirmed: "build of api (main)".
    public var title: String
    public var startedAt: Date
    public var phase = Phase.sending
    /// Those that one yes began: they are sent one after the other.
    var batch = 0

    public init(id: ActionID, action: Action, title: String, startedAt: Date) {
        self.id = id
        self.action = action
        self.title = title
        self.startedAt = startedAt
    }
}
