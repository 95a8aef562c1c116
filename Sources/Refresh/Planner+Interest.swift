import Northflank

/// What is wanted, and the queues it waits in.
extension Planner {
    /// What is remembered of feeds nobody wants is forgotten after this time.
    private static let memory: Duration = .seconds(1_800)

    mutating func replaceInterest(
        _ interest: [Feed: Attention],
        at now: ContinuousClock.Instant
    ) -> [PlannerAction] {
        var (changed, kept): ([Feed], Int) = ([], 0)
        for (feed, attention) in interest {
            let before = self.interest[feed]
            if before != nil { kept += 1 }
            if before != attention { changed.append(feed) }
        }
        // Mostly nothing goes.
        let gone = kept == self.interest.count ? [] : self.interest.keys.filter { interest[$0] == nil }
        self.interest = interest
        let cancellations = gone.sorted { $0.precedes($1) }.flatMap { drop($0) }
        for feed in changed.sorted(by: { $0.precedes($1) }) {
            if let attention = interest[feed] { want(feed, attention, at: now) }
        }
        if entries.count > 2 * interest.count + 64 { forget(before: now.advanced(by: .zero - Self.memory)) }
        return cancellations
    }

    private mutating func want(_ feed: Feed, _ attention: Attention, at now: ContinuousClock.Instant) {
        var entry = entries[feed] ?? Entry(attention: nil, sequence: nextNumber(), wantedSince: now)
        let previous = entry.attention
        leaveLane(feed, entry)
        (entry.attention, entry.isErrand) = (attention, false)
        if attention != .background, previous.map({ attention < $0 }) ?? true { entry.isEager = true }
        if previous == nil {
            wanted += 1
            entry.wantedSince = now
        }
        entries[feed] = entry
        joinLane(feed)
        if entry.asking == nil { enqueue(feed) }
    }

    /// Ends the interest.
    private mutating func drop(_ feed: Feed) -> [PlannerAction] {
        let cancellation = entries[feed]?.asking.map { abandon($0) } ?? []
        letGo(feed)
        return cancellation
    }

    /// Forgets the interest in a feed that isn't under way.
    mutating func letGo(_ feed: Feed) {
        guard var entry = entries[feed] else { return }
        leaveLane(feed, entry)
        wanted -= 1
        (entry.attention, entry.isErrand, entry.isRequested) = (nil, false, false)
        entry.ticket = nextNumber()
        entries[feed] = entry.answered == nil && entry.failure == nil ? nil : entry
    }

    private mutating func forget(before time: ContinuousClock.Instant) {
        entries = entries.filter { _, entry in
            entry.attention != nil || max(entry.answered ?? time, entry.failure?.since ?? time) > time
        }
    }

    /// Takes an asking back. Its request has most likely left.
    mutating func abandon(_ asking: Asking) -> [PlannerAction] {
        guard let flight = flights.removeValue(forKey: asking) else { return [] }
        budget.abandon(flight.cost)
        connection.abandon(asking)
        entries[flight.feed]?.asking = nil
        return [.cancel(flight.feed, asking)]
    }

    mutating func request(_ feeds: Set<Feed>) {
        let found = feeds.compactMap { feed in entries[feed].map { (feed, $0) } }
        let askable = found.filter { $1.attention != nil && $1.asking == nil && !$1.isRequested }
        let ordered = askable.sorted { left, right in
            let (first, second) = (left.1.attention ?? .background, right.1.attention ?? .background)
            if first != second { return first < second }
            return place(of: left.0, left.1) < place(of: right.0, right.1)
        }
        for (feed, _) in ordered {
            entries[feed]?.isRequested = true
            requested.append(feed)
        }
    }

    // MARK: Queues

    /// Lets a feed wait for its turn, or rest if it must.
    mutating func enqueue(_ feed: Feed) {
        guard var entry = entries[feed], entry.attention != nil else { return }
        entry.ticket = nextNumber()
        entries[feed] = entry
        if let until = entry.restsUntil ?? (entry.isQuiet ? entry.quietUntil : nil) {
            resting.insert(Rest(until: until, feed: feed, ticket: entry.ticket))
        } else if let key = laneKey(feed, entry) {
            lanes[key, default: Lane()].enqueue(place(of: feed, entry))
        }
    }

    mutating func wakeRested(at now: ContinuousClock.Instant) {
        while let rest = resting.first {
            let isValid = entries[rest.feed]?.ticket == rest.ticket
            guard !isValid || rest.until <= now else { return }
            resting.removeFirst()
            guard isValid else { continue }
            change(rest.feed) { entry in
                if entry.restsUntil != nil {
                    entry.restsUntil = nil
                } else {
                    (entry.isEager, entry.isOutdated) = (true, true)
                }
            }
        }
    }

    /// Ends the rests of those that pass. O(feeds)
    mutating func endRests(of passes: (Entry) -> Bool) {
        let rested = entries.compactMap { feed, entry in
            entry.restsUntil != nil && passes(entry) ? feed : nil
        }
        for feed in rested.sorted(by: { $0.precedes($1) }) {
            entries[feed]?.restsUntil = nil
            if entries[feed]?.asking == nil { enqueue(feed) }
        }
    }

    func laneKey(_ feed: Feed, _ entry: Entry) -> Lane.Key? {
        entry.attention.map {
            Lane.Key(
                kind: feed.kind, attention: $0, cost: entry.cost, isOccasional: entry.isErrand || entry.isQuiet)
        }
    }

    mutating func joinLane(_ feed: Feed) {
        guard let key = entries[feed].flatMap({ laneKey(feed, $0) }) else { return }
        lanes[key, default: Lane()].members += 1
        solvedRate = nil
    }

    mutating func leaveLane(_ feed: Feed, _ entry: Entry) {
        guard let key = laneKey(feed, entry), let lane = lanes[key] else { return }
        if lane.members <= 1 { lanes[key] = nil } else { lanes[key]?.members -= 1 }
        solvedRate = nil
    }

    private func place(of feed: Feed, _ entry: Entry) -> Lane.Place {
        let answered = entry.isOutdated ? nil : entry.answered
        return Lane.Place(answered: answered, sequence: entry.sequence, feed: feed, ticket: entry.ticket)
    }
}
