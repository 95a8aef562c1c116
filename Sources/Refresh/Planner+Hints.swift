import Northflank

/// What answers tell of other feeds.
extension Planner {
    mutating func take(_ hints: [Hint], at now: ContinuousClock.Instant) {
        for hint in hints {
            switch hint {
            case .changed(let feed):
                guard entries[feed]?.attention != nil else {
                    sendErrand(feed, at: now)
                    continue
                }
                change(feed) { entry in
                    entry.isEager = true
                    entry.isOutdated = true
                }
            case .quiet(let feed, let duration):
                guard entries[feed]?.attention != nil else { continue }
                change(feed) { $0.quietUntil = now.advanced(by: duration) }
            }
        }
    }

    /// Asks a feed once in which nobody has an interest, if there is something to spare.
    private mutating func sendErrand(_ feed: Feed, at now: ContinuousClock.Instant) {
        var entry = entries[feed] ?? Entry(attention: nil, sequence: nextNumber(), wantedSince: now)
        (entry.attention, entry.isErrand, entry.isOutdated, entry.wantedSince) = (.background, true, true, now)
        entries[feed] = entry
        wanted += 1
        joinLane(feed)
        enqueue(feed)
    }

    /// Changes what is known of a feed, and so perhaps the queue in which it waits.
    mutating func change(_ feed: Feed, _ body: (inout Entry) -> Void) {
        guard let before = entries[feed] else { return }
        var after = before
        body(&after)
        entries[feed] = after
        if laneKey(feed, before) != laneKey(feed, after) {
            leaveLane(feed, before)
            joinLane(feed)
        }
        if after.asking == nil { enqueue(feed) }
    }
}
