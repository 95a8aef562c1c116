import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct MouseTests {
    /// Where a text stands on the screen.
    private func position(of text: String, in state: State) throws -> Position {
        let lines = state.view().grid.lines
        let row = try #require(lines.firstIndex { $0.contains(text) }, "\(text) isn't shown")
        let start = try #require(lines[row].range(of: text)?.lowerBound)
        return Position(column: lines[row].distance(from: lines[row].startIndex, to: start), row: row)
    }

    @discardableResult
    private func click(_ text: String, _ state: inout State, after seconds: Double = 1) throws -> [Effect] {
        let mouse = Mouse(.press, at: try position(of: text, in: state))
        return state.update(.input(.mouse(mouse)), now: state.now.addingTimeInterval(seconds))
    }

    @Test func aClickFocusesAndSelects() throws {
        var state = Sample.full()
        try click("builder", &state)
        #expect(state.focus == .services)
        #expect(state.selectedRow == .service(Sample.builder))
    }

    @Test func aClickOnAnEmptyPlaceFocusesOnly() throws {
        var state = Sample.full()
        let before = state.list(.builds).selected
        _ = state.update(.input(.mouse(Mouse(.press, at: Position(column: 60, row: 24)))), now: state.now)
        #expect(state.focus == .builds)
        #expect(state.list(.builds).selected == before)
    }

    @Test func aClickOnAHeadingSortsByItAndAnotherTurnsItRound() throws {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("z"))
        try click("Deployment", &state)
        #expect(state.focus == .services)
        #expect(state.sorts[.services] == Sort(column: .deployment))
        #expect(state.list(.services).rows.first == .service(Sample.web))
        try click("Deployment", &state, after: 0.1)
        #expect(state.sorts[.services] == Sort(column: .deployment, isReversed: true))
        #expect(state.page == nil)
    }

    @Test func aClickBesideTheHeadingsSortsNothing() throws {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("z"))
        let heading = try position(of: "Deployment", in: state)
        let mouse = Mouse(.press, at: Position(column: heading.column - 1, row: heading.row))
        _ = state.update(.input(.mouse(mouse)), now: state.now)
        #expect(state.sorts.isEmpty)
    }

    @Test func aDoubleClickOpens() throws {
        var state = Sample.full()
        try click("● api", &state)
        try click("● api", &state, after: 0.2)
        #expect(state.page == .details(.service(Sample.api), scroll: 0))
    }

    @Test func onAPageTheWheelMovesAndAClickReachesNothingBehindIt() {
        var state = Sample.incident()
        state.press(Key("!"))
        _ = state.update(.input(.mouse(Mouse(.wheelDown, at: Position(column: 60, row: 5)))), now: state.now)
        #expect(state.problemList.index == 3)
        _ = state.update(.input(.mouse(Mouse(.press, at: Position(column: 60, row: 24)))), now: state.now)
        #expect(state.page == .problems)
        #expect(state.focus == .projects)
    }

    @Test func aDoubleClickOpensWhatItsFirstClickSelectedThoughTheFocusMovesThePanes() throws {
        var state = Sample.full()
        state.press(Key("2"))
        let mouse = Message.input(.mouse(Mouse(.press, at: try position(of: "● success          api", in: state))))
        _ = state.update([mouse, mouse], now: state.now)
        #expect(state.focus == .builds)
        #expect(state.page == .details(.latestBuild(Sample.api), scroll: 0))
    }

    @Test func twoSlowClicksOpenNothing() throws {
        var state = Sample.full()
        try click("● api", &state)
        try click("● api", &state, after: 2)
        #expect(state.focus == .services)
    }

    @Test func aClickOnAProjectShowsWhatIsInIt() throws {
        var state = Sample.full()
        try click("○ Data", &state)
        #expect(state.scope == Sample.data)
        #expect(state.list(.services).rows.isEmpty)
    }

    @Test func aClickOnATabGoesToItsPane() throws {
        var state = Sample.full(columns: 80, rows: 24)
        try click("4 Job runs", &state)
        #expect(state.focus == .runs)
    }

    private func withManyServices() -> State {
        var state = Sample.full()
        let services = (10..<60).map { Service(id: .init("s\($0)"), name: "s\($0)", kind: .combined) }
        state.tell(.services(Sample.shop), .services(services))
        state.press(Key("G"), Key("2"))
        return state
    }

    @Test func theWheelScrollsAndTakesTheSelectionAlongOnlyAtTheEdge() throws {
        var state = withManyServices()
        state.press(Key("j"), Key("j"), Key("j"), Key("j"))
        let selected = state.selectedRow
        let wheel = Message.input(.mouse(Mouse(.wheelDown, at: Position(column: 60, row: 5))))
        _ = state.update(wheel, now: state.now)
        #expect(state.list(.services).top == 3)
        #expect(state.selectedRow == selected)
        _ = state.update(wheel, now: state.now)
        #expect(state.list(.services).top == 6)
        #expect(state.list(.services).index == 6)
        let back = Message.input(.mouse(Mouse(.wheelUp, at: Position(column: 60, row: 5))))
        _ = state.update([back, back, back], now: state.now)
        #expect(state.list(.services).top == 0)
    }

    @Test func theWheelScrollsThePaneUnderItAndLeavesTheFocus() throws {
        var state = withManyServices()
        state.press(Key("1"))
        _ = state.update(.input(.mouse(Mouse(.wheelDown, at: Position(column: 60, row: 5)))), now: state.now)
        #expect(state.focus == .projects)
        #expect(state.list(.services).top == 3)
    }

    @Test func theWheelScrollsTheHelp() {
        var state = Sample.full(columns: 80, rows: 24)
        state.press(Key("?"))
        _ = state.update(.input(.mouse(Mouse(.wheelDown, at: Position(column: 40, row: 10)))), now: state.now)
        #expect(state.overlay == .help(Help(scroll: 3)))
    }

    @Test func aClickInThePaletteChooses() throws {
        var state = Sample.full()
        state.press(Key(":"))
        state.type("cleanup")
        try click("job in Shop", &state)
        #expect(state.selectedRow == .job(Sample.cleanup))
    }

    @Test func nothingAnswersAQuestionButAKey() throws {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"))
        for (column, row) in [(60, 20), (0, 0), (60, 24)] {
            let mouse = Mouse(.press, at: Position(column: column, row: row))
            #expect(state.update([.input(.mouse(mouse)), .input(.mouse(mouse))], now: state.now).acting.isEmpty)
        }
        #expect(state.overlay != nil)
    }

    @Test func theMouseCanBeSwitchedOff() {
        var state = Sample.full()
        #expect(state.view().mouse)
        state.press(Key(":"))
        state.type("mouse")
        state.press(Key(.enter))
        #expect(!state.view().mouse)
    }

    @Test(arguments: [
        Size(columns: 200, rows: 50), Size(columns: 80, rows: 24), Size(columns: 40, rows: 10),
        Size(columns: 5, rows: 3),
    ])
    func noClickAnywhereIsAnAction(size: Size) {
        for column in stride(from: 0, through: size.columns, by: 3) {
            for row in 0...size.rows {
                var state = Sample.full(columns: size.columns, rows: size.rows)
                let click = Message.input(.mouse(Mouse(.press, at: Position(column: column, row: row))))
                #expect(state.update([click, click], now: state.now).acting.isEmpty)
            }
        }
    }
}
