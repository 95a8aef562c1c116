public import Northflank

/// How it goes with everything that is kept fresh.
public struct RefreshStatus: Equatable, Sendable {
    public var feeds: [Feed: FeedStatus]
    public var budget: BudgetStatus
}

/// How it goes with one feed.
public struct FeedStatus: Equatable, Sendable {
    /// When it was last known to be true; nil if it was never answered.
    public var lastAnswered: ContinuousClock.Instant?
    /// It is being asked now.
    public var isInFlight: Bool
    /// The trouble since its last answer, if any.
    public var failure: Failure?

    public struct Failure: Equatable, Sendable {
        /// What went wrong the last time.
        public var error: APIError
        /// When it first went wrong.
        public var since: ContinuousClock.Instant
        /// Failures in a row.
        public var count: Int
        /// When it is tried again at the earliest; nil if that takes a decision of the user.
        public var retryAt: ContinuousClock.Instant?
    }
}

/// What is left of the account's requests, as last heard.
public struct BudgetStatus: Hashable, Sendable {
    /// Requests a window; nil before the first answer.
    public var limit: Int?
    /// Requests left in this window; nil before the first answer. A window that has ended counts as whole.
    public var remaining: Int?
    /// Requests kept for the user's own actions.
    public var reserve: Int
    /// When the window ends; nil while none is known to run.
    public var resetsAt: ContinuousClock.Instant?
    /// Requests a second that others spend.
    public var others: Double
    /// Why nothing is refreshed now, if so.
    public var pause: Pause?

    public init(
        limit: Int? = nil,
        remaining: Int? = nil,
        reserve: Int = 0,
        resetsAt: ContinuousClock.Instant? = nil,
        others: Double = 0,
        pause: Pause? = nil
    ) {
        (self.limit, self.remaining, self.reserve) = (limit, remaining, reserve)
        (self.resetsAt, self.others, self.pause) = (resetsAt, others, pause)
    }

    /// Time until the window ends, never negative.
    public func resetsIn(at now: ContinuousClock.Instant) -> Duration? {
        resetsAt.map { max(.zero, now.duration(to: $0)) }
    }

    /// Refreshing stands still.
    public struct Pause: Hashable, Sendable {
        public var reason: Reason
        /// When it goes on by itself; nil where the user must do something first.
        public var until: ContinuousClock.Instant?

        public init(reason: Reason, until: ContinuousClock.Instant?) { (self.reason, self.until) = (reason, until) }
    }

    public enum Reason: Hashable, Sendable {
        /// Only the reserve is left.
        case reserve
        /// The API said 429.
        case refused
        /// There is no way to the API; one feed at a time is tried until one gets through.
        case unreachable(APIError)
        /// The token is wrong: nothing is asked until the user asks again.
        case unauthorized(APIError)
    }
}
