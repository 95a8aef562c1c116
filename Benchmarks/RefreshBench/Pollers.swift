import Northflank
import Refresh

/// Ways to ask that think no further: every list there is, one after the other. They know from the start what lists
/// there are, answers take no time, and in their round the lists stand in a random order, so that a project's services
/// and their builds are asked at different times: all of that is to their advantage.
enum Poller {
    /// Everything each minute, until it is refused; what is refused is asked again in its turn.
    case fixed
    /// All that the budget allows, evenly, and never more.
    case roundRobin

    private static let interval = 60.0

    /// Measured by what was wanted in the planner's run.
    func run(
        _ account: BenchAccount,
        span: Range<Double>,
        until end: Double,
        interests: [(time: Double, interest: [Feed: Attention])],
        seed: UInt64
    ) -> Tally {
        var (tally, limiter, random) = (Tally(account, span: span), RateLimiter(), SplitMix(seed: seed))
        let feeds = account.allFeeds.shuffled(using: &random)
        let pause = pause(feeds.reduce(0) { $0 + account.pages(of: $1) })
        var (now, turn, wanted) = (0.0, 0, interests[...])
        while now < end {
            while let next = wanted.first, next.time <= now {
                tally.meter.watch(next.interest, at: next.time)
                wanted.removeFirst()
            }
            let feed = feeds[turn % feeds.count]
            let refusals = (0..<account.pages(of: feed)).count { _ in
                let isRefused = limiter.take(at: now) == nil
                tally.request(at: now, isRefused: isRefused)
                return isRefused
            }
            if refusals == 0 { tally.answer(feed, asOf: now, at: now) }
            now += pause * Double(account.pages(of: feed))
            turn += 1
        }
        tally.finish(at: end)
        return tally
    }

    /// Seconds between two requests.
    private func pause(_ requestsOfAll: Int) -> Double {
        switch self {
        case .fixed: Self.interval / Double(requestsOfAll)
        case .roundRobin: 1 / Tally.rate
        }
    }
}
