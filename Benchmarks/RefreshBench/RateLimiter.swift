import Northflank

/// The account's hourly window: it begins with the first request.
struct RateLimiter {
    static let limit = 1_000
    static let window = 3_600.0

    private var end = -Double.infinity
    private var remaining = limit

    /// Takes a request in. Nil where it is refused.
    mutating func take(at time: Double) -> RateLimit? {
        if time >= end { (end, remaining) = (time + Self.window, Self.limit) }
        guard remaining > 0 else { return nil }
        remaining -= 1
        return RateLimit(
            limit: Self.limit, remaining: remaining, resetIn: .seconds((end - time).rounded(.up)))
    }

    /// What a refusal says.
    func refusal(at time: Double) -> RateLimit {
        RateLimit(limit: Self.limit, remaining: 0, resetIn: .seconds((end - time).rounded(.up)))
    }
}
