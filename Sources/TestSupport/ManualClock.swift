import Synchronization

/// A clock that stands still until a test moves it. Its instants are those of `ContinuousClock`.
public final class ManualClock: Clock, Sendable {
    public typealias Instant = ContinuousClock.Instant

    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Instant
        var sleepers: [Int: Sleeper] = [:]
        var watchers: [CheckedContinuation<Instant, Never>] = []
        var counter = 0

        var earliest: Instant? { sleepers.values.map(\.deadline).min() }
    }

    private let state: Mutex<State>

    /// A clock that shows `start`.
    public init(start: Instant = ContinuousClock().now) { state = Mutex(State(now: start)) }

    public var now: Instant { state.withLock(\.now) }

    public var minimumResolution: Duration { .zero }

    /// The earliest instant anybody sleeps until; nil when nobody sleeps.
    public var nextDeadline: Instant? { state.withLock(\.earliest) }

    /// How many sleep.
    public var sleepers: Int { state.withLock(\.sleepers.count) }

    /// Waits until somebody sleeps and tells the earliest instant anybody sleeps until.
    public func untilSomebodySleeps() async -> Instant {
        await withCheckedContinuation { continuation in
            let earliest = state.withLock { state in
                if state.earliest == nil { state.watchers.append(continuation) }
                return state.earliest
            }
            if let earliest { continuation.resume(returning: earliest) }
        }
    }

    /// Moves on and wakes those whose time has come, the earliest first.
    public func advance(by duration: Duration) { advance(to: now.advanced(by: duration)) }

    /// Moves on, never back, and wakes those whose time has come, the earliest first.
    public func advance(to instant: Instant) {
        let due = state.withLock { state in
            state.now = max(state.now, instant)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for number in due.keys { state.sleepers[number] = nil }
            return due.sorted { ($0.value.deadline, $0.key) < ($1.value.deadline, $1.key) }
        }
        for (_, sleeper) in due { sleeper.continuation.resume() }
    }

    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let number = state.withLock { state in
            state.counter += 1
            return state.counter
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(Sleeper(deadline: deadline, continuation: continuation), number)
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: number) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    private func add(_ sleeper: Sleeper, _ number: Int) {
        // A cancellation before this point found nobody to wake; under the lock none can slip through.
        let (isCancelled, isDue, watchers) = state.withLock { state in
            if Task.isCancelled { return (true, false, [CheckedContinuation<Instant, Never>]()) }
            if sleeper.deadline <= state.now { return (false, true, []) }
            state.sleepers[number] = sleeper
            defer { state.watchers = [] }
            return (false, false, state.watchers)
        }
        if isCancelled { return sleeper.continuation.resume(throwing: CancellationError()) }
        if isDue { return sleeper.continuation.resume() }
        for watcher in watchers { watcher.resume(returning: sleeper.deadline) }
    }
}
