import Northflank
import Refresh

/// Everything that is measured of one way to ask.
struct Tally {
    var meter: Meter
    var sightings: Sightings
    /// Within the span.
    private(set) var requests = 0
    private(set) var refused = 0

    /// Requests a second that the background may spend: all but the reserve.
    static let rate = Double(RateLimiter.limit - Planner.reserve(limit: RateLimiter.limit)) / RateLimiter.window

    init(_ account: BenchAccount, span: Range<Double>) {
        // The bound is that of what is measured; what the round of the containers takes is not there for it.
        let round = account.hasFewServices ? 0 : 1 / Viewer.turnPause
        meter = Meter(span: span, rate: Self.rate - round, pages: account.pages)
        sightings = Sightings(account, span: span)
    }

    mutating func request(at time: Double, isRefused: Bool) {
        guard meter.span.contains(time) else { return }
        requests += 1
        if isRefused { refused += 1 }
    }

    mutating func answer(_ feed: Feed, asOf asked: Double, at time: Double) {
        meter.answer(feed, asOf: asked, at: time)
        sightings.answer(feed, asOf: asked, at: time)
    }

    mutating func finish(at time: Double) {
        meter.finish()
        sightings.finish(at: time)
    }
}
