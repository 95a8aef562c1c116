internal import Northflank
internal import Refresh

/// How often something that is waited for is looked at: more seldom the longer it takes, so that its end is known
/// within a tenth of its time, and within half of what the hour has left for reading.
struct WaitPace: Equatable {
    private static let shortest = Duration.seconds(2)
    private static let longest = Duration.seconds(30)

    private var failures = 0
    /// The API's own word on when there are requests again.
    private var refusedFor: Duration?

    mutating func answered() { (failures, refusedFor) = (0, nil) }

    /// - Parameter error: One that passes.
    mutating func failed(_ error: APIError) {
        failures += 1
        refusedFor = if case .rateLimited(_, let wait) = error { wait + .seconds(1) } else { nil }
    }

    /// From one look to the next.
    /// - Parameter elapsed: For how long it is waited for.
    func pause(after elapsed: Duration, _ left: RateLimit?) -> Duration {
        if let refusedFor { return refusedFor }
        let doubled = Self.shortest * (1 << min(failures, 4))
        let usual = min(Self.longest, max(doubled, elapsed / 10))
        guard let left else { return usual }
        let looks = max(1, (left.remaining - Planner.reserve(limit: left.limit)) / 2)
        return max(usual, left.resetIn / looks)
    }
}
