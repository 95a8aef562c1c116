public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is known of one feed beside its content: how old it is, and what went wrong.
public struct FeedState: Hashable, Sendable {
    public typealias Failure = RememberedFeed.Failure

    /// Where the content came from.
    public enum Source: Hashable, Sendable {
        /// Asked by this process.
        case live
        /// Kept from an earlier start, and not confirmed since.
        case remembered
        /// Asked by another process of this user, for all of them.
        case shared
    }

    public var source = Source.live
    public var receivedAt: Date?
    public var failure: Failure?
    /// What was odd or left out in the last answer.
    public var notices: [String] = []
    /// Requests the last answer took.
    public var requests = 1

    public init() {}

    /// Whether there is content that may no longer be true: remembered, or not confirmed when it was last asked.
    var isOld: Bool { receivedAt != nil && (failure != nil || source == .remembered) }
}
