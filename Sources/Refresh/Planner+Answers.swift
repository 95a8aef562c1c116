import Northflank

/// What comes back.
extension Planner {
    /// Whether the answer of this asking is still wanted. A late answer to a question no longer asked is not.
    public func expects(_ asking: Asking) -> Bool { flights[asking] != nil }

    mutating func land(_ asking: Asking, requests: Int, at now: ContinuousClock.Instant) {
        guard let flight = flights.removeValue(forKey: asking), let entry = entries[flight.feed] else { return }
        budget.end(flight.cost, actual: requests, for: flight.purpose, at: now)
        reportsInReserve = max(0, reportsInReserve - requests)
        hear()
        change(flight.feed) { entry in
            (entry.asking, entry.failure, entry.quietUntil) = (nil, nil, nil)
            (entry.isEager, entry.isOutdated) = (false, false)
            entry.pages = max(1, requests)
            entry.answered = now
        }
        if entry.isErrand { letGo(flight.feed) }
    }

    mutating func crash(_ asking: Asking, _ error: APIError, requests: Int, at now: ContinuousClock.Instant) {
        guard let flight = flights.removeValue(forKey: asking) else { return }
        budget.end(flight.cost, actual: requests, for: flight.purpose, at: now)
        reportsInReserve = max(0, reportsInReserve - requests)
        entries[flight.feed]?.asking = nil
        react(to: error, of: asking, flight.feed, requests: requests, at: now)
        if entries[flight.feed]?.isErrand ?? false { letGo(flight.feed) } else { enqueue(flight.feed) }
    }

    private mutating func react(
        to error: APIError,
        of asking: Asking,
        _ feed: Feed,
        requests: Int,
        at now: ContinuousClock.Instant
    ) {
        switch error {
        case .cancelled:
            // Given up on the other side. It is asked again at the pace of the stream, not of the burst.
            entries[feed]?.isEager = false
        case .unauthorized:
            hear()
            unauthorized = error
            note(error, on: feed, retryAt: nil, at: now)
        case .rateLimited(_, let wait):
            connectionHeard()
            budget.refuse(retryAfter: wait, at: now, using: &generator)
            note(error, on: feed, retryAt: budget.refusedUntil, at: now)
        case .forbidden:
            // Only somebody who changes the role changes that, and they will ask.
            hear()
            entries[feed]?.isEager = false
            entries[feed]?.restsUntil = now.advanced(by: Self.untilAsked)
            note(error, on: feed, retryAt: nil, at: now)
        case .notFound, .conflict, .invalid:
            hear()
            entries[feed]?.isEager = false
            rest(feed, error, .lasting, at: now)
        case .server, .unexpected:
            hear()
            rest(feed, error, .passing, at: now)
        case .unreachable:
            // No headers will ever tell of these.
            budget.spend(requests)
            connection.lost(asking, error, at: now, using: &generator)
            if let outage = connection.outage {
                note(error, on: feed, retryAt: outage.probeAt, at: now)
            } else {
                rest(feed, error, .passing, at: now)
            }
        }
    }

    /// Longer than any session.
    private static let untilAsked = Duration.seconds(10 * 365 * 86_400)

    /// Backs one feed off.
    private mutating func rest(_ feed: Feed, _ error: APIError, _ backoff: Backoff, at now: ContinuousClock.Instant) {
        let failures = (entries[feed]?.failure?.count ?? 0) + 1
        let until = now.advanced(by: backoff.delay(failures: failures, using: &generator))
        entries[feed]?.restsUntil = until
        note(error, on: feed, retryAt: until, at: now)
    }

    private mutating func note(
        _ error: APIError,
        on feed: Feed,
        retryAt: ContinuousClock.Instant?,
        at now: ContinuousClock.Instant
    ) {
        let earlier = entries[feed]?.failure
        entries[feed]?.failure = FeedStatus.Failure(
            error: error,
            since: earlier?.since ?? now,
            count: (earlier?.count ?? 0) + 1,
            retryAt: retryAt
        )
    }

    private mutating func hear() {
        budget.wasServed()
        connectionHeard()
    }

    /// The API answers again: what rests because it could not be reached need not.
    private mutating func connectionHeard() {
        guard connection.heard() else { return }
        endRests { entry in
            if case .unreachable = entry.failure?.error { true } else { false }
        }
    }

    /// Lists longer than expected, or others, have taken from the reserve: takes back the askings that may go on to
    /// send requests for more pages. Each that is under way brings headers once and then its answer, paid for already;
    /// more headers than that come from further pages.
    mutating func protectReserve(at now: ContinuousClock.Instant) -> [PlannerAction] {
        guard let window = budget.window, window.remaining < budget.reserve else { return [] }
        reportsInReserve += 1
        guard reportsInReserve > flights.count else { return [] }
        return takeBackPagers()
    }

    /// Takes back the askings that may go on to send requests for more pages.
    mutating func takeBackPagers() -> [PlannerAction] {
        let risky = flights.filter { _, flight in entries[flight.feed]?.pages != 1 }
        return risky.keys.sorted { $0.number < $1.number }.flatMap { asking in
            let feed = flights[asking]?.feed
            let cancellation = abandon(asking)
            if let feed { enqueue(feed) }
            return cancellation
        }
    }
}
