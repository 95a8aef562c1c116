#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a feed last told, and what went wrong since.
public struct RememberedFeed: Hashable, Sendable {
    public struct Failure: Hashable, Sendable {
        public var error: APIError
        public var at: Date
        /// When it is asked again; nil when not by itself.
        public var retryAt: Date?

        public init(error: APIError, at: Date, retryAt: Date? = nil) {
            self.error = error
            self.at = at
            self.retryAt = retryAt
        }
    }

    public var feed: Feed
    /// Nil where it never answered.
    public var answer: FeedAnswer?
    public var receivedAt: Date?
    /// Since the last answer.
    public var failure: Failure?

    public init(_ feed: Feed, answer: FeedAnswer? = nil, receivedAt: Date? = nil, failure: Failure? = nil) {
        self.feed = feed
        self.answer = answer
        self.receivedAt = receivedAt
        self.failure = failure
    }
}
