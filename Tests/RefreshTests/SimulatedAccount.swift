import Northflank

@testable import Refresh

/// An account's rate limit, its lists, other programs that use it, and a planner that lives on it: hours in
/// milliseconds, on a time of its own.
struct SimulatedAccount {
    /// A request as the API saw it.
    struct Request {
        var time: Double
        var feed: Feed
        /// Left in the window before it.
        var remaining: Int
        var isFirstPage: Bool
    }

    private enum Event {
        case page(Asking, Feed, number: Int)
        case answer(Asking, Feed, number: Int, RateLimit, isRefused: Bool)
        case others(Int)
        case interest([Feed: Attention])
    }

    private struct Scheduled: Comparable {
        var time: Double
        var order: Int
        var event: Event

        static func < (left: Self, right: Self) -> Bool { (left.time, left.order) < (right.time, right.order) }
        static func == (left: Self, right: Self) -> Bool { left.order == right.order }
    }

    let limit: Int
    var planner: Planner
    /// Pages of a feed; one where nothing is said.
    var pages: [Feed: Int] = [:]
    /// How long an answer takes, in seconds.
    var latency = 0.05...0.4

    /// How many of a hundred answers are errors, and when there is no way to the API at all.
    var faults = 0
    var outage: Range<Double>?

    private(set) var now = 0.0
    private(set) var requests: [Request] = []
    private(set) var refusals = 0
    private(set) var answers: [Feed: [Double]] = [:]
    /// Times at which the planner waited for nothing although something was wanted.
    private(set) var stalls = 0
    /// Askings begun although the last headers had left nothing above the reserve.
    private(set) var askedAtReserve = 0
    private var remaining: Int
    private var windowEnd: Double?
    private var events = Heap<Scheduled>()
    private var counter = 0
    private var underWay: Set<Asking> = []
    private var lastHeard: (remaining: Int, end: Double)?
    private var generator: SplitMix

    init(limit: Int = 1_000, seed: UInt64) {
        (self.limit, remaining, generator) = (limit, limit, SplitMix(seed: seed))
        planner = Planner(generator: SplitMix(seed: seed &+ 1))
    }

    var reserve: Int { Budget.reserve(limit: limit) }

    // MARK: What is going to happen

    mutating func watch(_ interest: [Feed: Attention], at time: Double) { add(.interest(interest), at: time) }

    mutating func othersSend(_ count: Int, at time: Double) { add(.others(count), at: time) }

    /// Lets time pass. Wakes count too: the result tells how many there were.
    @discardableResult
    mutating func run(until end: Double) -> Int {
        var wakes = 0
        while true {
            if planner.nextWake == nil, underWay.isEmpty, planner.wanted > 0 { stalls += 1 }
            let wake = planner.nextWake.map { max(now, dawn.duration(to: $0).seconds) }
            let next = events.first?.time ?? .infinity
            let time = min(wake ?? .infinity, next)
            guard time <= end else { break }
            now = time
            if next <= time {
                if let scheduled = events.removeFirst() { handle(scheduled.event) }
            } else {
                wakes += 1
                perform(planner.tick(at: planner.nextWake ?? at(now)))
            }
        }
        now = end
        return wakes
    }

    // MARK: How it happens

    private mutating func add(_ event: Event, at time: Double) {
        counter += 1
        events.insert(Scheduled(time: time, order: counter, event: event))
    }

    private mutating func handle(_ event: Event) {
        switch event {
        case .interest(let interest): perform(planner.setInterest(interest, at: at(now)))
        case .others(let count):
            openWindow()
            remaining = max(0, remaining - count)
        case .page(let asking, let feed, let number): receive(asking, feed, number)
        case .answer(let asking, let feed, let number, let heard, let isRefused):
            guard underWay.contains(asking), !loses(asking) else { return }
            lastHeard = (heard.remaining, now + heard.resetIn.seconds)
            perform(planner.rateLimit(heard, at: at(now)))
            guard underWay.contains(asking) else { return }
            if Int.random(in: 0..<100, using: &generator) < faults {
                underWay.remove(asking)
                perform(planner.failed(asking, broken, requests: number, at: at(now)))
            } else if isRefused {
                underWay.remove(asking)
                perform(planner.failed(asking, refused(after: heard.resetIn.seconds), requests: number, at: at(now)))
            } else if number < pages[feed] ?? 1 {
                receive(asking, feed, number + 1)
            } else {
                underWay.remove(asking)
                answers[feed, default: []].append(now)
                perform(planner.answered(asking, requests: number, at: at(now)))
            }
        }
    }

