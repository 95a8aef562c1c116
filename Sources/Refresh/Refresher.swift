public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Keeps feeds fresh: performs what its `Planner` decides, and tells what came of it.
///
/// What others tell it goes into one ordered inbox, from any thread and without waiting. `run` takes it out. It sleeps
/// until something comes in or the planner's next wake, so that with nothing to do no timer runs.
public actor Refresher {
    /// Asks the API. It must end soon when its task is cancelled, and call `noteRateLimit` for each answer's headers
    /// before it returns. It is told how much the feed matters; nil where nobody is interested in it any more.
    public typealias Load = @Sendable (Feed, Attention?) async throws(APIError) -> FeedAnswer

    private let load: Load
    private let emit: @Sendable (RefreshEvent) -> Void
    private let clock: AnyClock
    private let date: @Sendable () -> Date
    private nonisolated let inbox: AsyncStream<Signal>
    private nonisolated let signals: AsyncStream<Signal>.Continuation

    private var planner: Planner
    private var hints = Hints()
    private var loads: [Asking: Task<Result<FeedAnswer, APIError>, Never>] = [:]
    private var timer: (wake: ContinuousClock.Instant, task: Task<Void, Never>)?
    private var lastBudget: BudgetStatus?

    /// - Parameters:
    ///   - load: asks one feed, all of its pages, for somebody's attention.
    ///   - clock: `ContinuousClock()` but for tests.
    ///   - configuration: limits of the planner.
    ///   - generator: for jitter.
    ///   - date: the time by which cron jobs run.
    ///   - emit: called in order, from the refresher; it must not block.
    public init<C: Clock>(
        load: @escaping Load,
        clock: C,
        configuration: Planner.Configuration = Planner.Configuration(),
        generator: SplitMix,
        date: @escaping @Sendable () -> Date = { Date() },
        emit: @escaping @Sendable (RefreshEvent) -> Void
    ) where C.Instant == ContinuousClock.Instant {
        (self.load, self.emit, self.date, self.clock) = (load, emit, date, AnyClock(clock))
        planner = Planner(configuration: configuration, generator: generator)
        (inbox, signals) = AsyncStream.makeStream(of: Signal.self)
    }

    // MARK: What others tell

    /// What is to be kept fresh from now on: see `Planner.setInterest`.
    public nonisolated func setInterest(_ interest: [Feed: Attention]) { signals.yield(.interest(interest)) }

    /// What is known of feeds already: see `Planner.recall`.
    public nonisolated func recall(_ known: [Feed: KnownAnswer]) { signals.yield(.recall(known)) }

    /// The user wants these fresh: see `Planner.refreshNow`.
    public nonisolated func refreshNow(_ feeds: Set<Feed>) { signals.yield(.refresh(feeds)) }

    /// The headers of any answer, to whomever.
    public nonisolated func noteRateLimit(_ limit: RateLimit) { signals.yield(.rateLimit(limit)) }

    /// The user's own actions are about to send so many requests.
    public nonisolated func noteOwnRequests(_ count: Int) { signals.yield(.ownRequests(count)) }

    /// How it goes with every feed.
    public func status() -> RefreshStatus { planner.status(at: clock.now) }

    /// Requests that refreshing all of it once takes, as far as is known.
    public func costOfRefreshingAll(_ interest: [Feed: Attention]) -> Int { planner.costOfRefreshingAll(interest) }

    // MARK: Running

    /// Works until its task is cancelled; then all askings are cancelled, and it returns when they have ended. Call it
    /// once.
    public func run() async {
        await withDiscardingTaskGroup { group in
            for await signal in inbox {
                perform(actions(for: signal), in: &group)
            }
            group.cancelAll()
        }
        timer = nil
        loads = [:]
    }

    private enum Signal: Sendable {
        case interest([Feed: Attention])
        case recall([Feed: KnownAnswer])
        case refresh(Set<Feed>)
        case rateLimit(RateLimit)
        case ownRequests(Int)
        case wake
        case ended(Feed, Asking, Result<FeedAnswer, APIError>)
    }

    private func actions(for signal: Signal) -> [PlannerAction] {
        let now = clock.now
        switch signal {
        case .interest(let interest): return planner.setInterest(interest, at: now)
        case .recall(let known):
            planner.recall(known, at: now)
            return []
        case .refresh(let feeds): return planner.refreshNow(feeds, at: now)
        case .rateLimit(let limit): return planner.rateLimit(limit, at: now)
        case .ownRequests(let count): return planner.ownRequests(count, at: now)
        case .wake:
            timer = nil
            return planner.tick(at: now)
        case .ended(let feed, let asking, let result):
            loads[asking] = nil
            // A late answer to a question no longer asked.
            guard planner.expects(asking) else { return [] }
            return end(feed, asking, result, at: now)
        }
    }

    private func end(
        _ feed: Feed,
        _ asking: Asking,
        _ result: Result<FeedAnswer, APIError>,
        at now: ContinuousClock.Instant
    ) -> [PlannerAction] {
        switch result {
        case .success(let answer):
            let told = hints.heard(feed, answer.content, at: date())
            let actions = planner.answered(asking, requests: answer.requests, hints: told, at: now)
            emit(.loaded(feed, answer))
            return actions
        case .failure(let error):
            let actions = planner.failed(asking, error, requests: error.requests, at: now)
            let retryAt = planner.status(of: feed)?.failure?.retryAt
            emit(.failed(feed, error, retryIn: retryAt.map { max(.zero, now.duration(to: $0)) }))
            return actions
        }
    }

    private func perform(_ actions: [PlannerAction], in group: inout DiscardingTaskGroup) {
        for action in actions {
            switch action {
            case .ask(let feed, let asking):
                emit(.started(feed))
                start(feed, asking, in: &group)
            case .cancel(let feed, let asking):
                loads[asking]?.cancel()
                emit(.failed(feed, .cancelled, retryIn: nil))
            }
        }
        setTimer(in: &group)
        tellBudget()
    }

    /// A task of its own, so that it can be cancelled alone; a child waits for it, so that it ends with the group.
    private func start(_ feed: Feed, _ asking: Asking, in group: inout DiscardingTaskGroup) {
        let (load, attention) = (load, planner.attention(of: feed))
        let task = Task<Result<FeedAnswer, APIError>, Never> {
            do throws(APIError) { return .success(try await load(feed, attention)) } catch { return .failure(error) }
        }
        loads[asking] = task
        group.addTask { [signals] in
            let result = await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
            signals.yield(.ended(feed, asking, result))
        }
    }

    private func setTimer(in group: inout DiscardingTaskGroup) {
        guard planner.nextWake != timer?.wake else { return }
        timer?.task.cancel()
        timer = nil
        guard let wake = planner.nextWake else { return }
        let task = Task { [clock, signals] in
            guard (try? await clock.sleep(until: wake)) != nil else { return }
            signals.yield(.wake)
        }
        timer = (wake, task)
        group.addTask {
            await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }

    private func tellBudget() {
        let budget = planner.budgetStatus(at: clock.now)
        guard budget != lastBudget else { return }
        lastBudget = budget
        emit(.budget(budget))
    }
}

extension APIError {
    /// Requests that were spent on it.
    fileprivate var requests: Int {
        switch self {
        case .unreachable(_, let mayHaveArrived): mayHaveArrived ? 1 : 0
        case .cancelled, .conflict, .forbidden, .invalid, .notFound, .rateLimited, .server, .unauthorized, .unexpected:
            1
        }
    }
}

/// A clock whose type is forgotten.
private struct AnyClock: Sendable {
    private let read: @Sendable () -> ContinuousClock.Instant
    private let wait: @Sendable (ContinuousClock.Instant) async throws -> Void

    init<C: Clock>(_ clock: C) where C.Instant == ContinuousClock.Instant {
        read = { clock.now }
        wait = { try await clock.sleep(until: $0, tolerance: nil) }
    }

    var now: ContinuousClock.Instant { read() }

    func sleep(until instant: ContinuousClock.Instant) async throws { try await wait(instant) }
}
