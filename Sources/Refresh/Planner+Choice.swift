import Northflank

/// Who is next.
extension Planner {
    /// A feed that could be asked, when it may be, and on what account.
    private struct Candidate {
        var feed: Feed
        var purpose: Purpose
        /// nil where an answer must come first.
        var readyAt: ContinuousClock.Instant?
        var rank: Rank
    }

    /// Whose turn it is among those that are ready: what the user asked for, then what is due before what is early,
    /// then by attention, then what was due first.
    private struct Rank: Comparable {
        var group: Int
        var attention: Attention
        /// nil for what was never answered.
        var due: ContinuousClock.Instant?
        var sequence: Int

        static func < (left: Self, right: Self) -> Bool {
            if left.group != right.group { return left.group < right.group }
            if left.attention != right.attention { return left.attention < right.attention }
            return switch (left.due, right.due) {
            case (nil, nil): left.sequence < right.sequence
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?): (first, left.sequence) < (second, right.sequence)
            }
        }
    }

    /// Asks all that may be asked now and sets `nextWake`.
    mutating func advance(to now: ContinuousClock.Instant) -> [PlannerAction] {
        nextWake = nil
        budget.advance(to: now)
        wakeRested(at: now)
        guard unauthorized == nil, wanted > 0 else { return [] }
        solveIntervals()
        var actions: [PlannerAction] = []
        while flights.count < concurrency {
            let candidates = candidates(at: now)
            let ready = candidates.filter { $0.readyAt.map { $0 <= now } ?? false }
            guard let next = ready.min(by: { $0.rank < $1.rank }) else {
                nextWake = wake(for: candidates)
                break
            }
            actions.append(ask(next.feed, next.purpose, at: now))
        }
        return actions
    }

    private var concurrency: Int { connection.outage == nil ? configuration.maximumUnderWay : 1 }

    private func wake(for candidates: [Candidate]) -> ContinuousClock.Instant? {
        let ready = candidates.compactMap(\.readyAt).min()
        // In an outage one that rests can't hasten anything, unless all do.
        let rested = connection.outage == nil || candidates.isEmpty ? resting.first?.until : nil
        // A new window changes everything.
        let windowEnd = candidates.isEmpty ? nil : budget.windowEnd
        return [ready, rested, windowEnd].compactMap { $0 }.min()
    }

    private mutating func ask(_ feed: Feed, _ purpose: Purpose, at now: ContinuousClock.Instant) -> PlannerAction {
        let asking = Asking(number: nextNumber())
        let ticket = nextNumber()
        let cost = entries[feed]?.cost ?? 1
        entries[feed]?.asking = asking
        entries[feed]?.isRequested = false
        entries[feed]?.restsUntil = nil
        entries[feed]?.ticket = ticket
        isCrowded = !flights.isEmpty
        flights[asking] = Flight(feed: feed, cost: cost, purpose: purpose)
        budget.begin(cost, for: purpose, at: now)
        reportsInReserve = 0
        connection.probes(with: asking)
        return .ask(feed, asking)
    }

    /// At most one candidate a queue: its head.
    private mutating func candidates(at now: ContinuousClock.Instant) -> [Candidate] {
        var found: [Candidate] = []
        tidyQueues()
        if let feed = requested.first, let entry = entries[feed] {
            let rank = Rank(group: 0, attention: .focused, due: nil, sequence: 0)
            let readyAt = budget.time(for: entry.cost, .requested, at: now)
            found.append(Candidate(feed: feed, purpose: .requested, readyAt: readyAt, rank: rank))
        }
        for (key, lane) in lanes {
            guard let head = lane.head, let entry = entries[head.feed] else { continue }
            found.append(candidate(head, entry, key, lane.interval, at: now))
        }
        return found.map { heedOutage(heedOthers($0, at: now), at: now) }
    }

    private func candidate(
        _ head: Lane.Place,
        _ entry: Entry,
        _ key: Lane.Key,
        _ interval: Duration,
        at now: ContinuousClock.Instant
    ) -> Candidate {
        let due = head.answered.map { $0.advanced(by: interval) }
        let purpose: Purpose = entry.isEager ? .eager(key.attention) : .due
        let regular = budget.time(for: key.cost, purpose, at: now).map { max($0, due ?? $0) }
        let rank = Rank(group: 1, attention: key.attention, due: due, sequence: head.sequence)
        var candidate = Candidate(feed: head.feed, purpose: purpose, readyAt: regular, rank: rank)
        // Feeds that were answered together would fall due together, with the stream running over before and too thin
        // then. What would run over is spent on the second half of the interval instead.
        guard let answered = head.answered, due.map({ $0 > now }) ?? false else { return candidate }
        let half = answered.advanced(by: max(interval / 2, .seconds(key.pace.minimum)))
        guard let early = budget.time(for: key.cost, .early, at: now).map({ max($0, half) }) else { return candidate }
        guard regular.map({ early < $0 }) ?? true else { return candidate }
        candidate.readyAt = early
        candidate.purpose = .early
        candidate.rank.group = 2
        return candidate
    }

    /// Where others spend so fast that the headers are soon out of date, the next request is sent before they are.
    private func heedOthers(_ candidate: Candidate, at now: ContinuousClock.Instant) -> Candidate {
        guard let sounding = budget.sounding, flights.isEmpty else { return candidate }
        guard entries[candidate.feed]?.cost ?? 1 <= budget.available ?? 0 else { return candidate }
        guard candidate.readyAt.map({ $0 > sounding }) ?? false, budget.refusedUntil == nil else { return candidate }
        var earlier = candidate
        earlier.readyAt = max(sounding, now)
        return earlier
    }

    /// While the API can't be reached the first in rank is tried, due or not, at the time of the next probe.
    private func heedOutage(_ candidate: Candidate, at now: ContinuousClock.Instant) -> Candidate {
        guard let outage = connection.outage else { return candidate }
        var probe = candidate
        let cost = entries[candidate.feed]?.cost ?? 1
        probe.readyAt = budget.time(for: cost, .requested, at: now).map { max($0, outage.probeAt) }
        probe.rank.group = min(candidate.rank.group, 1)
        return probe
    }

    private mutating func tidyQueues() {
        let entries = entries
        if let valid = requested.firstIndex(where: { entries[$0]?.isRequested ?? false }) {
            if valid > 0 { requested.removeFirst(valid) }
        } else {
            requested.removeAll()
        }
        var index = lanes.startIndex
        while index < lanes.endIndex {
            lanes.values[index].tidy { entries[$0.feed]?.ticket == $0.ticket }
            lanes.formIndex(after: &index)
        }
    }

    /// Solves anew when the feeds or, by more than 2 %, the rate have changed.
    private mutating func solveIntervals() {
        let rate = budget.streamRate
        if let solvedRate, abs(solvedRate - rate) <= 0.02 * solvedRate { return }
        solvedRate = rate
        let demands = lanes.map { key, lane in Demand(count: lane.members, cost: key.cost, pace: key.pace) }
        let intervals = Intervals(demands, rate: rate)
        var index = lanes.startIndex
        while index < lanes.endIndex {
            let key = lanes.keys[index]
            lanes.values[index].interval = .seconds(intervals.interval(cost: key.cost, pace: key.pace))
            lanes.formIndex(after: &index)
        }
    }
}
