import Northflank
import Testing

@testable import Refresh

struct BudgetTests {
    private func budget(_ heard: RateLimit) -> Budget {
        var budget = Budget()
        budget.advance(to: dawn)
        budget.report(heard, isAlone: true, at: dawn)
        return budget
    }

    @Test(arguments: [(1_000, 50), (10_000, 500), (1_001, 51), (100, 10), (30, 10), (10, 5), (0, 0)])
    func theReserveIsFivePercentAndAtLeastTenButNeverMostOfIt(limit: Int, reserve: Int) {
        #expect(Budget.reserve(limit: limit) == reserve)
    }

    @Test func whatIsLeftAboveTheReserveIsSpentEvenlyToTheReset() {
        #expect(abs(budget(limit(770, resetIn: 1_440)).rate(at: dawn) - 0.5) < 1e-9)
    }

    @Test func whatIsUnderWayCountsAsSpent() {
        var budget = budget(limit(100))
        budget.begin(12, for: .requested, at: dawn)
        #expect(budget.available == 38)
        budget.end(12, actual: 12, for: .requested, at: dawn)
        #expect(budget.available == 50)
    }

    @Test func atTheReserveNothingGoesOutBeforeTheReset() {
        let budget = budget(limit(50, resetIn: 600))
        #expect(budget.time(for: 1, .requested, at: dawn) == at(601))
        #expect(budget.pause(at: dawn) == .init(reason: .reserve, until: at(601)))
    }

    @Test func whatCostsMoreThanIsLeftWaitsWhileCheaperThingsGo() {
        let budget = budget(limit(55, resetIn: 600))
        #expect(budget.time(for: 6, .requested, at: dawn) == at(601))
        #expect(budget.time(for: 5, .requested, at: dawn) == dawn)
    }

    @Test func anAnswerThatWasOvertakenDoesNotGiveRequestsBack() {
        var budget = budget(limit(900))
        budget.report(limit(905), isAlone: false, at: at(1))
        #expect(budget.window?.remaining == 900)
    }

    @Test func aloneTheHeadersAreTheTruth() {
        var budget = budget(limit(900))
        budget.spend(30)
        budget.report(limit(899, resetIn: 3_599), isAlone: true, at: at(1))
        #expect(budget.window?.remaining == 899)
    }

    @Test func othersWhoSpendSlowUsDownWithOneAnswer() {
        var budget = budget(limit(1_000))
        let before = budget.rate(at: dawn)
        budget.report(limit(525, resetIn: 3_599), isAlone: true, at: at(1))
        #expect(budget.rate(at: at(1)) < before / 2)
    }

    @Test func aNewWindowIsTakenWholeHoweverManyAreUnderWay() {
        var budget = budget(limit(60, resetIn: 10))
        budget.report(limit(990, resetIn: 3_600), isAlone: false, at: at(10))
        #expect(budget.window == .init(limit: 1_000, remaining: 990, resetsAt: at(3_610), heardAt: at(10)))
    }

    @Test func aSlowAnswerIsNoNewWindow() {
        var budget = budget(limit(500, resetIn: 3_600))
        budget.report(limit(700, resetIn: 3_600), isAlone: false, at: at(40))
        #expect(budget.window?.remaining == 500)
    }

    @Test func aClockThatRunsFasterThanOursIsFollowed() {
        var budget = budget(limit(500, resetIn: 3_600))
        budget.report(limit(499, resetIn: 3_000), isAlone: true, at: at(10))
        #expect(budget.window?.resetsAt == at(3_010))
    }

    @Test func afterTheResetOneRequestFindsOut() {
        var budget = budget(limit(50, resetIn: 600))
        budget.advance(to: at(601))
        #expect(budget.available == nil)
        #expect(budget.time(for: 1, .due, at: at(601)) == at(601))
        budget.begin(1, for: .due, at: at(601))
        #expect(budget.time(for: 1, .due, at: at(601)) == nil)
    }

    @Test func oneRefusalWaitsAsLongAsItSays() {
        var generator = SplitMix(seed: 1)
        var budget = budget(limit(500))
        budget.refuse(retryAfter: .seconds(120), at: dawn, using: &generator)
        #expect(budget.time(for: 1, .requested, at: at(60)) == at(120))
        #expect(budget.pause(at: at(60))?.reason == .refused)
        budget.advance(to: at(120))
        #expect(budget.time(for: 1, .requested, at: at(120)) == at(120))
        #expect(budget.pause(at: at(120)) == nil)
    }

    @Test func refusalsInARowWaitLongerAndLonger() {
        var generator = SplitMix(seed: 1)
        var budget = Budget()
        var now = dawn
        var waits: [Double] = []
        for _ in 0..<6 {
            budget.advance(to: now)
            budget.refuse(retryAfter: .zero, at: now, using: &generator)
            let until = budget.refusedUntil ?? now
            waits.append(now.duration(to: until).seconds)
            now = until
        }
        #expect(waits[0] >= 1 && waits[5] >= 32)
        #expect(waits[5] > waits[0])
    }

    @Test func aBurstIsAShareOfWhatIsLeftAndTheBackgroundLeavesSomeOfIt() {
        var budget = budget(limit(1_000))
        var background = 0
        while budget.time(for: 1, .eager(.background), at: dawn) == dawn {
            budget.begin(1, for: .eager(.background), at: dawn)
            background += 1
        }
        var all = background
        while budget.time(for: 1, .eager(.focused), at: dawn) == dawn {
            budget.begin(1, for: .eager(.focused), at: dawn)
            all += 1
        }
        #expect((200...260).contains(background))
        #expect((all - background) >= 20)
        #expect(all <= 300)
    }
}

struct OthersSpendingTests {
    /// Each minute two headers of ours, and what others take between.
    private func spending(_ others: Int, minutes: Int) -> OthersSpending {
        var spending = OthersSpending()
        for minute in 0..<minutes {
            spending.heard(remaining: 1_000 - minute * (others + 2), isAlone: true, at: at(Double(minute) * 60))
            spending.heard(remaining: 999 - minute * (others + 2), isAlone: false, at: at(Double(minute) * 60 + 30))
        }
        return spending
    }

    @Test func ourOwnRequestsAreNotTakenForThoseOfOthers() {
        #expect(spending(0, minutes: 10).rate == 0)
    }

    @Test func aSteadyRateIsLearnt() {
        #expect(abs(spending(12, minutes: 30).rate - 0.2) < 0.01)
    }

    @Test func itTellsWhenTheyWillHaveTakenSoMany() throws {
        let spending = spending(12, minutes: 30)
        let time = try #require(spending.time(toSpend: 20, from: dawn, before: at(3_600)))
        #expect(abs(dawn.duration(to: time).seconds - 100) < 5)
        #expect(spending.time(toSpend: 1_000, from: dawn, before: at(3_600)) == nil)
        #expect(OthersSpending().time(toSpend: 1, from: dawn, before: at(3_600)) == nil)
    }
}
