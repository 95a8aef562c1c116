public import Northflank

/// One asking of a feed, told apart from all earlier and later ones.
public struct Asking: Hashable, Sendable {
    let number: Int
}

/// What is to be done now.
public enum PlannerAction: Hashable, Sendable {
    /// Ask the feed, and tell `answered` or `failed` with the same asking.
    case ask(Feed, Asking)
    /// Give the asking up: nobody wants its answer, or the requests it may still take are not there.
    case cancel(Feed, Asking)
}

/// Decides when to ask for what. It is a value with no clock, no threads and no I/O: events go in with their time,
/// actions come out, and `nextWake` says when to call `tick` if nothing happens before.
///
/// Each feed of the interest waits in the lane of its like. Whenever the budget (see `Budget`) pays for a request, it
/// goes to the feed whose age is the most of its interval (see `Intervals`). What comes into view goes first. Feeds that
/// failed rest first. What is under way is never asked twice.
public struct Planner: Sendable {
    public struct Configuration: Hashable, Sendable {
        /// Askings under way at once.
        public var maximumUnderWay = 8
        public var limits: [RefreshLimits.List: RefreshLimits] = [:]

        public init() {}

        func pace(of lane: Lane.Key) -> Pace {
            let pace = lane.kind.pace(lane.attention)
            return lane.kind.list.flatMap { limits[$0] }?.applied(to: pace) ?? pace
        }
    }

    /// When to call `tick`; nil where only another event can change anything.
    public internal(set) var nextWake: ContinuousClock.Instant?

    let configuration: Configuration
    var generator: SplitMix
    var budget = Budget()
    var connection = Connection.untried
    /// The token is wrong.
    var unauthorized: APIError?
    /// What was last wanted.
    var interest: [Feed: Attention] = [:]
    var entries: [Feed: Entry] = [:]
    var lanes: [Lane.Key: Lane] = [:]
    var requested: [Feed] = []
    var resting = Heap<Rest>()
    var flights: [Asking: Flight] = [:]
    /// Headers since the last asking that left less than the reserve.
    var reportsInReserve = 0
    /// Since nothing was under way the last time, some requests were under way together: their headers may come in
    /// another order than that in which they were counted.
    var isCrowded = false
    /// The rate for which the lanes' intervals were solved; nil when their feeds have changed since.
    var solvedRate: Double?
    /// Feeds of interest.
    var wanted = 0
    private var counter = 0

    /// The generator is for jitter only.
    public init(configuration: Configuration = Configuration(), generator: SplitMix = SplitMix(seed: 0)) {
        (self.configuration, self.generator) = (configuration, generator)
    }

    /// What is known of one feed. It outlives the interest for a while, so that a feed that comes back is not asked
    /// before it is due.
    struct Entry: Equatable, Sendable {
        /// nil without interest.
        var attention: Attention?
        /// Order among equals.
        var sequence: Int
        /// Requests the last answer took; nil before the first.
        var pages: Int?
        var answered: ContinuousClock.Instant?
        /// Since when there is interest in it.
        var wantedSince: ContinuousClock.Instant
        /// It came into view and was not answered since.
        var isEager = true
        var isRequested = false
        var asking: Asking?
        var restsUntil: ContinuousClock.Instant?
        var failure: FeedStatus.Failure?
        /// Asked once, because another list told that it has changed, and then let go.
        var isErrand = false
        /// Another list told that the last answer is no longer true.
        var isOutdated = false
        /// Nothing is expected to change before: heeded in the background.
        var quietUntil: ContinuousClock.Instant?
        /// Marks its one valid place in a queue.
        var ticket = 0

        var cost: Int { pages ?? 1 }

        var isQuiet: Bool { attention == .background && !isOutdated && quietUntil != nil }
    }

    struct Flight: Equatable, Sendable {
        var feed: Feed
        var cost: Int
        var purpose: Purpose
    }

    /// Numbers for sequences, tickets and askings.
    mutating func nextNumber() -> Int {
        counter += 1
        return counter
    }
}

// MARK: - Events

extension Planner {
    /// What is to be kept fresh, instead of what was wanted before. Askings of what is no longer wanted are cancelled.
    ///
    /// What comes into view and was never answered is asked at once. A feed that comes back after a while keeps its
    /// age: it is asked when it is due, so keep its last answer. O(feeds).
    public mutating func setInterest(
        _ interest: [Feed: Attention],
        at now: ContinuousClock.Instant
    ) -> [PlannerAction] {
        let cancellations = replaceInterest(interest, at: now)
        return cancellations + advance(to: now)
    }

    /// The user asked for these: they go before all others, whatever their intervals and failures, as soon as the
    /// requests are there. Feeds without interest are ignored, and those under way are on their way already. An outage
    /// is probed at once, and a token that was refused is tried again.
    public mutating func refreshNow(_ feeds: Set<Feed>, at now: ContinuousClock.Instant) -> [PlannerAction] {
        request(feeds)
        unauthorized = nil
        connection.hurry(at: now)
        return advance(to: now)
    }

    /// The asking was answered with so many requests, and its answer tells something of other feeds or its own future.
    /// Ignored when nobody waits for it: see `expects`.
    public mutating func answered(
        _ asking: Asking,
        requests: Int,
        hints: [Hint] = [],
        at now: ContinuousClock.Instant
    ) -> [PlannerAction] {
        land(asking, requests: requests, at: now)
        take(hints, at: now)
        return advance(to: now)
    }

    /// The asking failed after so many requests. Ignored when nobody waits for it: see `expects`.
    public mutating func failed(
        _ asking: Asking,
        _ error: APIError,
        requests: Int,
        at now: ContinuousClock.Instant
    ) -> [PlannerAction] {
        let isAwaited = expects(asking)
        crash(asking, error, requests: requests, at: now)
        // Others that are under way must not go on to their next pages.
        let cancellations = if case .rateLimited = error, isAwaited { takeBackPagers() } else { [PlannerAction]() }
        return cancellations + advance(to: now)
    }

    /// The headers of any answer, those of the user's own actions included. Tell it before `answered` or `failed`.
    public mutating func rateLimit(_ heard: RateLimit, at now: ContinuousClock.Instant) -> [PlannerAction] {
        budget.report(heard, isAlone: !isCrowded, at: now)
        let cancellations = protectReserve(at: now)
        return cancellations + advance(to: now)
    }

    /// The user's own actions send so many requests.
    public mutating func ownRequests(_ count: Int, at now: ContinuousClock.Instant) -> [PlannerAction] {
        budget.spend(count)
        isCrowded = true
        return advance(to: now)
    }

    /// Time has passed.
    public mutating func tick(at now: ContinuousClock.Instant) -> [PlannerAction] { advance(to: now) }
}
