internal import Dashboard
internal import Northflank
internal import Refresh

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Message {
    /// What the refresher tells, in the dashboard's words; nil where it has nothing to show.
    init?(_ event: RefreshEvent, now: Date, clock: ContinuousClock.Instant = .now) {
        switch event {
        case .started(let feed): self = .feedStarted(feed)
        case .loaded(let feed, let answer): self = .feedLoaded(feed, answer)
        case .failed(let feed, let error, let retryIn): self = .feedFailed(feed, error, retryIn: retryIn)
        case .budget(let status):
            guard let budget = Budget(status, now: now, clock: clock) else { return nil }
            self = .budget(budget)
        }
    }
}

extension Budget {
    /// Nil before the first answer. The refresher's clock is turned into the wall's.
    fileprivate init?(_ status: BudgetStatus, now: Date, clock: ContinuousClock.Instant) {
        guard let limit = status.limit, let remaining = status.remaining else { return nil }
        func date(_ instant: ContinuousClock.Instant) -> Date {
            let left = clock.duration(to: instant).components
            return now.addingTimeInterval(Double(left.seconds) + Double(left.attoseconds) / 1e18)
        }
        self.init(
            limit: limit, remaining: remaining, resetsAt: status.resetsAt.map(date), reserve: status.reserve,
            paused: status.pause.flatMap { pause in
                // A lost connection and a bad token have words of their own on the screen.
                let reason: String
                switch pause.reason {
                case .reserve: reason = "The last \(status.reserve) requests are kept for your own actions"
                case .refused: reason = "The account's requests of this hour are used up"
                case .unreachable, .unauthorized: return nil
                }
                return Pause(until: pause.until.map(date), reason: reason)
            })
    }
}
