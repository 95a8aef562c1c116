/// An allowance that fills at a steady rate up to a brim. It may be overdrawn: the debt is paid before more is spent.
struct TokenBucket: Equatable, Sendable {
    private(set) var level: Double
    /// The brim.
    private(set) var capacity: Double
    /// Tokens a second.
    private(set) var rate: Double
    private var updated: ContinuousClock.Instant?

    init(capacity: Double, rate: Double) {
        (level, self.capacity, self.rate) = (capacity, capacity, rate)
    }

    /// Lets what came in since the last time in.
    mutating func refill(at now: ContinuousClock.Instant) {
        if let updated, updated < now {
            level = min(capacity, level + rate * updated.duration(to: now).seconds)
        }
        updated = now
    }

    /// Fills at another rate from now on; refill first.
    mutating func adjust(capacity: Double, rate: Double) {
        (self.capacity, self.rate) = (capacity, max(0, rate))
        level = min(level, capacity)
    }

    mutating func fill() { level = capacity }

    /// Takes out, or with a negative amount gives back. The debt never exceeds one bucket and what was taken last.
    mutating func take(_ amount: Double) { level = min(capacity, max(level, -capacity) - amount) }

    /// When the level is reached: `now` where it is; nil if never. Refill first.
    func time(of wanted: Double, from now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        if level >= wanted { return now }
        guard rate > 0, wanted <= capacity else { return nil }
        // A little later than exactly, so that rounding can't make it a little too early.
        return now.advanced(by: .seconds((wanted - level) / rate) + .milliseconds(1))
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
}
