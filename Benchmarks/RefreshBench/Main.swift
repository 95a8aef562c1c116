import Refresh

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `make bench-refresh`: the planner on simulated accounts, beside other ways to ask and the bound that none beats. With
/// `JSON=1` one object a line. The seeds are the same each time, and with `SWIFT_DETERMINISTIC_HASHING=1`, which `make`
/// sets, so are the numbers but for the time that planning takes.
@main
enum Main {
    static let sizes = [10, 100, 1_000, 5_000]

    static func main() {
        let comparisons = sizes.lazy.map { Comparison(services: $0) }
        if ProcessInfo.processInfo.environment["JSON"] == "1" {
            for comparison in comparisons { print(comparison.json) }
            return
        }
        print(table(Comparison.heading, comparisons.flatMap(\.rows)))
        let planning = PlanningTime()
        print()
        print("Planning \(PlanningTime.feeds) feeds anew: \(planning.median) (median), \(planning.longest) (longest).")
    }
}
