import Northflank

/// What an asking is paid from.
enum Purpose: Equatable, Sendable {
    /// The user asked for it: bounded by the window alone.
    case requested
    /// A feed that came into view and has nothing, or nothing fresh, to show: from the burst, else from the stream.
    case eager(Attention)
    /// Its turn has come: from the stream.
    case due
    /// Nobody is interested, but it has changed: from a small allowance.
    case errand
}

/// How many requests may be spent when.
///
/// The hard bound is the window: `remaining` of the last headers, less what is under way, less the reserve. Inside it
/// three buckets pace. The *stream* fills evenly at what is left by the time left, and pays for what is oldest. The
/// *burst* pays for what just came into view, so that a start or a move of the selection is quick; it holds at most a
/// share of what is left, and is filled up again slowly, from a tenth of the stream. *Errands*, to lists that changed
/// with nobody looking at them, have a small share of their own. What a burst spends lowers the
/// rate at once, and so does what others spend.
///
/// Before the first headers and after the end of a window nothing is known: one request at a time goes out then, until
/// its answer tells.
struct Budget: Equatable, Sendable {
    struct Window: Equatable, Sendable {
        var limit: Int
        var remaining: Int
        var resetsAt: ContinuousClock.Instant
        /// When this was heard.
        var heardAt: ContinuousClock.Instant
    }

    private(set) var window: Window?
    /// Requests that were begun and not yet ended, as many as they are expected to be.
    private(set) var underWay = 0
    private(set) var refusedUntil: ContinuousClock.Instant?
    private(set) var others = OthersSpending()
    private var refusals = 0
    private var lastLimit: Int?
    private var stream = TokenBucket(capacity: 1, rate: Budget.blindRate)
    private var burst = TokenBucket(capacity: 0, rate: 0)
    private var errands = TokenBucket(capacity: 0, rate: 0)

    /// Requests a second while no headers are known: below the documented 1,000 an hour.
    static let blindRate = 0.25
    /// How much of what is left may go out at once.
    static let burstShare = 0.3
    /// How much of the burst the background leaves for what comes into view.
    private static let heldBack = 1.0 / 6
    /// How much of the rate fills the burst while it isn't full.
    private static let burstRefill = 0.1
    private static let streamCapacity = 2.0
    /// How much of the rate may go to what nobody looks at.
    private static let errandShare = 0.01
    private static let errandCapacity = 3.0
    /// Windows are told in whole seconds and by another clock.
    private static let slack: Duration = .seconds(1)

    /// Kept for the user's own actions.
    var reserve: Int { (window?.limit ?? lastLimit).map(Self.reserve(limit:)) ?? 0 }

    /// 5 % and at least 10, but never more than half of a very small limit.
    static func reserve(limit: Int) -> Int { min(max((limit + 19) / 20, 10), limit / 2) }

    /// What may still be begun in this window; nil while none is known.
    var available: Int? { window.map { $0.remaining - underWay - reserve } }

    /// When others, if they go on as they do, will have spent what is available: time to ask, due or not, for the sake
    /// of the headers. nil where that is not before the reset.
    var sounding: ContinuousClock.Instant? {
        guard let window, let available, available >= 1 else { return nil }
        return others.time(toSpend: available - 1, from: window.heardAt, before: window.resetsAt)
    }

    /// Requests a second that spend what is available evenly to the reset, if others go on as they do.
    func rate(at now: ContinuousClock.Instant) -> Double {
        guard let window, let available else { return Self.blindRate }
        let even = Double(max(0, available)) / max(1, now.duration(to: window.resetsAt).seconds)
        return max(even - others.rate, even / 4)
    }

    /// When the window is surely over; nil while none is known.
    var windowEnd: ContinuousClock.Instant? { window?.resetsAt.advanced(by: Self.slack) }

    /// Requests a second for what falls due.
    var streamRate: Double { stream.rate }

    // MARK: What happens

    /// Time has passed.
    mutating func advance(to now: ContinuousClock.Instant) {
        if let until = refusedUntil, until <= now { refusedUntil = nil }
        stream.refill(at: now)
        burst.refill(at: now)
        errands.refill(at: now)
        if let windowEnd, windowEnd <= now { forgetWindow() }
        adjust(at: now)
    }

    /// Headers came. `isAlone` tells that no other request was under way meanwhile: only then is it surely the
    /// newest.
    mutating func report(_ heard: RateLimit, isAlone: Bool, at now: ContinuousClock.Instant) {
        let limit = max(0, heard.limit)
        var next = Window(
            limit: limit,
            remaining: min(max(0, heard.remaining), limit),
            resetsAt: now.advanced(by: max(.zero, heard.resetIn)),
            heardAt: now
        )
        let isNew = window.map { isNewer(next, than: $0, at: now) } ?? true
        if let window, !isNew {
            // Within a window what is left only falls: a higher number is an older answer.
            if !isAlone { next.remaining = min(next.remaining, window.remaining) }
            // Whole seconds jitter by one or two; the later end is the safe one.
            let drift = window.resetsAt.duration(to: next.resetsAt)
            if abs(drift.seconds) <= 2 { next.resetsAt = max(next.resetsAt, window.resetsAt) }
        }
        if isNew { others.restart() }
        others.heard(remaining: next.remaining, isAlone: isAlone, at: now)
        (window, lastLimit) = (next, limit)
        adjust(at: now)
        guard isNew else { return }
        burst.fill()
        errands.fill()
    }

