import Northflank
import Refresh
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RefresherTests {
    private let clock = ManualClock()
    private let answer = FeedAnswer(content: .builds([]))
    private let all = RateLimit(limit: 1_000, remaining: 999, resetIn: .seconds(3_600))

    /// A refresher and the events it emits.
    private func make(
        _ load: @escaping Refresher.Load
    ) -> (Refresher, AsyncStream<RefreshEvent>.Iterator) {
        let (events, emitter) = AsyncStream.makeStream(of: RefreshEvent.self)
        let refresher = Refresher(load: load, clock: clock, generator: SplitMix(seed: 1)) { emitter.yield($0) }
        return (refresher, events.makeAsyncIterator())
    }

    /// The next event that isn't about the budget.
    private func next(_ events: inout AsyncStream<RefreshEvent>.Iterator) async -> RefreshEvent? {
        while let event = await events.next() {
            if case .budget = event { continue }
            return event
        }
        return nil
    }

    @Test func anAskingIsToldFromItsStartToItsAnswer() async {
        let (refresher, iterator) = make { [answer] feed, _ throws(APIError) in answer }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.setInterest([builds("web"): .focused])
        #expect(await next(&events) == .started(builds("web")))
        #expect(await next(&events) == .loaded(builds("web"), answer))
        running.cancel()
        await running.value
    }

    @Test func aListThatTellsOfAChangeHasWhatIsBehindItAsked() async {
        let round = Mutex(0)
        let (refresher, iterator) = make { [answer] feed, _ throws(APIError) in
            guard case .services = feed else { return answer }
            let status: BuildStatus = round.withLock { round in
                round += 1
                return round == 1 ? .success : .failure
            }
            return FeedAnswer(
                content: .services([Service(id: "web", name: "web", kind: .combined, build: .init(status: status))]))
        }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.noteRateLimit(all)
        refresher.setInterest([services("shop"): .focused])
        #expect(await next(&events) == .started(services("shop")))
        _ = await next(&events)
        refresher.refreshNow([services("shop")])
        #expect(await next(&events) == .started(services("shop")))
        _ = await next(&events)
        #expect(await next(&events) == .started(builds("web")))
        running.cancel()
        await running.value
    }

    @Test func whatIsToldBeforeItRunsIsHeardWhenItRuns() async {
        let (refresher, iterator) = make { [answer] feed, _ throws(APIError) in answer }
        var events = iterator
        refresher.setInterest([builds("web"): .focused])
        let running = Task { await refresher.run() }
        #expect(await next(&events) == .started(builds("web")))
        running.cancel()
        await running.value
    }

    @Test func headersNotedByALoadAreKnownBeforeItsAnswer() async {
        let noted = Mutex<Refresher?>(nil)
        let (refresher, iterator) = make { [answer, all] feed, _ throws(APIError) in
            noted.withLock { $0 }?.noteRateLimit(all)
            return answer
        }
        noted.withLock { $0 = refresher }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.setInterest([builds("web"): .focused])
        var heard: [RefreshEvent] = []
        while let event = await events.next() {
            heard.append(event)
            if case .loaded = event { break }
        }
        let budget = BudgetStatus(
            limit: 1_000, remaining: 999, reserve: 50, resetsAt: clock.now.advanced(by: .seconds(3_600)))
        #expect(heard.suffix(2) == [.budget(budget), .loaded(builds("web"), answer)])
        running.cancel()
        await running.value
    }

    @Test func itSleepsUntilSomethingIsDueAndAsksAgainThen() async {
        let (refresher, iterator) = make { [answer] feed, _ throws(APIError) in answer }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.setInterest([builds("web"): .focused])
        #expect(await next(&events) == .started(builds("web")))
        #expect(await next(&events) == .loaded(builds("web"), answer))
        let wake = await clock.untilSomebodySleeps()
        #expect(wake > clock.now)
        clock.advance(to: wake)
        #expect(await next(&events) == .started(builds("web")))
        running.cancel()
        await running.value
        #expect(clock.sleepers == 0)
    }

    @Test func withNothingToDoNoTimerRuns() async {
        let (refresher, iterator) = make { [answer] feed, _ throws(APIError) in answer }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.setInterest([builds("web"): .focused])
        _ = await next(&events)
        _ = await next(&events)
        _ = await clock.untilSomebodySleeps()
        refresher.setInterest([:])
        while clock.sleepers > 0 { await Task.yield() }
        #expect(await refresher.status().feeds.isEmpty)
        #expect(clock.nextDeadline == nil)
        running.cancel()
        await running.value
    }

    @Test func aFailureTellsWhenItIsTriedAgain() async throws {
        let problem = APIError.server(APIError.Problem(status: 503, message: "down"))
        let (refresher, iterator) = make { feed, _ throws(APIError) in throw problem }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.noteRateLimit(all)
        refresher.setInterest([builds("web"): .focused])
        _ = await next(&events)
        guard case .failed(let feed, let error, let retryIn) = await next(&events) else {
            Issue.record("no failure was told")
            return
        }
        #expect(feed == builds("web"))
        #expect(error == problem)
        let wait = try #require(retryIn)
        #expect(wait >= .seconds(1) && wait <= .seconds(2))
        clock.advance(to: await clock.untilSomebodySleeps())
        #expect(await next(&events) == .started(builds("web")))
        running.cancel()
        await running.value
    }

    @Test func aLateAnswerIsDropped() async {
        let gate = AsyncStream.makeStream(of: Void.self)
        let (refresher, iterator) = make { [answer] feed, _ throws(APIError) in
            guard feed == builds("slow") else { return answer }
            // Deaf to cancellation: it answers whatever happens.
            await Task.detached { for await _ in gate.stream { break } }.value
            return answer
        }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.setInterest([builds("slow"): .focused])
        #expect(await next(&events) == .started(builds("slow")))
        refresher.noteRateLimit(all)
        refresher.setInterest([builds("other"): .focused])
        #expect(await next(&events) == .failed(builds("slow"), .cancelled, retryIn: nil))
        gate.continuation.yield()
        #expect(await next(&events) == .started(builds("other")))
        #expect(await next(&events) == .loaded(builds("other"), answer))
        refresher.refreshNow([builds("other")])
        #expect(await next(&events) == .started(builds("other")), "and nothing of the slow one between")
        running.cancel()
        await running.value
    }

    @Test func theAskingOfWhatIsNoLongerWantedIsCancelled() async {
        let cancelled = AsyncStream.makeStream(of: Feed.self)
        let (refresher, iterator) = make { [clock] feed, _ throws(APIError) in
            do { try await clock.sleep(for: .seconds(1_000_000)) } catch {
                cancelled.continuation.yield(feed)
                throw .cancelled
            }
            throw .cancelled
        }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.setInterest([builds("web"): .focused])
        _ = await next(&events)
        refresher.setInterest([:])
        var ended = cancelled.stream.makeAsyncIterator()
        #expect(await ended.next() == builds("web"))
        running.cancel()
        await running.value
    }

    @Test func cancellingEndsEverythingAtOnce() async {
        let (refresher, iterator) = make { [clock] feed, _ throws(APIError) in
            try? await clock.sleep(for: .seconds(1_000_000))
            throw .cancelled
        }
        var events = iterator
        let running = Task { await refresher.run() }
        refresher.noteRateLimit(all)
        var interest: [Feed: Attention] = [:]
        for number in 0..<20 { interest[builds("s\(number)")] = .visible }
        refresher.setInterest(interest)
        for _ in 0..<8 { _ = await next(&events) }
        running.cancel()
        // The manual clock stands still: nothing but the cancellation ends the askings.
        await running.value
        #expect(clock.sleepers == 0)
    }

    @Test func theCostOfRefreshingAllCountsPages() async {
        let long = FeedAnswer(content: .services([]), requests: 12)
        let (refresher, iterator) = make { feed, _ throws(APIError) in long }
        var events = iterator
        let running = Task { await refresher.run() }
        let interest: [Feed: Attention] = [services("a"): .focused]
        refresher.setInterest(interest)
        _ = await next(&events)
        _ = await next(&events)
        #expect(await refresher.costOfRefreshingAll([services("a"): .visible, services("b"): .visible]) == 13)
        running.cancel()
        await running.value
    }
}

@Suite(.timeLimit(.minutes(1)))
struct ManualClockTests {
    @Test func itStandsStillUntilItIsMoved() {
        let clock = ManualClock()
        let before = clock.now
        #expect(clock.now == before)
        clock.advance(by: .seconds(5))
        #expect(clock.now == before.advanced(by: .seconds(5)))
    }

    @Test func whoSleepsWakesWhenTheTimeHasCome() async throws {
        let clock = ManualClock()
        let sleeping = Task { try await clock.sleep(for: .seconds(10)) }
        let deadline = await clock.untilSomebodySleeps()
        clock.advance(by: .seconds(9))
        #expect(clock.sleepers == 1)
        clock.advance(to: deadline)
        try await sleeping.value
        #expect(clock.sleepers == 0)
    }

    @Test func whoIsCancelledWakesAtOnce() async {
        let clock = ManualClock()
        let sleeping = Task { try await clock.sleep(for: .seconds(10)) }
        _ = await clock.untilSomebodySleeps()
        sleeping.cancel()
        await #expect(throws: CancellationError.self) { try await sleeping.value }
        #expect(clock.nextDeadline == nil)
    }
}
