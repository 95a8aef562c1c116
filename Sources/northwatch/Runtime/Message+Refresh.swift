internal import Dashboard
internal import Refresh

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Message {
    /// What the refresher tells, as the dashboard hears it; nil for what nobody needs to know.
    init?(_ event: RefreshEvent) {
        switch event {
        case .started(let feed): self = .feedStarted(feed)
        case .loaded(let feed, let answer): self = .feedLoaded(feed, answer)
        case .failed(let feed, let error, let retryIn): self = .feedFailed(feed, error, retryIn: retryIn)
        case .budget(let status):
            guard let budget = Budget(status, now: Date(), instant: .now) else { return nil }
            self = .budget(budget)
        }
    }
}

extension Budget {
    /// Nil before the first answer, when nothing is known. The refresher's clock becomes the wall's: `now` and
    /// `instant` are the same moment.
    init?(_ status: BudgetStatus, now: Date, instant: ContinuousClock.Instant) {
        guard let limit = status.limit, let remaining = status.remaining else { return nil }
        func date(_ moment: ContinuousClock.Instant) -> Date { now + TimeInterval(instant.duration(to: moment)) }
        self.init(
            limit: limit, remaining: remaining, resetsAt: status.resetsAt.map(date), reserve: status.reserve,
            others: status.others,
            paused: status.pause.flatMap { pause in
                pause.reason.words.map { Pause(until: pause.until.map(date), reason: $0) }
            })
    }
}

extension BudgetStatus.Reason {
    /// Nil where the connection's own words say more.
    fileprivate var words: String? {
        switch self {
        case .reserve: "the rest of this hour's requests is kept for your own actions"
        case .refused: "this hour's requests are used up"
        case .unreachable, .unauthorized: nil
        }
    }
}

extension TimeInterval {
    /// In seconds.
    fileprivate init(_ duration: Duration) {
        self = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
