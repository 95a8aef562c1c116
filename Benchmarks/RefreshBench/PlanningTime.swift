import Northflank
import Refresh

/// How long the planner takes to plan ten thousand feeds anew, when what is looked at changes.
struct PlanningTime {
    static let feeds = 10_000

    /// The median and the longest of a hundred changes.
    let median: Duration
    let longest: Duration

    init() {
        let feeds = (0..<Self.feeds).map { number in
            Feed.builds(ServiceReference(project: .init("project-\(number / 25)"), service: .init("\(number)")))
        }
        var interest = Dictionary(uniqueKeysWithValues: feeds.map { ($0, Attention.background) })
        let clock = ContinuousClock()
        let dawn = clock.now
        var planner = Planner()
        var under = planner.setInterest(interest, at: dawn)
        let limit = RateLimit(limit: 1_000, remaining: 900, resetIn: .seconds(3_600))
        under += planner.rateLimit(limit, at: dawn)
        var times: [Duration] = []
        for look in 0..<100 {
            let now = dawn.advanced(by: .seconds(look))
            for action in under {
                guard case .ask(_, let asking) = action else { continue }
                under += planner.answered(asking, requests: 1, at: now)
            }
            interest[feeds[look]] = .visible
            interest[feeds[look + 1]] = .focused
            times.append(clock.measure { under = planner.setInterest(interest, at: now) })
        }
        times.sort()
        (median, longest) = (times[times.count / 2], times[times.count - 1])
    }
}
