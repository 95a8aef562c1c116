import Northflank
import Testing

@testable import Refresh

struct IntervalsTests {
    private let free = { (weight: Double) in Pace(weight: weight, minimum: 1e-2, maximum: 1e9) }

    private func spending(_ demands: [Demand], _ intervals: Intervals) -> Double {
        demands.reduce(0) { $0 + $1.spending(every: intervals.interval(cost: $1.cost, pace: $1.pace)) }
    }

    private func staleness(_ demands: [Demand], _ interval: (Demand) -> Double) -> Double {
        demands.reduce(0) { $0 + Double($1.count) * $1.pace.weight * interval($1) / 2 }
    }

    private func random(_ generator: inout SplitMix) -> [Demand] {
        (0..<Int.random(in: 1...30, using: &generator)).map { _ in
            let minimum = Double.random(in: 1...60, using: &generator)
            return Demand(
                count: Int.random(in: 1...200, using: &generator),
                cost: Int.random(in: 1...20, using: &generator),
                pace: Pace(
                    weight: Double.random(in: 0.5...1_000, using: &generator),
                    minimum: minimum,
                    maximum: minimum * Double.random(in: 1...200, using: &generator)
                )
            )
        }
    }

    @Test func intervalsAreProportionalToTheRootOfCostByWeight() {
        let demands = [Demand(count: 1, cost: 1, pace: free(100)), Demand(count: 1, cost: 4, pace: free(1))]
        let intervals = Intervals(demands, rate: 0.5)
        let (first, second) = (intervals.interval(cost: 1, pace: free(100)), intervals.interval(cost: 4, pace: free(1)))
        #expect(abs(second / first - 20) < 1e-9)
        #expect(abs(1 / first + 4 / second - 0.5) < 1e-9)
    }

    @Test func withoutLimitsTheStalenessIsTheBound() {
        let demands = [
            Demand(count: 3, cost: 2, pace: free(7)), Demand(count: 40, cost: 1, pace: free(1)),
            Demand(count: 1, cost: 9, pace: free(900)),
        ]
        let roots = demands.reduce(0) { $0 + Double($1.count) * (Double($1.cost) * $1.pace.weight).squareRoot() }
        let intervals = Intervals(demands, rate: 0.25)
        let total = staleness(demands) { intervals.interval(cost: $0.cost, pace: $0.pace) }
        #expect(abs(total / (roots * roots / (2 * 0.25)) - 1) < 1e-9)
    }

    @Test func whatAMinimumFreesGoesToTheOthers() {
        let (slow, quick) = (Pace(weight: 1, minimum: 1, maximum: 1e9), Pace(weight: 1e6, minimum: 10, maximum: 1e9))
        let demands = [Demand(count: 1, cost: 1, pace: slow), Demand(count: 1, cost: 1, pace: quick)]
        let intervals = Intervals(demands, rate: 0.2)
        #expect(intervals.interval(cost: 1, pace: quick) == 10)
        #expect(abs(intervals.interval(cost: 1, pace: slow) - 10) < 1e-6)
    }

    @Test func whatAMaximumTakesIsMissingForTheOthers() {
        let (kept, other) = (Pace(weight: 1, minimum: 1, maximum: 20), Pace(weight: 100, minimum: 1, maximum: 1e9))
        let demands = [Demand(count: 1, cost: 1, pace: kept), Demand(count: 1, cost: 1, pace: other)]
        let intervals = Intervals(demands, rate: 0.15)
        #expect(abs(intervals.interval(cost: 1, pace: kept) - 20) < 1e-6)
        #expect(abs(intervals.interval(cost: 1, pace: other) - 10) < 1e-6)
    }

    @Test func plentyMeansEveryMinimum() {
        let pace = Pace(weight: 3, minimum: 5, maximum: 60)
        let intervals = Intervals([Demand(count: 2, cost: 1, pace: pace)], rate: 100)
        #expect(intervals.interval(cost: 1, pace: pace) == 5)
    }

