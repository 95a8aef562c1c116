import Northflank
import Refresh

/// Measures how old what is wanted is, exactly: each feed's age is integrated over the time for which it is wanted,
/// from answer to answer. The age of a feed is the time since it was last asked with success, or since it came to be wanted
/// where that is later: nobody saw it before. What is wanted more, or less, than before keeps its age. The first hours are not measured: a start begins with a sweep, and ages that
/// count from a start would flatter lists that are asked more seldom than hourly.
struct Meter {
    /// Seconds of weighted and of plain age, and for how long, of one attention.
    struct Ages {
        private(set) var area = 0.0
        private(set) var time = 0.0
        /// Seconds spent at each age, in whole seconds.
        private var histogram: [Double] = []

        var mean: Double { time > 0 ? area / time : 0 }

        /// The age that is exceeded in one of twenty seconds.
        var p95: Double {
            var sum = 0.0
            for (age, seconds) in histogram.enumerated() {
                sum += seconds
                if sum >= 0.95 * time { return Double(age) }
            }
            return 0
        }

        mutating func add(from first: Double, to last: Double) {
            area += (last * last - first * first) / 2
            time += last - first
            if histogram.count <= Int(last) {
                histogram += Array(repeating: 0, count: Int(last) + 1 - histogram.count)
            }
            for age in Int(first)...Int(last) {
                histogram[age] += max(0, min(last, Double(age + 1)) - max(first, Double(age)))
            }
        }
    }

    private struct Watch {
        var attention: Attention
        /// Up to when it is counted.
        var counted: Double
    }

    /// When measuring begins and ends.
    let span: Range<Double>
    private(set) var ages: [Attention: Ages] = [:]
    /// Σ weight × age × time
    private var weighted = 0.0
    /// Integrals of the bound and of the number of feeds.
    private var boundArea = 0.0
    private var feedArea = 0.0
    private var now = 0.0
    private var roots = 0.0
    private var watched: [Feed: Watch] = [:]
    private var answered: [Feed: Double] = [:]
    private let rate: Double
    private let pages: (Feed) -> Int

    /// - Parameters:
    ///   - rate: the B of the bound: requests a second that the background may spend.
    ///   - pages: what a feed costs.
    init(span: Range<Double>, rate: Double, pages: @escaping (Feed) -> Int) {
        (self.span, self.rate, self.pages) = (span, rate, pages)
    }

    var weightedStaleness: Double { weighted / (span.upperBound - span.lowerBound) }

    /// `(Σ sqrt(weight × cost))² / 2B` over the feeds that are wanted, which change with what is looked at and what is
    /// under way: the mean of that over the time.
    var bound: Double { boundArea / (span.upperBound - span.lowerBound) }

    /// How many were wanted, on average.
    var feeds: Double { feedArea / (span.upperBound - span.lowerBound) }

    /// From now on this is wanted.
    mutating func watch(_ interest: [Feed: Attention], at time: Double) {
        pass(to: time)
        for (feed, watch) in watched where interest[feed] != watch.attention {
            count(feed, watch, to: time)
            watched[feed] = interest[feed].map { Watch(attention: $0, counted: time) }
        }
        for (feed, attention) in interest where watched[feed] == nil {
            answered[feed] = time
            watched[feed] = Watch(attention: attention, counted: time)
        }
        roots = interest.reduce(0) { sum, want in
            sum + (Planner.weight(of: want.key, at: want.value) * Double(pages(want.key))).squareRoot()
        }
    }

    /// A feed's answer is as things were at a time.
    mutating func answer(_ feed: Feed, asOf asked: Double, at time: Double) {
        if let watch = watched[feed] {
            count(feed, watch, to: time)
            watched[feed]?.counted = time
        }
        answered[feed] = asked
    }

    mutating func finish() {
        pass(to: span.upperBound)
        for (feed, watch) in watched { count(feed, watch, to: span.upperBound) }
        watched = [:]
    }

    private mutating func pass(to time: Double) {
        let (from, to) = (max(now, span.lowerBound), min(time, span.upperBound))
        if to > from {
            boundArea += (to - from) * roots * roots / (2 * rate)
            feedArea += (to - from) * Double(watched.count)
        }
        now = time
    }

    private mutating func count(_ feed: Feed, _ watch: Watch, to time: Double) {
        let (from, to) = (max(watch.counted, span.lowerBound), min(time, span.upperBound))
        guard to > from, let since = answered[feed] else { return }
        let (first, last) = (from - since, to - since)
        weighted += Planner.weight(of: feed, at: watch.attention) * (last * last - first * first) / 2
        ages[watch.attention, default: Ages()].add(from: first, to: last)
    }
}
