import Testing
@testable import Dashboard
import TerminalUI
@Test func peek() {
    for (c, r) in [(120, 40), (80, 24), (50,12)] {
        var state = Sample.full(columns: c, rows: r)
        state.press(Key("2"))
        print(state.view().grid.lines.joined(separator: "\n"))
        state.press(Key("1"), Key("G"),Key("5"),Key("j"),Key("S"))
        print(state.view().grid.lines.joined(separator: "\n"))
    }
}
