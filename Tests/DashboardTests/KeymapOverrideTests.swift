import TerminalUI
import Testing

@testable import Dashboard

/// Keys of the user's own.
@Suite struct KeymapOverrideTests {
    private typealias Binding = Keymap.Binding

    private func refusal(_ overrides: [Keymap.Binding]) -> Keymap.Refusal? {
        do throws(Keymap.Refusal) {
            _ = try Keymap.standard.overridden(by: overrides)
            return nil
        } catch {
            return error
        }
    }

    @Test func everyCommandHasANameOfItsOwn() {
        let names = Command.bindable(themes: ["nord"], contexts: ["work"]).map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
    }

    @Test func anOverrideReplacesTheKeysOfItsCommandAndNoOthers() throws {
        let keymap = try Keymap.standard.overridden(by: [Binding([Key("x"), Key(.function(2))], .zoom)])
        #expect(keymap.command(for: Key("x")) == .zoom)
        #expect(keymap.command(for: Key(.function(2))) == .zoom)
        #expect(keymap.command(for: Key("z")) == nil)
        #expect(keymap.command(for: Key("j")) == .moveDown)
        #expect(keymap.bindings.count == Keymap.standard.bindings.count)
    }

    @Test func aCommandWithoutAKeyCanHaveOne() throws {
        let keymap = try Keymap.standard.overridden(by: [Binding([Key("v")], .toggleReadOnly)])
        #expect(keymap.command(for: Key("v")) == .toggleReadOnly)
        #expect(refusal([Binding([Key("v")], .sort(.age)), Binding([Key("V")], .theme("nord"))]) == nil)
    }

    @Test func aCommandThatHasLostItsKeysIsInThePaletteStill() throws {
        var state = Sample.full()
        state.keymap = try Keymap.standard.overridden(by: [Binding([], .zoom)])
        state.press(Key("z"))
        #expect(!state.zoomed)
        state.press(Key(":"))
        state.type("zoom")
        state.press(Key(.enter))
        #expect(state.zoomed)
    }

    @Test func aKeyOfAnotherCommandIsRefused() {
        let refusal = refusal([Binding([Key("j")], .zoom)])
        #expect(refusal == Keymap.Refusal(command: .zoom, key: Key("j"), reason: .taken(by: .moveDown)))
        #expect(refusal?.description.contains("\"j\"") == true)
        #expect(refusal?.description.contains("move-down") == true)
    }

    @Test func aKeyThatItsCommandGivesUpIsFree() {
        #expect(refusal([Binding([Key("j")], .zoom), Binding([Key("n")], .moveDown)]) == nil)
        #expect(refusal([Binding([Key("n")], .moveDown), Binding([Key("j")], .zoom)]) == nil)
    }

    @Test func twoOverridesWithTheSameKeyAreRefusedAtTheSecond() {
        #expect(
            refusal([Binding([Key("x")], .zoom), Binding([Key("u"), Key("x")], .mark)])
                == Keymap.Refusal(command: .mark, key: Key("x"), reason: .taken(by: .zoom)))
    }

    @Test(arguments: [
        Key("b"), Key("1"), Key("!"), Key(.function(2)), Key(.enter), .control("b"), Key(.character("B"), .alt),
    ])
    func onlyACapitalLetterAloneChangesTheAccount(key: Key) {
        #expect(
            refusal([Binding([Key("V"), key], .startBuild)])
                == Keymap.Refusal(command: .startBuild, key: key, reason: .noCapitalLetter))
    }

    @Test func theKeyOfAnActionIsNotTheAnswerToItsQuestion() {
        #expect(
            refusal([Binding([Key("Y")], .startBuild)])
                == Keymap.Refusal(command: .startBuild, key: Key("Y"), reason: .answersQuestions))
        #expect(refusal([Binding([Key("Y")], .zoom)]) == nil)
    }

    @Test func anActionsKeyCanBeAnotherCapitalOrNone() throws {
        let keymap = try Keymap.standard.overridden(by: [Binding([Key("V")], .startBuild), Binding([], .backUp)])
        #expect(keymap.command(for: Key("V")) == .startBuild)
        #expect(keymap.command(for: Key("S")) == nil)
    }

    @Test func thereIsAlwaysAWayOut() {
        #expect(refusal([Binding([], .quit)]) == Keymap.Refusal(command: .quit, reason: .neededToLeave))
    }

    @Test func everythingOnTheScreenNamesTheKeysAsTheyAre() throws {
        var state = Sample.full()
        state.keymap = try Keymap.standard.overridden(by: [
            Binding([Key("p")], .focus(.projects)), Binding([Key("v")], .focus(.services)),
            Binding([Key("V")], .startBuild), Binding([Key("b")], .problems),
        ])
        state.press(Key("V"))
        #expect(state.toasts.map(\.text) == ["Select a service first (v)."])
        state.press(Key("v"), Key("j"))
        #expect(state.footerHints.contains { $0.key == "V" && $0.title == "build" })
        let picture = state.view().grid.lines.joined()
        #expect(picture.contains("v Services"))
        #expect(!picture.contains("2 Services"))
    }
}
