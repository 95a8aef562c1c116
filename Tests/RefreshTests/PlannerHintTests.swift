import Northflank
import Testing

@testable import Refresh

struct PlannerHintTests {
    private let runs = Feed.runs(JobReference(project: "shop", job: "nightly"))

    /// A planner that knows these, and is told something with the answer of the services list.
    private func told(_ hints: [Hint], _ interest: [Feed: Attention]) throws -> (Planner, [PlannerAction]) {
        var planner = Planner.warm()
        var interest = interest
        interest[services("shop")] = .visible
        for action in planner.setInterest(interest, at: at(1)) {
            _ = planner.answered(action.asking, requests: 1, at: at(1))
        }
        let again = planner.refreshNow([services("shop")], at: at(2))
        let actions = planner.answered(try again.asking(), requests: 1, hints: hints, at: at(2))
        return (planner, actions)
    }

    @Test func whatHasChangedIsAskedAtOnceWhateverItsInterval() throws {
        let (_, actions) = try told([.changed(builds("web"))], [builds("web"): .visible])
        #expect(actions.asked == [builds("web")])
    }

    @Test func whatHasChangedWithNobodyLookingIsAskedOnce() throws {
        var (planner, actions) = try told([.changed(builds("web"))], [:])
        #expect(actions.asked == [builds("web")])
        #expect(planner.answered(try actions.asking(), requests: 1, at: at(3)).isEmpty)
        #expect(planner.status(of: builds("web")) == nil, "nobody is interested")
        actions = planner.tick(at: at(3_000))
        #expect(!actions.asked.contains(builds("web")))
    }

    @Test func askingForWhatNobodyLooksAtTakesASmallShare() throws {
        let hints = (0..<50).map { Hint.changed(builds("s\($0)")) }
        var (planner, actions) = try told(hints, [:])
        var asked = actions.asked
        while !actions.isEmpty {
            actions = actions.flatMap { planner.answered($0.asking, requests: 1, at: at(2)) }
            asked += actions.asked
        }
        #expect(asked.count == 3)
    }

    @Test func anErrandSurvivesAChangeOfInterestAndBecomesInterest() throws {
        var (planner, actions) = try told([.changed(builds("web"))], [:])
        let asking = try actions.asking()
        #expect(planner.setInterest([services("shop"): .visible], at: at(2)).isEmpty)
        #expect(planner.expects(asking))
        actions = planner.setInterest([services("shop"): .visible, builds("web"): .background], at: at(2))
        #expect(actions.isEmpty)
        _ = planner.answered(asking, requests: 1, at: at(3))
        #expect(planner.status(of: builds("web"))?.lastAnswered == at(3))
    }

    @Test func anErrandThatFailsIsGivenUp() throws {
        var (planner, actions) = try told([.changed(builds("web"))], [:])
        _ = planner.failed(try actions.asking(), broken, requests: 1, at: at(3))
        #expect(planner.status(of: builds("web")) == nil)
        actions = planner.tick(at: at(400))
        #expect(!actions.asked.contains(builds("web")))
    }

    @Test func aQuietFeedIsNotAskedBeforeItsTimeAndThenAtOnce() throws {
        var (planner, _) = try told([.quiet(runs, .seconds(700))], [runs: .background])
        var asked: [Double] = []
        for second in 3..<1_000 {
            for action in planner.tick(at: at(Double(second))) {
                if action.asked == runs { asked.append(Double(second)) }
                _ = planner.answered(action.asking, requests: 1, at: at(Double(second)))
            }
            if !asked.isEmpty { break }
        }
        #expect(asked == [702])
    }

    @Test func aQuietFeedThatIsLookedAtIsAskedAtItsInterval() throws {
        var (planner, _) = try told([.quiet(runs, .seconds(3_000))], [runs: .background])
        _ = planner.setInterest([services("shop"): .visible, runs: .focused], at: at(3))
        let interval = try #require(planner.interval(of: runs))
        #expect(planner.tick(at: at(3).advanced(by: interval)).asked.contains(runs))
    }

    @Test func aQuietFeedHasNoShareInTheRate() throws {
        var (planner, _) = try told([], [runs: .background, builds("web"): .focused, jobs("shop"): .background])
        let before = try #require(planner.interval(of: jobs("shop")))
        let again = planner.refreshNow([runs], at: at(4))
        for action in again {
            let hints = action.asked == runs ? [Hint.quiet(runs, .seconds(2_000))] : []
            _ = planner.answered(action.asking, requests: 1, hints: hints, at: at(4))
        }
        #expect(planner.interval(of: runs) == nil)
        #expect(try #require(planner.interval(of: jobs("shop"))) <= before)
    }
}
