import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

/// What the terminal is sent while nothing happens, as cells: over a slow link each of them counts.
@Suite struct CalmTests {
    @Test func aRefreshThatChangesNothingDrawsNothingButTheAge() {
        var state = Sample.full()
        state.press(Key("G"))
        _ = state.wait(30)
        let before = state.view()
        _ = state.update(.feedStarted(.jobs(Sample.shop)), now: state.now.addingTimeInterval(1))
        #expect(state.view() == before)
        state.tell(.jobs(Sample.shop), .jobs(Sample.jobs), after: 0.3)
        state.tell(.runs(Sample.nightly), .runs(Sample.runs))
        state.tell(.services(Sample.shop), .services(Sample.services))
        let changed = state.view().grid.positions(otherThanIn: before.grid)
        let title = state.layout.panes[.services]?.row
        #expect(Set(changed.map(\.row)).count <= Pane.allCases.count)
        #expect(changed.contains { $0.row == title }, "the age of the services")
        for position in changed {
            #expect(state.layout.panes.values.contains { $0.row == position.row }, "not in a pane's title")
        }
    }

    @Test func theGaugeMovesWithTheAgesAndWithKeys() {
        var state = Sample.full(columns: 200, rows: 50)
        func shows(_ text: String) -> Bool { state.view().grid.lines[0].contains(text) }
        func spend(to remaining: Int) {
            let budget = Budget(limit: 1_000, remaining: remaining, resetsAt: nil, reserve: 50)
            _ = state.update(.budget(budget), now: state.now)
        }
        spend(to: 900)
        #expect(shows("900/1000"), "the first that is heard")
        spend(to: 899)
        #expect(shows("900/1000"), "each request would have it drawn")
        _ = state.wait(State.clockStep)
        #expect(shows("899/1000"), "with the ages")
        spend(to: 898)
        state.press(Key("j"))
        #expect(shows("898/1000"), "with a key, which draws anyway")
        spend(to: 888)
        #expect(shows("888/1000"), "at once where much is spent together")
        spend(to: 60)
        spend(to: 55)
        #expect(shows("60/1000"))
        spend(to: 50)
        #expect(shows("50/1000"), "at once where only the reserve is left")
    }

    @Test func agesMoveTogetherAndNotEachSecond() {
        var state = Sample.full()
        var drawn = [state.view()]
        for _ in 0..<60 {
            _ = state.wait(1)
            let frame = state.view()
            if frame != drawn.last { drawn.append(frame) }
        }
        #expect(drawn.count <= 7)
    }

    @Test func aCalmDashboardIsDrawnAgainOnlyWhenAnAgeChanges() {
        var state = Sample.full()
        _ = state.wait(5)
        let next = state.nextRedraw
        #expect(next > state.now)
        _ = state.update(.tick, now: next.addingTimeInterval(-0.001))
        let before = state.view()
        _ = state.update(.tick, now: next)
        #expect(state.view() != before)
    }

    @Test func aKeyChangesNoAges() {
        var state = Sample.full()
        state.press(Key("2"))
        let before = state.view()
        _ = state.update(.input(.key(Key("j"))), now: state.now.addingTimeInterval(9))
        let rows = Set(state.view().grid.positions(otherThanIn: before.grid).map(\.row))
        let titles = [state.layout.header.row] + state.layout.panes.values.map(\.row)
        #expect(!rows.isEmpty && rows.isDisjoint(with: titles))
    }

    @Test func aSpinnerShowsOnlyWhatTakesLong() {
        var state = Sample.full()
        _ = state.update(.feedStarted(.services(Sample.shop)), now: state.now)
        #expect(!state.isSpinning)
        let late = state.nextRedraw
        #expect(late.timeIntervalSince(state.now) <= 0.5)
        _ = state.update(.tick, now: late)
        #expect(state.isSpinning)
        state.tell(.services(Sample.shop), .services(Sample.services))
        #expect(!state.isSpinning)
    }

    @Test func withoutAConnectionSecondsCount() {
        var state = Sample.full()
        let error = APIError.unreachable(.dns(host: "api.northflank.com"), mayHaveArrived: false)
        _ = state.update(.feedFailed(.projects, error, retryIn: .seconds(30)), now: state.now)
        #expect(state.nextRedraw.timeIntervalSince(state.now) <= 1)
    }
}

extension Grid {
    fileprivate func positions(otherThanIn before: Grid) -> [Position] {
        (0..<size.rows).flatMap { row in
            (0..<size.columns).filter { self[$0, row] != before[$0, row] }.map { Position(column: $0, row: row) }
        }
    }
}
