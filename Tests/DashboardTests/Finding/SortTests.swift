import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct SortTests {
    private func atServices() -> State {
        var state = Sample.full()
        state.press(Key("2"))
        return state
    }

    private func names(_ state: State) -> [String] {
        state.list(.services).rows.compactMap { $0.service?.service.rawValue }
    }

    @Test func theUsualOrderIsWorstAndNewestFirst() {
        #expect(names(atServices()) == ["web", "builder", "api"])
    }

    @Test func sChoosesAColumnAndTheSameAgainTurnsItRound() {
        var state = atServices()
        state.press(Key("s"), Key("j"), Key(.enter))
        #expect(state.sorts[.services] == Sort(column: .name))
        #expect(names(state) == ["api", "builder", "web"])
        state.press(Key("s"), Key(.enter))
        #expect(names(state) == ["web", "builder", "api"])
        state.press(Key("s"), Key(.enter))
        #expect(names(state) == ["api", "builder", "web"])
    }

    @Test func theUsualOrderCanBeTakenBack() {
        var state = atServices()
        state.press(Key("s"), Key("j"), Key(.enter), Key("s"), Key("k"), Key(.enter))
        #expect(state.sorts.isEmpty)
        #expect(names(state) == ["web", "builder", "api"])
    }

    @Test func escapeChangesNothing() {
        var state = atServices()
        state.press(Key("s"), Key("j"), Key(.escape))
        #expect(state.overlay == nil)
        #expect(state.sorts.isEmpty)
    }

    @Test func whatHasNoValueComesLastEitherWay() {
        var state = atServices()
        _ = state.perform(.sort(.deployment))
        #expect(names(state) == ["web", "api", "builder"])
        _ = state.perform(.sort(.deployment))
        #expect(names(state) == ["api", "web", "builder"])
    }

    @Test func ageIsNewestFirst() {
        var state = atServices()
        _ = state.perform(.sort(.age))
        #expect(names(state) == ["builder", "web", "api"])
    }

    @Test func runsStayUnderTheirJob() {
        var state = Sample.full()
        state.press(Key("G"), Key("4"))
        _ = state.perform(.sort(.age))
        #expect(state.list(.runs).rows.first == .job(Sample.nightly))
        #expect(state.list(.runs).rows.last == .job(Sample.cleanup))
        #expect(state.list(.runs).rows.count == 5)
    }

    @Test(arguments: Pane.allCases) func everyColumnOfAPaneCanBeSortedBy(pane: Pane) {
        var state = Sample.full()
        state.press(Key("G"), Key(Character("\(pane.rawValue)")))
        let before = Set(state.list(pane).rows)
        for column in pane.content.sortColumns {
            _ = state.perform(.sort(column))
            #expect(Set(state.list(pane).rows) == before)
        }
    }

    @Test func theProjectIsNoColumnWhereThereIsOneOnly() {
        var state = atServices()
        #expect(state.sortColumns.contains(.project))
        state.press(Key("1"), Key("G"), Key("2"))
        #expect(!state.sortColumns.contains(.project))
    }

    @Test func everyColumnSortedByHasAHeading() {
        let state = Sample.full()
        let titles = Set(Pane.services.content.columns(state).map(\.title))
        #expect(Set(Pane.services.content.sortColumns.map(\.title)).isSubset(of: titles))
    }

    @Test func theSelectionStaysOnItsRow() {
        var state = atServices()
        state.press(Key("j"))
        let selected = state.selectedRow
        _ = state.perform(.sort(.name))
        #expect(state.selectedRow == selected)
    }

    @Test func theHeadingTellsTheColumnAndTheDirection() {
        var state = atServices()
        _ = state.perform(.sort(.name))
        #expect(state.view().grid.lines[2].contains("Name ↑"))
        _ = state.perform(.sort(.name))
        #expect(state.view().grid.lines[2].contains("Name ↓"))
    }

    @Test func withoutRoomForAHeadingTheTitleTellsIt() {
        var state = Sample.full(columns: 40, rows: 10)
        state.press(Key("2"))
        _ = state.perform(.sort(.age))
        #expect(state.view().grid.lines[1].contains("2 Services (3) ↓age"))
    }
}
