public import Northflank

/// What the screen tells of it.
extension Planner {
    /// O(feeds)
    public func status(at now: ContinuousClock.Instant) -> RefreshStatus {
        let wanted = entries.filter { $0.value.attention != nil }
        return RefreshStatus(feeds: wanted.mapValues(Self.status(of:)), budget: budgetStatus(at: now))
    }

    /// nil without interest in the feed.
    public func status(of feed: Feed) -> FeedStatus? {
        entries[feed].flatMap { $0.attention == nil ? nil : Self.status(of: $0) }
    }

    private static func status(of entry: Entry) -> FeedStatus {
        FeedStatus(lastAnswered: entry.answered, isInFlight: entry.asking != nil, failure: entry.failure)
    }

    /// How much the feed matters; nil without interest in it.
    func attention(of feed: Feed) -> Attention? { entries[feed]?.attention }

    /// What is left, and why refreshing stands still, if it does.
    public func budgetStatus(at now: ContinuousClock.Instant) -> BudgetStatus {
        var status = budget.status(at: now)
        if let unauthorized {
            status.pause = .init(reason: .unauthorized(unauthorized), until: nil)
        } else if let outage = connection.outage {
            status.pause = .init(reason: .unreachable(outage.error), until: outage.probeAt)
        }
        return status
    }

    /// How long the feed rests between two askings as things are; nil without interest in it.
    public func interval(of feed: Feed) -> Duration? {
        entries[feed].flatMap { laneKey(feed, $0) }.flatMap { $0.isOccasional ? nil : lanes[$0]?.interval }
    }

    /// Requests that asking all of it once takes, as far as their pages are known.
    public func costOfRefreshingAll(_ interest: [Feed: Attention]) -> Int {
        interest.keys.reduce(0) { $0 + (entries[$1]?.cost ?? 1) }
    }
}