    /// Lets an answer get lost, in an outage always, else as often as errors come.
    private mutating func loses(_ asking: Asking) -> Bool {
        let isOut = outage?.contains(now) ?? false
        guard isOut || Int.random(in: 0..<100, using: &generator) < faults else { return false }
        underWay.remove(asking)
        perform(planner.failed(asking, isOut ? lost : lostLate, requests: isOut ? 0 : 1, at: at(now)))
        return true
    }

    private mutating func perform(_ actions: [PlannerAction]) {
        for action in actions {
            switch action {
            case .ask(let feed, let asking):
                if let lastHeard, lastHeard.end > now, lastHeard.remaining <= reserve { askedAtReserve += 1 }
                underWay.insert(asking)
                receive(asking, feed, 1)
            case .cancel(_, let asking): underWay.remove(asking)
            }
        }
    }

    /// The API receives a request.
    private mutating func receive(_ asking: Asking, _ feed: Feed, _ number: Int) {
        openWindow()
        requests.append(Request(time: now, feed: feed, remaining: remaining, isFirstPage: number == 1))
        let isRefused = remaining == 0
        if isRefused { refusals += 1 }
        remaining = max(0, remaining - 1)
        let resetIn = ((windowEnd ?? now) - now).rounded(.up)
        let heard = RateLimit(limit: limit, remaining: remaining, resetIn: .seconds(resetIn))
        let wait = Double.random(in: latency, using: &generator)
        add(.answer(asking, feed, number: number, heard, isRefused: isRefused), at: now + wait)
    }

    private mutating func openWindow() {
        if let windowEnd, now < windowEnd { return }
        windowEnd = now + 3_600
        remaining = limit
    }
}

extension SimulatedAccount {
    /// Seconds between two answers of a feed, the longest: from `start` to `end`, these included.
    func longestGap(_ feed: Feed, from start: Double, to end: Double) -> Double {
        let times = [start] + (answers[feed] ?? []).filter { $0 > start && $0 < end } + [end]
        return zip(times, times.dropFirst()).map { $1 - $0 }.max() ?? 0
    }

    /// Σ weight × mean age over a time.
    func staleness(_ interest: [Feed: Attention], from start: Double, to end: Double) -> Double {
        interest.reduce(0) { sum, item in
            let earlier = (answers[item.key] ?? []).last { $0 <= start } ?? 0
            let times = [earlier] + (answers[item.key] ?? []).filter { $0 > start && $0 < end } + [end]
            let area = zip(times, times.dropFirst()).reduce(0.0) { area, gap in
                let from = max(gap.0, start) - gap.0
                let to = gap.1 - gap.0
                return area + (to * to - from * from) / 2
            }
            return sum + item.key.kind.pace(item.value).weight * area / (end - start)
        }
    }

    /// The least staleness any plan could reach at a rate of requests a second: see `Intervals`.
    func bound(_ interest: [Feed: Attention], rate: Double) -> Double {
        let roots = interest.reduce(0) {
            $0 + ($1.key.kind.pace($1.value).weight * Double(pages[$1.key] ?? 1)).squareRoot()
        }
        return roots * roots / (2 * rate)
    }

    /// An account of so many projects with its lists in the background, one project in view, and some builds.
    static func interest(projects: Int, builds count: Int) -> [Feed: Attention] {
        var interest: [Feed: Attention] = [.projects: .visible]
        for number in 0..<projects {
            interest[services("p\(number)")] = number == 0 ? .visible : .background
            interest[.addons(Project.ID("p\(number)"))] = .background
            interest[jobs("p\(number)")] = .background
        }
        for number in 0..<count {
            interest[builds("s\(number)")] = number == 0 ? .focused : number < 3 ? .active : .visible
        }
        return interest
    }
}
