public import Northflank

/// What was heard of a feed before this planner began: by another process, or at an earlier start.
public struct KnownAnswer: Hashable, Sendable {
    public var age: Duration
    /// Requests it took.
    public var requests: Int

    public init(age: Duration, requests: Int) {
        self.age = age
        self.requests = requests
    }
}

extension Planner {
    /// Takes over what is known of feeds, so that they are asked when they are due and not at once. Tell it before the
    /// interest in them; of a feed that is wanted already it changes nothing. O(feeds)
    public mutating func recall(_ known: [Feed: KnownAnswer], at now: ContinuousClock.Instant) {
        for (feed, answer) in known.sorted(by: { $0.key.precedes($1.key) }) {
            let answered = now.advanced(by: .zero - answer.age)
            var entry = entries[feed] ?? Entry(attention: nil, sequence: nextNumber(), wantedSince: now)
            guard entry.attention == nil, entry.answered.map({ $0 < answered }) ?? true else { continue }
            (entry.answered, entry.pages) = (answered, max(1, answer.requests))
            entries[feed] = entry
        }
    }
}