    @Test func maximaThatCannotBePaidAreGivenUpAndMinimaAreKept() {
        let pace = Pace(weight: 1, minimum: 30, maximum: 1_800)
        let demands = [Demand(count: 10_000, cost: 1, pace: pace)]
        let intervals = Intervals(demands, rate: 0.25)
        #expect(abs(intervals.interval(cost: 1, pace: pace) - 40_000) < 1e-3)
    }

    @Test func nothingToSpendMeansAVeryLongTime() {
        let pace = Pace(weight: 1, minimum: 30, maximum: 1_800)
        let intervals = Intervals([Demand(count: 1, cost: 1, pace: pace)], rate: 0)
        #expect(intervals.interval(cost: 1, pace: pace) == 7 * 86_400)
    }

    @Test(arguments: 0..<200)
    func theWholeRateIsSpentWithinTheLimits(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let demands = random(&generator)
        let slowest = demands.reduce(0) { $0 + $1.spending(every: $1.pace.maximum) }
        let fastest = demands.reduce(0) { $0 + $1.spending(every: $1.pace.minimum) }
        let rate = Double.random(in: slowest...fastest, using: &generator)
        let intervals = Intervals(demands, rate: rate)
        #expect(abs(spending(demands, intervals) / rate - 1) < 1e-6)
        for demand in demands {
            let interval = intervals.interval(cost: demand.cost, pace: demand.pace)
            #expect(interval >= demand.pace.minimum && interval <= demand.pace.maximum * (1 + 1e-9))
        }
    }

    @Test(arguments: 0..<100)
    func movingRequestsFromOneFeedToAnotherOnlyMakesItWorse(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let demands = random(&generator)
        let slowest = demands.reduce(0) { $0 + $1.spending(every: $1.pace.maximum) }
        let fastest = demands.reduce(0) { $0 + $1.spending(every: $1.pace.minimum) }
        let intervals = Intervals(demands, rate: (slowest + fastest) / 2)
        let best = demands.map { intervals.interval(cost: $0.cost, pace: $0.pace) }
        let least = zip(demands, best).reduce(0) { $0 + Double($1.0.count) * $1.0.pace.weight * $1.1 / 2 }
        for _ in 0..<50 {
            let (from, to) = (
                Int.random(in: demands.indices, using: &generator), Int.random(in: demands.indices, using: &generator)
            )
            guard from != to else { continue }
            let moved = demands[from].spending(every: best[from]) * 0.01
            var other = best
            for (index, change) in [(from, -moved), (to, moved)] {
                let spending = demands[index].spending(every: best[index]) + change
                other[index] = Double(demands[index].count * demands[index].cost) / spending
            }
            let isAllowed = [from, to].allSatisfy {
                other[$0] >= demands[$0].pace.minimum && other[$0] <= demands[$0].pace.maximum
            }
            guard isAllowed else { continue }
            let total = zip(demands, other).reduce(0) { $0 + Double($1.0.count) * $1.0.pace.weight * $1.1 / 2 }
            #expect(total >= least * (1 - 1e-9))
        }
    }

    @Test func tenThousandDifferentFeedsAreSolvedQuickly() {
        var generator = SplitMix(seed: 1)
        let demands = (0..<10_000).map { _ in
            Demand(
                count: 1, cost: 1, pace: Pace(weight: .random(in: 1...900, using: &generator), minimum: 2, maximum: 9e9)
            )
        }
        let spent = ContinuousClock().measure { _ = Intervals(demands, rate: 0.25) }
        #expect(spent < .milliseconds(500), "without optimisation, on a busy machine")
    }
}

struct PaceTests {
    @Test(arguments: FeedKind.allCases)
    func theMoreAttentionTheShorterTheLimitsAndTheGreaterTheWeight(kind: FeedKind) {
        let paces = Attention.allCases.map(kind.pace)
        for (closer, farther) in zip(paces, paces.dropFirst()) {
            #expect(closer.weight > farther.weight)
            #expect(closer.minimum <= farther.minimum)
            #expect(closer.maximum <= farther.maximum)
        }
    }

    @Test(arguments: Attention.allCases)
    func whatHardlyEverChangesIsAskedOnceAnHourAtMost(attention: Attention) {
        #expect(FeedKind.addonTypes.pace(attention).minimum == 3_600)
        #expect(FeedKind.job.pace(attention).minimum == 3_600)
    }
}
