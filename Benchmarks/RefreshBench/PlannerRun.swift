import Northflank
import Refresh

/// The real planner on an account in memory, for a viewer who looks around: what `Refresher` does, on a time of its own.
struct PlannerRun {
    private enum Event {
        case answer(Asking, Feed, asked: Double)
        case look, turn
    }

    private(set) var tally: Tally
    /// What was wanted from when on: other ways to ask are measured by the same.
    private(set) var interests: [(time: Double, interest: [Feed: Attention])] = []

    private let account: BenchAccount
    private var planner: Planner
    private var hints = Hints()
    private var viewer: Viewer
    private var limiter = RateLimiter()
    private var events: [(time: Double, event: Event)] = []
    private var random: SplitMix
    private var now = 0.0

    /// Seconds an answer takes.
    private static let latency = 0.05...0.4
    private static let dawn = ContinuousClock().now

    init(_ account: BenchAccount, span: Range<Double>, seed: UInt64) {
        self.account = account
        tally = Tally(account, span: span)
        random = SplitMix(seed: seed)
        planner = Planner(generator: SplitMix(seed: seed))
        viewer = Viewer(account, seed: seed)
    }

    mutating func run(until end: Double) {
        add(.look, at: Viewer.pause)
        add(.turn, at: Viewer.turnPause)
        watch()
        while true {
            let wake = planner.nextWake.map { max(now, Self.dawn.duration(to: $0) / .seconds(1)) } ?? .infinity
            let next = events.last?.time ?? .infinity
            guard min(wake, next) < end else { break }
            now = min(wake, next)
            if next <= wake {
                handle(events.removeLast().event)
            } else {
                // Exactly then: as a number of seconds it may come out a little earlier, again and again.
                perform(planner.tick(at: planner.nextWake ?? instant))
            }
        }
        tally.finish(at: end)
    }

    private var instant: ContinuousClock.Instant { Self.dawn.advanced(by: .seconds(now)) }

    /// Few are ever under way: a sorted array, the next at its end.
    private mutating func add(_ event: Event, at time: Double) {
        let place = events.firstIndex { $0.time <= time } ?? events.endIndex
        events.insert((time, event), at: place)
    }

    private mutating func handle(_ event: Event) {
        switch event {
        case .look:
            viewer.lookOn()
            watch()
            add(.look, at: now + Viewer.pause)
        case .turn:
            viewer.turnRound()
            watch()
            add(.turn, at: now + Viewer.turnPause)
        case .answer(let asking, let feed, let asked):
            guard planner.expects(asking) else { return }
            let content = account.content(of: feed, at: asked)
            tally.answer(feed, asOf: asked, at: now)
            let told = hints.heard(feed, content, at: account.date(now))
            perform(planner.answered(asking, requests: account.pages(of: feed), hints: told, at: instant))
            if viewer.read(feed, content) { watch() }
        }
    }

    private mutating func watch() {
        let interest = viewer.interest
        let measured = interest.filter { !isQuiet($0.key, $0.value) }
        interests.append((now, measured))
        tally.meter.watch(measured, at: now)
        perform(planner.setInterest(interest, at: instant))
    }

    /// Runs of a cron job in the background, which are asked when it has run, and at no interval; its settings, which
    /// tell when that is, and which no other way asks; and containers that have their turn in the round. They cost
    /// requests, but have no part in staleness and bound.
    private func isQuiet(_ feed: Feed, _ attention: Attention) -> Bool {
        switch feed {
        case .runs(let job): attention == .background && account.schedules[job] != nil
        case .job: true
        case .containers: !account.hasFewServices
        case .projects, .services, .jobs, .addons, .builds, .backups, .service, .addon, .serviceMetrics, .addonMetrics,
            .restores, .schedules, .addonTypes:
            false
        }
    }

    private mutating func perform(_ actions: [PlannerAction]) {
        for action in actions {
            guard case .ask(let feed, let asking) = action else { continue }
            send(feed, asking)
        }
    }

    /// All pages at once; the headers are heard with them.
    private mutating func send(_ feed: Feed, _ asking: Asking) {
        for _ in 0..<account.pages(of: feed) {
            let heard = limiter.take(at: now)
            tally.request(at: now, isRefused: heard == nil)
            perform(planner.rateLimit(heard ?? limiter.refusal(at: now), at: instant))
        }
        add(.answer(asking, feed, asked: now), at: now + Double.random(in: Self.latency, using: &random))
    }
}
