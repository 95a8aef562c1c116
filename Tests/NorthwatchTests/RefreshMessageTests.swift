import Dashboard
import Foundation
import Northflank
import Refresh
import Testing

@testable import northwatch

/// What the refresher tells, as the dashboard hears it.
@Suite struct RefreshMessageTests {
    private let now = Date(timeIntervalSince1970: 1_000_000)
    private let instant = ContinuousClock.now

    private func budget(_ status: BudgetStatus) -> Budget? { Budget(status, now: now, instant: instant) }

    @Test func answersAndFailuresKeepTheirFeed() {
        let answer = FeedAnswer(content: .projects([]))
        #expect(Message(.loaded(.projects, answer)) == .feedLoaded(.projects, answer))
        #expect(
            Message(.failed(.projects, .cancelled, retryIn: .seconds(2)))
                == .feedFailed(.projects, .cancelled, retryIn: .seconds(2)))
    }

    @Test func beforeTheFirstAnswerNothingIsKnownOfTheBudget() { #expect(budget(BudgetStatus()) == nil) }

    @Test func theRefreshersClockBecomesTheWalls() {
        let status = BudgetStatus(
            limit: 1000, remaining: 900, reserve: 50, resetsAt: instant + .seconds(90),
            pause: .init(reason: .reserve, until: instant + .milliseconds(1500)))
        let budget = budget(status)
        #expect(budget?.resetsAt == now + 90)
        #expect(budget?.paused?.until == now + 1.5)
        #expect(budget?.limit == 1000)
        #expect(budget?.remaining == 900)
        #expect(budget?.reserve == 50)
    }

    @Test func aLostConnectionHasWordsOfItsOwn() {
        let error = APIError.unreachable(.timeout, mayHaveArrived: true)
        let status = BudgetStatus(limit: 10, remaining: 9, pause: .init(reason: .unreachable(error), until: nil))
        #expect(budget(status)?.paused == nil)
    }
}
