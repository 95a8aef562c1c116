import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// `:budget`: what is left of the hour's requests, and who spends them for what.
struct BudgetPageTests {
    private static let minute = Int(Sample.now.timeIntervalSince1970 / 60)

    private static func spent(
        _ count: Int, _ operation: String, _ reason: RequestReason, minutesAgo: Int = 5,
        by: String = "ana@jump-host pid 4711"
    ) -> SpentRequests {
        SpentRequests(minute: minute - minutesAgo, operation: operation, reason: reason, by: by, count: count)
    }

    private static let lines = [
        spent(80, "listServices", .visible), spent(40, "listServiceBuilds", .focused),
        spent(12, "listServiceBuilds", .active, minutesAgo: 2), spent(20, "listServices", .background, minutesAgo: 30),
        spent(1, "startServiceBuild", .action, by: "bob@jump-host pid 99"),
        spent(7, "getServiceBuildLogs", .log, by: "bob@jump-host pid 99"),
        // Of the window before: it began a quarter of an hour later.
        spent(500, "listServices", .visible, minutesAgo: 100),
    ]

    private static let budget = Budget(
        limit: 1000, remaining: 740, resetsAt: Sample.now.addingTimeInterval(900), reserve: 50, others: 0.1)

    /// The page, filled.
    private func page(columns: Int = 120, rows: Int = 40, _ budget: Budget = budget) -> State {
        var state = Sample.full(columns: columns, rows: rows)
        _ = state.update(.budget(budget), now: Sample.now)
        _ = state.perform(.budget)
        _ = state.update(.spendingLoaded(Self.lines), now: Sample.now)
        return state
    }

    private func text(_ state: State) -> String { state.view().grid.lines.joined(separator: "\n") }

    @Test(arguments: PictureTests.sizes) func itShowsWhatIsLeftAndWhoSpendsItForWhat(size: Size) {
        expectPicture(
            page(columns: size.columns, rows: size.rows).view().grid, named: "budget-\(size.columns)x\(size.rows)")
    }

    @Test func onlyThisHoursRequestsCount() {
        let spending = Spending(Self.lines, of: Self.budget, now: Sample.now)
        #expect(spending.total == 160)
        #expect(spending.shares(\.by).map(\.name) == ["ana@jump-host pid 4711", "bob@jump-host pid 99"])
        #expect(spending.shares(\.operation).first.map { $0 == (name: "listServices", count: 100) } == true)
    }

    @Test func whatIsGoneAndWasNotAskedFromHereIsTheOthers() {
        #expect(text(page()).contains("others"))
        #expect(text(page()).contains("6.0 a minute, 100 of this hour's"))
    }

    @Test func thePaceIsThatOfTheLastMinutes() {
        // 140 five minutes ago and since: what a start asks at once tells nothing of the next hour.
        let rate = Spending(Self.lines, of: Self.budget, now: Sample.now).rate(at: Sample.now)
        #expect(rate == 140.0 / 600)
        #expect(Spending([]).rate(at: Sample.now) == 0)
    }

    @Test func whatDoesNotLastToTheResetIsSaid() {
        #expect(text(page()).contains("to the reset"))
        var low = Self.budget
        low.remaining = 110
        low.others = 1
        #expect(low.lasts(at: 2, now: Sample.now) == 30)
        #expect(text(page(low)).contains("then only what you do yourself"))
    }

    @Test func beforeTheFirstAnswerNothingIsKnown() {
        var state = Sample.full()
        state.budget = nil
        _ = state.perform(.budget)
        #expect(text(state).contains("Not known before the API's first answer."))
    }

    @Test func itIsReadAgainEachSecondWhileItIsOpen() {
        var state = Sample.full()
        #expect(!state.update(.tick, now: Sample.now).contains(.loadSpending))
        _ = state.perform(.budget)
        #expect(state.update(.tick, now: Sample.now).contains(.loadSpending))
        #expect(!state.update(.tick, now: Sample.now.addingTimeInterval(0.5)).contains(.loadSpending))
        #expect(state.update(.tick, now: Sample.now.addingTimeInterval(1)).contains(.loadSpending))
        state.press(Key(.escape))
        #expect(!state.update(.tick, now: Sample.now.addingTimeInterval(9)).contains(.loadSpending))
    }

    @Test func aClickOnTheGaugeOpensItAndAnotherClosesIt() {
        var state = Sample.full()
        _ = state.update(.budget(Self.budget), now: Sample.now)
        let gauge = Position(column: 110, row: 0)
        let click = InputEvent.mouse(Mouse(.press, at: gauge))
        _ = state.update(.input(click), now: Sample.now)
        #expect(state.page == .budget(scroll: 0))
        _ = state.update(.input(click), now: Sample.now)
        #expect(state.page == nil)
    }

    @Test func aLongPageScrolls() {
        var state = page(columns: 80, rows: 24)
        state.press(Key("j"))
        #expect(state.page == .budget(scroll: 1))
        state.press(Key("G"))
        #expect(text(state).contains("startServiceBuild"))
    }
}
