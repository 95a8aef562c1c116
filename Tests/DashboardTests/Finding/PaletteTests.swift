import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct PaletteTests {
    @discardableResult
    private func run(_ text: String, _ state: inout State) -> [Effect] {
        state.press(Key(":"))
        state.type(text)
        return state.press(Key(.enter))
    }

    private func found(_ text: String, _ state: State) -> [PaletteTarget] {
        var state = state
        state.press(Key(":"))
        state.type(text)
        guard case .palette(let palette) = state.overlay else { return [] }
        return palette.targets(from: 0, count: .max)
    }

    @Test func aServiceIsGoneToWithItsProjectSelected() {
        var state = Sample.full()
        run("builder", &state)
        #expect(state.overlay == nil)
        #expect(state.focus == .services)
        #expect(state.scope == Sample.shop)
        #expect(state.selectedRow == .service(Sample.builder))
    }

    @Test func aJobAnAddonAndAProjectAreGoneTo() {
        var state = Sample.full()
        run("cleanup", &state)
        #expect(state.focus == .runs && state.selectedRow == .job(Sample.cleanup))
        run("orders", &state)
        #expect(state.focus == .backups && state.selectedRow == .addon(Sample.orders))
        run("data", &state)
        #expect(state.focus == .projects && state.selectedRow == .project(Sample.data))
    }

    @Test func escapeComesBackToWhereOneWas() {
        var state = Sample.full()
        state.press(Key("2"), Key("j"))
        let before = state.selectedRow
        run("cleanup", &state)
        state.press(Key(.escape))
        #expect(state.focus == .services)
        #expect(state.scope == nil)
        #expect(state.selectedRow == before)
    }

    @Test func commandsAreDone() {
        var state = Sample.full()
        #expect(run("quit", &state) == [.quit])
        run("job runs", &state)
        #expect(state.focus == .runs)
        run("zoom", &state)
        #expect(state.zoomed)
    }

    @Test func aCommandWithAnArgumentIsTyped() {
        var state = Sample.full()
        state.press(Key("2"))
        run("sort age", &state)
        #expect(state.sorts[.services]?.column == .age)
    }

    @Test func aThemeIsSwitchedToByItsName() {
        var state = Sample.full()
        state.session.themes = ["default", "nord"]
        #expect(run("theme no", &state) == [.theme("nord")])
    }

    @Test func fromAPageOneGoesToTheThingItself() {
        var state = Sample.incident()
        state.press(Key("!"))
        run("builder", &state)
        #expect(state.page == nil)
        #expect(state.selectedRow == .service(Sample.builder))
        state.press(Key(.escape))
        #expect(state.page == .problems)
    }

    @Test func anActionFromThePaletteAsksFirst() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        let effects = run("build start", &state)
        #expect(state.overlay == .confirmation(Confirmation(subject: .buildLatest(Sample.api))))
        #expect(effects.acting.isEmpty)
    }

    @Test func whatCantBeDoneHereSaysWhy() {
        var state = Sample.full()
        run("run job", &state)
        #expect(state.shownActions == ["Select a job first (4)."])
    }

    @Test func readonlySwitchesActionsOffAndOn() {
        var state = Sample.full(columns: 80, rows: 24)
        state.press(Key("G"), Key("2"))
        run("readonly", &state)
        #expect(state.session.readOnly)
        #expect(state.view().grid.lines[0].contains("read-only"))
        state.press(Key("B"))
        #expect(state.overlay == nil)
        run("readonly", &state)
        #expect(!state.session.readOnly)
        state.press(Key("B"))
        #expect(state.overlay != nil)
    }

    @Test func whatIsMeantComesFirst() {
        let state = Sample.full()
        #expect(found("mouse", state).first == .command(.toggleMouse))
        #expect(found("readonly", state).first == .command(.toggleReadOnly))
        #expect(found("api", state).first == .row(.service(Sample.api)))
        #expect(found("sh", state).first == .row(.project(Sample.shop)))
    }

    @Test func whatWasChosenLatelyComesFirst() {
        var state = Sample.full()
        #expect(found("", state).first != .row(.service(Sample.web)))
        run("web", &state)
        #expect(found("", state).first == .row(.service(Sample.web)))
    }

    @Test func whatIsReadWhileItIsOpenIsFoundToo() {
        var state = Sample.blank()
        state.press(Key(":"))
        state.type("build")
        state.tell(.projects, .projects(Sample.projects))
        state.tell(.services(Sample.shop), .services(Sample.services))
        state.type("er")
        state.press(Key(.enter))
        #expect(state.selectedRow == .service(Sample.builder))
    }

    @Test func whatIsSelectedStaysSoWhileMoreIsRead() {
        var state = Sample.full()
        state.press(Key(":"))
        state.type("api")
        state.press(Key(.down), Key(.down))
        guard case .palette(let before) = state.overlay else {
            Issue.record("the palette is closed")
            return
        }
        var services = Sample.services
        services.insert(Service(id: "ap", name: "api", kind: .deployment), at: 0)
        state.tell(.services(Sample.shop), .services(services))
        guard case .palette(let after) = state.overlay else {
            Issue.record("the palette is closed")
            return
        }
        #expect(after.found.count == before.found.count + 1)
        #expect(after.target == before.target)
    }

    @Test func aNameThatNothingHasFindsNothing() {
        var state = Sample.full()
        #expect(run("qqqqq", &state).acting.isEmpty)
        #expect(state.overlay != nil, "there is something to mend in the text")
    }

    @Test func arrowsWalkThroughWhatIsFound() {
        var state = Sample.full()
        state.press(Key(":"))
        state.type("e")
        state.press(Key(.down), Key(.down), Key(.up))
        guard case .palette(let palette) = state.overlay else {
            Issue.record("the palette is closed")
            return
        }
        #expect(palette.selected == 1)
        state.press(Key(.up), Key(.up), Key(.up))
    }

    @Test func lettersAreText() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key(":"))
        #expect(state.type("qBTSR").acting.isEmpty)
    }

    @Test func aFilterThatHidesWhereOneGoesIsCleared() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("/"))
        state.type("web")
        state.press(Key(.enter))
        run("builder", &state)
        #expect(state.selectedRow == .service(Sample.builder))
        #expect(state.list(.services).filter.isEmpty)
    }
}