    private func isNewer(_ next: Window, than known: Window, at now: ContinuousClock.Instant) -> Bool {
        let drift = known.resetsAt.duration(to: next.resetsAt)
        let hasEnded = known.resetsAt.advanced(by: .seconds(-5)) <= now
        // A slow answer's window seems to end late by its delay; that alone is no new window.
        return next.limit != known.limit || drift > (hasEnded ? .seconds(5) : .seconds(90))
    }

    /// The API said 429: nothing goes out before the time it named, and then carefully.
    mutating func refuse(
        retryAfter: Duration,
        at now: ContinuousClock.Instant,
        using generator: inout SplitMix
    ) {
        refusals += 1
        var until = now.advanced(by: max(retryAfter, Backoff.refusal.delay(failures: refusals, using: &generator)))
        if let window, window.remaining <= 0 { until = max(until, window.resetsAt) }
        refusedUntil = max(until, refusedUntil ?? until)
        forgetWindow()
    }

    /// An asking goes out.
    mutating func begin(_ cost: Int, for purpose: Purpose, at now: ContinuousClock.Instant) {
        underWay += cost
        pay(cost, for: purpose, at: now)
    }

    /// An asking is over that took `actual` requests.
    mutating func end(_ cost: Int, actual: Int, for purpose: Purpose, at now: ContinuousClock.Instant) {
        underWay = max(0, underWay - cost)
        pay(actual - cost, for: purpose, at: now)
    }

    /// An asking is given up. The request it waited for has most likely left, and its headers won't be seen.
    mutating func abandon(_ cost: Int) {
        underWay = max(0, underWay - cost)
        spend(1)
    }

    /// An answer came that was no 429.
    mutating func wasServed() { refusals = 0 }

    /// Requests were spent whose headers we have not seen, or never will.
    mutating func spend(_ count: Int) {
        guard let remaining = window?.remaining else { return }
        window?.remaining = max(0, remaining - count)
    }

    // MARK: Whether

    /// When so many requests may be begun: `now` where they may, nil where an answer must come first.
    func time(for cost: Int, _ purpose: Purpose, at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        if let refusedUntil, refusedUntil > now { return refusedUntil }
        guard let windowEnd, let available else {
            return underWay == 0 ? stream.time(of: 1, from: now) : nil
        }
        guard available >= cost else {
            return windowEnd
        }
        // Nothing may be left in truth, whatever the last headers said: one request finds out.
        if let sounding, sounding <= now, underWay > 0 { return nil }
        return switch purpose {
        case .requested: now
        case .eager(let attention): eagerTime(attention, at: now)
        case .due: stream.time(of: 1, from: now)
        case .errand: errands.time(of: 1, from: now)
        }
    }

    /// Why nothing may be begun, if so.
    func pause(at now: ContinuousClock.Instant) -> BudgetStatus.Pause? {
        if let refusedUntil, refusedUntil > now { return .init(reason: .refused, until: refusedUntil) }
        // What is under way still counts as left here: a full pipeline is no pause.
        guard let window, window.remaining <= reserve else { return nil }
        return .init(reason: .reserve, until: windowEnd)
    }

    func status(at now: ContinuousClock.Instant) -> BudgetStatus {
        BudgetStatus(
            limit: window?.limit ?? lastLimit,
            remaining: window?.remaining ?? lastLimit,
            reserve: reserve,
            resetsAt: window?.resetsAt,
            others: others.rate,
            pause: pause(at: now)
        )
    }

    // MARK: Inside

    private func eagerTime(_ attention: Attention, at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        let floor = attention == .background ? burst.capacity * Self.heldBack : 0
        let times = [burst.time(of: floor + 1, from: now), stream.time(of: 1, from: now)]
        return times.compactMap { $0 }.min()
    }

    private mutating func pay(_ amount: Int, for purpose: Purpose, at now: ContinuousClock.Instant) {
        switch purpose {
        case .requested: burst.take(Double(amount))
        case .eager(let attention):
            let floor = attention == .background ? burst.capacity * Self.heldBack : 0
            if burst.level >= floor + 1 { burst.take(Double(amount)) } else { stream.take(Double(amount)) }
        case .due: stream.take(Double(amount))
        case .errand: errands.take(Double(amount))
        }
        adjust(at: now)
    }

    private mutating func adjust(at now: ContinuousClock.Instant) {
        guard let available else { return }
        let rate = rate(at: now)
        burst.adjust(capacity: Self.burstShare * Double(max(0, available)), rate: Self.burstRefill * rate)
        errands.adjust(capacity: Self.errandCapacity, rate: Self.errandShare * rate)
        var share = 1.0
        if burst.level + 1 < burst.capacity { share -= Self.burstRefill }
        if errands.level + 1 < errands.capacity { share -= Self.errandShare }
        stream.adjust(capacity: Self.streamCapacity, rate: share * rate)
    }

    private mutating func forgetWindow() {
        window = nil
        stream.adjust(capacity: 1, rate: Self.blindRate)
        stream.fill()
    }
}
