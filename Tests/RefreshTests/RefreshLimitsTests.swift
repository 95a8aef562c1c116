import Northflank
import Testing

@testable import Refresh

struct RefreshLimitsTests {
    private func planner(_ limits: RefreshLimits) -> Planner {
        var configuration = Planner.Configuration()
        configuration.limits = [.builds: limits]
        return Planner(configuration: configuration)
    }

    /// Seconds between two askings of a list that is looked at and has the whole budget.
    private func interval(_ limits: RefreshLimits) throws -> Double {
        var planner = planner(limits)
        let first = planner.setInterest([builds("api"): .focused], at: at(0))
        _ = planner.rateLimit(limit(999), at: at(0))
        _ = planner.answered(try first.asking(), requests: 1, at: at(0))
        for _ in 0..<100 {
            guard let wake = planner.nextWake else { break }
            if planner.tick(at: wake).asked == [builds("api")] { return dawn.duration(to: wake).seconds }
        }
        Issue.record("it was never asked again")
        return 0
    }

    @Test func nothingIsAskedSoonerThanTheUserWants() throws {
        #expect(try interval(RefreshLimits()) < 5)
        #expect(try interval(RefreshLimits(soonest: 60)) >= 60)
    }

    @Test func whatTheUserWantsMoreOftenThanIsSafeIsAskedAsOftenAsIsSafe() throws {
        #expect(try interval(RefreshLimits(soonest: 0.01, latest: 0.01)) == interval(RefreshLimits()))
    }

    @Test func anIntervalStaysWithinBothBounds() {
        let pace = Pace(weight: 1, minimum: 30, maximum: 21_600)
        #expect(RefreshLimits(soonest: 60, latest: 600).applied(to: pace) == Pace(weight: 1, minimum: 60, maximum: 600))
        #expect(RefreshLimits(latest: 5).applied(to: pace) == Pace(weight: 1, minimum: 30, maximum: 30))
        #expect(RefreshLimits(soonest: 30_000).applied(to: pace).maximum == 30_000)
        #expect(RefreshLimits().applied(to: pace) == pace)
    }

    @Test func everyKindOfListHasItsFeed() {
        #expect(Set(FeedKind.allCases.compactMap(\.list)) == Set(RefreshLimits.List.allCases))
    }
}
