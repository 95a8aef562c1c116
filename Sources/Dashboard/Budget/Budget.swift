#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The account's requests, as the header's gauge shows them.
public struct Budget: Hashable, Sendable {
    /// Requests an hour.
    public var limit: Int
    /// Left of them until `resetsAt`.
    public var remaining: Int
    /// Nil while no window is known to run.
    public var resetsAt: Date?
    /// The last so many are kept for the user's own actions.
    public var reserve: Int
    /// Requests a second that others spend of them.
    public var others: Double
    /// Until when nothing is asked in the background, and why.
    public var paused: Pause?

    public struct Pause: Hashable, Sendable {
        /// Nil where it doesn't go on by itself.
        public var until: Date?
        public var reason: String

        public init(until: Date?, reason: String) {
            self.until = until
            self.reason = reason
        }
    }

    public init(
        limit: Int, remaining: Int, resetsAt: Date?, reserve: Int, others: Double = 0, paused: Pause? = nil
    ) {
        self.limit = limit
        self.remaining = remaining
        self.resetsAt = resetsAt
        self.reserve = reserve
        self.others = others
        self.paused = paused
    }

    /// Whether nothing has changed but how much is left, and that by less than a hundredth: what a start spends, and a
    /// new hour, are told at once.
    func isMuchLike(_ other: Budget) -> Bool {
        limit == other.limit && reserve == other.reserve && paused == other.paused && isLow == other.isLow
            && abs(remaining - other.remaining) * 100 < limit
    }

    /// Whether only what is kept for the user's own actions is left.
    var isLow: Bool { remaining <= reserve }
}
