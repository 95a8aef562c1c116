import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct HistoryTests {
    @Test func bracketsWalkBackAndForthThroughPanes() {
        var state = Sample.full()
        state.press(Key("2"), Key("5"), Key("["))
        #expect(state.focus == .services)
        state.press(Key("["))
        #expect(state.focus == .projects)
        state.press(Key("]"), Key("]"))
        #expect(state.focus == .backups)
        state.press(Key("]"))
        #expect(state.focus == .backups)
    }

    @Test func whatWasSelectedIsSelectedAgain() {
        var state = Sample.full()
        state.press(Key("2"), Key("j"), Key("j"), Key(.enter), Key(.enter), Key("j"), Key("4"))
        state.press(Key("["))
        #expect(state.focus == .builds)
        #expect(state.selectedRow == .build(BuildReference(service: Sample.api, build: "calm-owl-3")))
        state.press(Key("["))
        #expect(state.page == .details(.service(Sample.api), scroll: 0))
        state.press(Key("["))
        #expect(state.page == nil)
        #expect(state.focus == .services)
        #expect(state.scope == nil)
        #expect(state.selectedRow == .service(Sample.api))
    }

    @Test func aPageThatWasLeftForAPaneIsComeBackTo() {
        var state = Sample.incident()
        state.press(Key("!"), Key("j"), Key("3"))
        #expect(state.page == nil)
        state.press(Key("["))
        #expect(state.page == .problems)
        state.press(Key("]"))
        #expect(state.page == nil)
        #expect(state.focus == .builds)
    }

    @Test func goingElsewhereForgetsWhatWasAhead() {
        var state = Sample.full()
        state.press(Key("2"), Key("5"), Key("["), Key("3"), Key("]"))
        #expect(state.focus == .builds)
        state.press(Key("["))
        #expect(state.focus == .services)
    }

    @Test func atTheEndsTheKeysAreNotOffered() {
        var state = Sample.full()
        #expect(state.availability(of: .walkBack) == .hidden)
        state.press(Key("["), Key("2"))
        #expect(state.availability(of: .walkBack) == .enabled)
        #expect(state.availability(of: .walkForward) == .hidden)
    }

    @Test func aPlaceWhoseProjectIsGoneStillHasItsPane() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("1"), Key("g"), Key("3"))
        state.tell(.projects, .projects([Project(id: Sample.data, name: "Data")]))
        state.press(Key("["), Key("["))
        #expect(state.focus == .services)
        #expect(state.scope == nil)
    }

    @Test func theHistoryIsBounded() {
        var state = Sample.full()
        for _ in 0..<100 { state.press(Key("2"), Key("3")) }
        #expect(state.history.behind.count == 50)
    }
}
