/// Feeds that are alike: the same cost, weight and limits.
struct Demand: Equatable, Sendable {
    var count: Int
    /// Requests one asking takes.
    var cost: Int
    var pace: Pace
}

/// How long each feed rests between two askings, so that a rate of requests is spent where it does most good.
///
/// A feed asked every `t` seconds is `t / 2` seconds old on average. With weights `w`, costs `c` in requests and a rate
/// of `B` requests a second, we look for the intervals with the least total staleness
///
///     minimise Σ w·t / 2    under    Σ c / t = B
///
/// By Lagrange's method the derivative of `Σ w·t / 2 + λ·(Σ c / t − B)` vanishes for each feed, `w / 2 = λ·c / t²`, so
///
///     t = k · sqrt(c / w)    with one    k = sqrt(2λ)    for all.
///
/// Put into the constraint this gives `k = Σ sqrt(c·w) / B`, and a total of `(Σ sqrt(w·c))² / 2B`, the bound that no
/// plan beats. It is the square root rule of the economic order quantity, where a lot costs `c` to order and `w` a unit
/// and time to hold (F. W. Harris, "How Many Parts to Make at Once", Factory, The Magazine of Management 10(2), 1913),
/// with many goods under one budget. J. Cho and H. Garcia-Molina ("Effective Page Refresh Policies for Web Crawlers",
/// ACM Transactions on Database Systems 28(4), 2003) ask the same of a crawler that knows how often its pages change.
/// We don't know that, but much of it is told by other lists: see `Hints`.
///
/// Each interval has a minimum and a maximum. The problem is convex, so that the answer is the same formula clamped
/// (Karush, Kuhn, Tucker): `t = clamp(k · sqrt(c / w))`, with `k` such that the sum still is `B`. What a clamp frees up
/// goes to the others. As the sum falls steadily while `k` grows, `k` is found exactly by walking over the values of
/// `k` at which a feed meets a limit. Where not even the maxima can be paid, they are given up, the minima are not.
struct Intervals: Equatable, Sendable {
    /// `k` of the formula.
    private(set) var scale: Double
    /// False where there are too many feeds for their maxima.
    private(set) var honoursMaximum: Bool

    /// Long enough for everything and far from overflow.
    private static let longest: Double = 7 * 86_400

    /// Solves for a rate in requests a second. Takes O(n log n) for n demands.
    init(_ demands: [Demand], rate: Double) {
        let fastest = demands.reduce(0) { $0 + $1.spending(every: $1.pace.minimum) }
        let slowest = demands.reduce(0) { $0 + $1.spending(every: $1.pace.maximum) }
        honoursMaximum = rate >= slowest
        scale = 0
        guard rate < fastest else { return }
        guard rate > 0 else {
            scale = .infinity
            return
        }
        scale = Self.scale(demands, rate: rate, fastest: fastest, honoursMaximum: honoursMaximum)
    }

    /// Seconds between two askings of a feed.
    func interval(cost: Int, pace: Pace) -> Double {
        let free = scale * pace.stretch(cost: cost)
        let limit = honoursMaximum ? pace.maximum : Swift.max(pace.minimum, Self.longest)
        return Swift.min(Swift.max(free, pace.minimum), limit)
    }

    /// A value of `k` where demands leave their minimum or reach their maximum, and how the sum changes there.
    private struct Turn {
        var scale: Double
        /// Change of the requests a second of what is clamped.
        var clamped: Double
        /// Change of `Σ sqrt(c·w)` of what isn't.
        var free: Double
    }

    private static func scale(_ demands: [Demand], rate: Double, fastest: Double, honoursMaximum: Bool) -> Double {
        var turns: [Turn] = []
        turns.reserveCapacity(demands.count * 2)
        for demand in demands {
            let stretch = demand.pace.stretch(cost: demand.cost)
            let freed = Double(demand.count * demand.cost) / stretch
            let (minimum, maximum) = (demand.pace.minimum, demand.pace.maximum)
            turns.append(Turn(scale: minimum / stretch, clamped: -demand.spending(every: minimum), free: freed))
            guard honoursMaximum else { continue }
            turns.append(Turn(scale: maximum / stretch, clamped: demand.spending(every: maximum), free: -freed))
        }
        turns.sort { $0.scale < $1.scale }
        var (clamped, free) = (fastest, 0.0)
        for (index, turn) in turns.enumerated() {
            clamped += turn.clamped
            free += turn.free
            let end = index + 1 < turns.count ? turns[index + 1].scale : .infinity
            guard clamped + free / end <= rate else { continue }
            // Rounding may leave next to nothing on both sides of the fraction: all is clamped then.
            return rate > clamped ? Swift.min(Swift.max(free / (rate - clamped), turn.scale), end) : end
        }
        return turns.last?.scale ?? 0
    }
}

extension Demand {
    /// Requests a second.
    func spending(every interval: Double) -> Double { Double(count * cost) / interval }
}

extension Pace {
    /// sqrt(c / w)
    fileprivate func stretch(cost: Int) -> Double { (Double(cost) / weight).squareRoot() }
}
