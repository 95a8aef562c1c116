import Northflank
import TerminalUI
import Testing

@testable import Dashboard

/// Names and messages come from strangers. Whatever they hold, the screen keeps its shape.
@Suite struct HostileTextTests {
    static let names = [
        String(repeating: "x", count: 10_000), "\u{1B}[2J\u{1B}]0;owned\u{07}evil", "日本語のサービス名はとても長いです",
        "שירות בעברית", "e\u{301}\u{302}\u{303}\u{304}lan", "👩‍👩‍👧‍👦 family 🇩🇪", "a\u{202E}gpj.exe",
        "line\nbreak\ttab\rreturn",
        "", "   ", "\u{200B}\u{FEFF}",
    ]

    private func state(named name: String, columns: Int, rows: Int) -> State {
        var state = Sample.blank(columns: columns, rows: rows)
        state.tell(.projects, .projects([Project(id: "p", name: name, description: name)]))
        state.tell(
            .services("p"),
            .services([
                Service(id: "s", name: name, kind: .combined, build: .init(status: BuildStatus(name)))
            ]))
        state.tell(
            .builds(ServiceReference(project: "p", service: "s")),
            .builds([Build(id: .init(name), branch: name, status: BuildStatus(name), sha: name, message: name)]))
        state.tell(.jobs("p"), .jobs([Job(id: "j", name: name, kind: .cron)]))
        state.tell(.addons("p"), .addons([Addon(id: "a", name: name, type: name, status: AddonStatus(name))]))
        return state
    }

    @Test(arguments: names) func bordersStayInTheirColumns(name: String) {
        let picture = state(named: name, columns: 120, rows: 40).view().grid
        let reference = state(named: "plain", columns: 120, rows: 40).view().grid
        for row in 2..<37 {
            for column in 0..<120 where reference[column, row].text == "│" {
                #expect(picture[column, row].text == "│", "column \(column) of row \(row)")
            }
        }
    }

    @Test(arguments: names) func noControlCharacterIsInAnyCell(name: String) {
        for (columns, rows) in [(120, 40), (80, 24), (40, 10)] {
            var state = state(named: name, columns: columns, rows: rows)
            for key in ["2", "3", "4", "5", "1"] {
                state.press(Key(Character(key)))
                for cell in state.view().grid.cells {
                    #expect(cell.base == 0 || (cell.base >= 0x20 && cell.base != 0x7F && cell.base != 0x202E))
                }
            }
        }
    }

    @Test(arguments: names) func paletteFilterAndBulkQuestionsShowThemSafely(name: String) {
        for (columns, rows) in [(120, 40), (80, 24), (40, 10)] {
            var state = state(named: name, columns: columns, rows: rows)
            state.press(Key("2"), Key("m"), Key(" "), Key("B"))
            expectSafe(state)
            state.press(Key(.escape), Key(":"))
            expectSafe(state)
            state.type("e")
            expectSafe(state)
            state.press(Key(.escape), Key("/"))
            _ = state.update(.input(.paste(name)), now: state.now)
            expectSafe(state)
        }
    }

    private func expectSafe(_ state: State) {
        for cell in state.view().grid.cells {
            #expect(cell.base == 0 || (cell.base >= 0x20 && cell.base != 0x7F && cell.base != 0x202E))
        }
    }

    @Test(arguments: names) func questionsAndDetailsShowThemSafely(name: String) {
        var state = state(named: name, columns: 80, rows: 24)
        state.press(Key("j"), Key("2"), Key("B"))
        #expect(state.view().grid.lines.contains { $0.contains("Start a build") })
        state.press(Key(.escape), Key("3"), Key(.enter))
        #expect(state.page != nil)
        #expect(state.view().grid.lines.contains { $0.contains("Status") })
    }
}
