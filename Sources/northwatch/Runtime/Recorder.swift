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
    private let notices: StoreNotices
    private let pending = Mutex<[Feed: RememberedFeed]>([:])
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(_ stored: StoredAccount, notices: StoreNotices) {
        self.stored = stored
        self.notices = notices
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes what is to be kept of an event. Returns at once.
    func note(_ event: RefreshEvent, at now: Date = Date()) {
        switch event {
        case .loaded(let feed, let answer):
            pending.withLock { $0[feed] = RememberedFeed(feed, answer: answer, receivedAt: now) }
        case .failed(_, .cancelled, _), .started, .budget: return
        case .failed(let feed, let error, let retryIn):
            let retryAt = retryIn.map { now + ($0 / .seconds(1)) }
            pending.withLock {
                $0[feed, default: RememberedFeed(feed)].failure = .init(error: error, at: now, retryAt: retryAt)
            }
        }
        wake.yield()
    }

    /// Writes until its task is cancelled. Call it once.
    func run() async {
        for await _ in wakes {
            let feeds = pending.withLock { pending in
                defer { pending = [:] }
                return Array(pending.values)
            }
            do throws(StoreProblem) {
                try await stored.remember(feeds)
            } catch {
                notices.tell(error)
            }
        }
    }
}
