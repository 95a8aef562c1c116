internal import Northflank
internal import Synchronization

/// Takes the rate limit of every answer from the client to the refresher, which is made after it.
final class RateLimitRelay: Sendable {
    private let receiver = Mutex<(@Sendable (RateLimit) -> Void)?>(nil)

    func connect(_ receiver: @escaping @Sendable (RateLimit) -> Void) {
        self.receiver.withLock { $0 = receiver }
    }

    func note(_ limit: RateLimit) {
        receiver.withLock { $0 }?(limit)
    }
}
