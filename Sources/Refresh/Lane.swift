import Northflank

/// Feeds that are alike and so rest equally long: who rests longest is who was answered first. That makes planning
/// cheap: a new rate changes one interval a lane, whatever the number of feeds.
struct Lane: Sendable {
    struct Key: Hashable, Sendable {
        var kind: FeedKind
        var attention: Attention
        var cost: Int
        /// Asked when something else says so, at no interval: they have no share in the rate.
        var isOccasional = false
    }

    /// A feed that waits for its turn. Places are left in the queue when a feed leaves it some other way, and are
    /// known to be stale by their ticket.
    struct Place: Comparable, Sendable {
        var answered: ContinuousClock.Instant?
        var sequence: Int
        var feed: Feed
        var ticket: Int

        /// Longest unanswered first, what was never answered before all.
        static func < (left: Self, right: Self) -> Bool {
            switch (left.answered, right.answered) {
            case (nil, nil): left.sequence < right.sequence
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?): (first, left.sequence) < (second, right.sequence)
            }
        }
    }

    /// How many feeds there are, the waiting and the others.
    var members = 0
    var interval: Duration = .zero
    private var waiting = Heap<Place>()

    var head: Place? { waiting.first }

    mutating func enqueue(_ place: Place) { waiting.insert(place) }

    /// Removes stale places from the front, and all of them once they are the most.
    mutating func tidy(_ isValid: (Place) -> Bool) {
        if waiting.count > 2 * members + 16 { waiting.keep(isValid) }
        while let first = waiting.first, !isValid(first) { waiting.removeFirst() }
    }
}

/// A feed that is not to be asked before a time, since it failed.
struct Rest: Comparable, Sendable {
    var until: ContinuousClock.Instant
    var feed: Feed
    var ticket: Int

    static func < (left: Self, right: Self) -> Bool { (left.until, left.ticket) < (right.until, right.ticket) }
}
