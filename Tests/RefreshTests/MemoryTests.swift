import Northflank
import Testing

@testable import Refresh

/// What was heard of feeds before the planner began.
struct PlannerMemoryTests {
    @Test func whatWasJustAnsweredIsAskedWhenItIsDue() throws {
        var planner = Planner()
        planner.recall([services("a"): KnownAnswer(age: .seconds(5), requests: 1)], at: at(0))
        let first = planner.setInterest([.projects: .focused, services("a"): .background], at: at(0))
        #expect(first.asked == [.projects])
        _ = planner.rateLimit(limit(999), at: at(0.2))
        #expect(planner.answered(try first.asking(), requests: 1, at: at(0.2)).asked.isEmpty)
        // A background feed rests for half a minute at least.
        var asked: [Feed] = []
        var second = 1.0
        while second < 24 {
            asked += planner.tick(at: at(second)).asked
            second += 1
        }
        #expect(!asked.contains(services("a")))
    }

    @Test func whatIsUnknownIsAskedAtOnce() {
        var planner = Planner.warm()
        planner.recall([services("a"): KnownAnswer(age: .seconds(5), requests: 1)], at: at(1))
        let actions = planner.setInterest([services("a"): .background, services("b"): .background], at: at(1))
        #expect(actions.asked == [services("b")])
    }

    @Test func anOlderAnswerReplacesNoNewerOne() {
        var planner = Planner.warm()
        let known = planner.entries[.projects]?.answered
        _ = planner.setInterest([:], at: at(1))
        planner.recall([.projects: KnownAnswer(age: .seconds(500), requests: 3)], at: at(1))
        #expect(planner.entries[.projects]?.answered == known)
        planner.recall([.projects: KnownAnswer(age: .zero, requests: 3)], at: at(2))
        #expect(planner.entries[.projects]?.answered == at(2))
        #expect(planner.entries[.projects]?.pages == 3)
    }
}
