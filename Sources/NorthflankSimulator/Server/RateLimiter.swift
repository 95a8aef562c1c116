import Synchronization

/// The account's requests of the hour: a fixed window that begins with the first one.
final class RateLimiter: Sendable {
    struct Reading: Hashable, Sendable {
        var limit: Int
        var remaining: Int
        /// Whole seconds to the end of the window.
        var reset: Int
    }

    private struct State {
        var began: Duration?
        var spent = 0
    }

    private static let window = Duration.seconds(3600)

    private let limit: Int
    private let clock: SimulatedClock
    private let state = Mutex(State())

    init(limit: Int, clock: SimulatedClock) {
        self.limit = limit
        self.clock = clock
    }

    var reading: Reading { state.withLock { read(&$0) } }

    /// Takes one request from what is left. False where nothing is.
    func spend(_ count: Int = 1) -> Bool {
        state.withLock { state in
            guard read(&state).remaining > 0 else { return false }
            if state.began == nil { state.began = clock.served }
            state.spent = min(limit, state.spent + count)
            return true
        }
    }

    func reset() { state.withLock { $0 = State() } }

    private func read(_ state: inout State) -> Reading {
        let now = clock.served
        if let began = state.began, now - began >= Self.window { state = State() }
        let left = state.began.map { $0 + Self.window - now } ?? Self.window
        return Reading(limit: limit, remaining: limit - state.spent, reset: Int(left.seconds.rounded(.up)))
    }
}
