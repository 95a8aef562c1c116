/// How fast others spend the account's requests: other programs, other people, other tokens.
struct OthersSpending: Equatable, Sendable {
    /// Requests a second, of the last minutes most.
    private(set) var rate = 0.0
    /// The last headers that surely were the newest.
    private var baseline: Baseline?

    private struct Baseline: Equatable, Sendable {
        var remaining: Int
        var time: ContinuousClock.Instant
        /// Headers since; each stands for one request of ours.
        var own = 0
    }

    private static let memory = 120.0
    private static let shortest = 1.0

    /// Headers came. Those that may have been overtaken by others are only counted.
    mutating func heard(remaining: Int, isAlone: Bool, at now: ContinuousClock.Instant) {
        baseline?.own += 1
        guard isAlone else { return }
        guard let known = baseline else {
            baseline = Baseline(remaining: remaining, time: now)
            return
        }
        let elapsed = known.time.duration(to: now).seconds
        guard elapsed >= Self.shortest else { return }
        let spent = max(0, known.remaining - remaining - known.own)
        rate += elapsed / (Self.memory + elapsed) * (Double(spent) / elapsed - rate)
        baseline = Baseline(remaining: remaining, time: now)
    }

    /// Another window has begun.
    mutating func restart() { baseline = nil }

    /// When they will have spent so many; nil where that is not before the end.
    func time(
        toSpend count: Int,
        from start: ContinuousClock.Instant,
        before end: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        guard rate * start.duration(to: end).seconds > Double(count) else { return nil }
        return start.advanced(by: .seconds(Double(count) / rate))
    }
}
