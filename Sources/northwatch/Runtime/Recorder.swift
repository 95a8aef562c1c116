internal import Dashboard
internal import Northflank
internal import Refresh
internal import Store
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Keeps what the feeds tell in the state database. What comes while it writes goes into the next transaction, so that
/// a slow disk makes larger ones and never a queue.
final class Recorder: Sendable {
    private let stored: StoredAccount
    private let permit: Permit
    private let notices: StoreNotices
    private let pending = Mutex(Pending())
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    private struct Pending {
        var feeds: [Feed: RememberedFeed] = [:]
        var budget: SharedBudget?
    }

    init(_ stored: StoredAccount, permit: Permit, notices: StoreNotices) {
        self.stored = stored
        self.permit = permit
        self.notices = notices
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes what is to be kept of an event. Returns at once.
    func note(_ event: RefreshEvent, at now: Date = Date()) {
        switch event {
        case .loaded(let feed, let answer):
            pending.withLock { $0.feeds[feed] = RememberedFeed(feed, answer: answer, receivedAt: now) }
        case .failed(_, .cancelled, _), .started: return
        case .budget(let status):
            guard let budget = Budget(status, now: now, instant: .now) else { return }
            pending.withLock { $0.budget = SharedBudget(budget) }
        case .failed(let feed, let error, let retryIn):
            let retryAt = retryIn.map { now + ($0 / .seconds(1)) }
            pending.withLock {
                $0.feeds[feed, default: RememberedFeed(feed)].failure = .init(error: error, at: now, retryAt: retryAt)
            }
        }
        wake.yield()
    }

    /// Writes until its task is cancelled. Call it once.
    func run() async {
        for await _ in wakes {
            let batch = pending.withLock { pending in
                defer { pending = Pending() }
                return pending
            }
            // What comes while another leads is nobody's: an answer to a question from before.
            guard let lease = permit.lease else { continue }
            do throws(StoreProblem) {
                try await stored.remember(Array(batch.feeds.values), budget: batch.budget, under: lease)
            } catch {
                notices.tell(error)
            }
        }
    }
}
