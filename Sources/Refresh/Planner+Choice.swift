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

    /// Whose turn it is among those that are ready: what the user asked for, then what came into view, by attention,
    /// then what is most overdue.
    private struct Rank: Comparable {
        var group: Int
        var attention: Attention = .focused
        /// Its age in intervals.
        var lateness = 0.0
        var sequence = 0

        static func < (left: Self, right: Self) -> Bool {
            if left.group != right.group { return left.group < right.group }
            if left.attention != right.attention { return left.attention < right.attention }
            if left.lateness != right.lateness { return left.lateness > right.lateness }
            return left.sequence < right.sequence
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
            let rank = Rank(group: 0)
            let readyAt = budget.time(for: entry.cost, .requested, at: now)
            found.append(Candidate(feed: feed, purpose: .requested, readyAt: readyAt, rank: rank))
        }
        for (key, lane) in lanes {
            guard let head = lane.head, let entry = entries[head.feed] else { continue }
            found.append(candidate(head, entry, key, lane.interval, at: now))
        }
        return found.map { heedOutage(heedOthers($0, at: now), at: now) }
    }

    /// What came into view goes first, once it is due. Everything else shares the stream: whenever that can pay for a
    /// request, it goes to the feed whose age is the most of its interval, due or not. So the whole rate is spent, nothing
    /// starves, and a feed that had to wait is not made up for at the cost of others. A feed that was never answered
    /// counts as due.
    private func candidate(
        _ head: Lane.Place,
        _ entry: Entry,
        _ key: Lane.Key,
        _ interval: Duration,
        at now: ContinuousClock.Instant
    ) -> Candidate {
        let age = (head.answered ?? entry.wantedSince).duration(to: now)
        let lateness = age / max(interval, .milliseconds(1)) + (head.answered == nil ? 1 : 0)
        if entry.isEager, key.attention != .background, lateness >= 1 {
            let rank = Rank(group: 1, attention: key.attention, lateness: lateness, sequence: head.sequence)
            let purpose = Purpose.eager(key.attention)
            let readyAt = budget.time(for: key.cost, purpose, at: now)
            return Candidate(feed: head.feed, purpose: purpose, readyAt: readyAt, rank: rank)
        }
        let purpose: Purpose = entry.isErrand ? .errand : entry.isEager && lateness >= 1 ? .eager(.background) : .due
        let earliest = head.answered.map { $0.advanced(by: .seconds(configuration.pace(of: key).minimum)) } ?? now
        let readyAt = budget.time(for: key.cost, purpose, at: now).map { max($0, earliest) }
        let rank = Rank(group: 2, lateness: lateness, sequence: head.sequence)
        return Candidate(feed: head.feed, purpose: purpose, readyAt: readyAt, rank: rank)
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
        let demands = lanes.filter { !$0.key.isOccasional }
            .map { key, lane in Demand(count: lane.members, cost: key.cost, pace: configuration.pace(of: key)) }
        let intervals = Intervals(demands, rate: rate)
        var index = lanes.startIndex
        while index < lanes.endIndex {
            let key = lanes.keys[index]
            lanes.values[index].interval = .seconds(
                intervals.interval(cost: key.cost, pace: configuration.pace(of: key)))
            lanes.formIndex(after: &index)
        }
    }
}
