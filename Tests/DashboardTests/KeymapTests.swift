import TerminalUI
import Testing

@testable import Dashboard

@Suite struct KeymapTests {
    @Test func noKeyStandsTwice() {
        for layer in [nil, .log, .json] as [Command.Layer?] {
            let keys = Keymap.standard.bindings.filter { $0.command.layer == layer }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func inALogItsOwnKeysComeFirst() {
        #expect(Keymap.standard.command(for: Key("t")) == .timeline)
        #expect(Keymap.standard.command(for: Key("t"), in: .log) == .log(.timestamps))
        #expect(Keymap.standard.command(for: Key("q"), in: .log) == .quit)
        #expect(Keymap.standard.command(for: Key("p")) == nil)
    }

    @Test func everyKeyThatChangesTheAccountIsACapitalLetter() {
        for binding in Keymap.standard.bindings where binding.command.section == .acting {
            for key in binding.keys {
                guard case .character(let character) = key.code else {
                    Issue.record("\(key) is no letter")
                    continue
                }
                #expect(character.isUppercase && key.modifiers.isEmpty)
            }
        }
    }

    @Test func noOtherKeyEverPerformsAnAction() {
        let acting = Set(
            Keymap.standard.bindings.filter { $0.command.section == .acting }.flatMap(\.keys))
        for pane in Pane.allCases {
            for binding in Keymap.standard.bindings {
                for key in binding.keys where !acting.contains(key) {
                    var state = Sample.full()
                    state.press(Key("G"), Key(Character("\(pane.rawValue)")))
                    // Twice: a question that a key opened must not be answered by the same key.
                    let effects = state.press(key, key)
                    for effect in effects { if case .perform = effect { Issue.record("\(key) acts in \(pane)") } }
                }
            }
        }
    }

    @Test func theFooterNamesOnlyKeysThatWorkHere() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        #expect(state.footerHints.contains { $0.key == "B" })
        #expect(!state.footerHints.contains { $0.key == "T" || $0.key == "S" })
        state.press(Key("4"))
        #expect(state.footerHints.contains { $0.key == "T" })
        #expect(!state.footerHints.contains { $0.key == "B" })
    }
}
