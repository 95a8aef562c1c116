import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct QuitTests {
    @Test(arguments: [Key("q"), .control("c")]) func quitsAtOnceWhenNothingIsAwaited(key: Key) {
        var state = Sample.full()
        #expect(state.press(key) == [.quit])
    }

    @Test func asksAgainWhileAnAnswerIsAwaited() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"), Key(.enter))
        #expect(state.press(Key("q")).acting.isEmpty)
        #expect(state.shownActions.last?.contains("still being sent") == true)
        #expect(state.press(Key("q")).acting == [.quit])
    }

    @Test func eachActionIsAskedAfterAnew() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"), Key(.enter), Key("q"))
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "new-1")), now: state.now)
        state.press(Key("B"), Key(.enter))
        #expect(state.press(Key("q")).acting.isEmpty)
    }

    @Test func anAcceptedActionHoldsNobodyBack() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"), Key(.enter))
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "new-1")), now: state.now)
        #expect(state.press(Key("q")).acting == [.quit])
    }

    @Test func controlCLeavesFromAnyQuestion() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"))
        #expect(state.press(.control("c")) == [.quit])
    }
}
