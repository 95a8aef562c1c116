/// What the three headers of an answer say of the account's hourly allowance. It is shared by all tokens and all
/// programs of the account, and its window begins with the first request.
public struct RateLimit: Hashable, Sendable {
    /// Requests a window, 1,000 by default: `x-ratelimit-limit`.
    public var limit: Int
    /// Requests left in this window: `x-ratelimit-remaining`.
    public var remaining: Int
    /// Time until the window ends: `x-ratelimit-reset`, in seconds, counted from the answer.
    public var resetIn: Duration

    public init(limit: Int, remaining: Int, resetIn: Duration) {
        self.limit = limit
        self.remaining = remaining
        self.resetIn = resetIn
    }
}
