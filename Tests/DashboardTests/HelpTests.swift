import TerminalUI
import Testing

@testable import Dashboard

@Suite struct HelpTests {
    private func lines(_ state: State, _ text: String = "") -> [String] {
        state.helpLines(text).map { $0.map(\.text).joined() }
    }

    @Test func itTellsTheKeysOfThisVeryPlace() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        #expect(lines(state).contains { $0.contains("B ") && $0.hasSuffix("Start a build of the selected service") })
        #expect(lines(state).contains { $0.hasSuffix("Trigger a run of the selected job: Select a job first (4).") })
        state.press(Key("4"))
        #expect(lines(state).contains { $0.hasSuffix("Trigger a run of the selected job") })
    }

    @Test func typingSearchesKeysAndWords() {
        var state = Sample.full()
        state.press(Key("2"), Key("?"))
        state.type("filter")
        guard case .help(let help) = state.overlay else {
            Issue.record("the help is closed")
            return
        }
        let found = lines(state, help.field.text)
        #expect(found.contains { $0.contains("Show only the rows that hold these words") })
        #expect(!found.contains { $0.contains("Select the next row") })
        #expect(lines(state, "ctrl-d").contains { $0.contains("Half a page down") })
        #expect(lines(state, "qqqq") == ["No key does that."])
    }

    @Test func noLetterTypedThereIsACommand() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("?"))
        #expect(state.type("qBTSR").acting.isEmpty)
        #expect(state.press(Key(.escape)).acting.isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func itScrollsNoFurtherThanItsEnd() {
        var state = Sample.full(columns: 80, rows: 24)
        state.press(Key("2"), Key("?"))
        for _ in 0..<30 { state.press(Key(.pageDown)) }
        let picture = state.view().grid.lines.joined()
        #expect(picture.contains("Not here"))
    }
}
