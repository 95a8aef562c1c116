import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct MovingTests {
    @Test func theFirstRowOfProjectsIsAllProjects() {
        let state = Sample.full()
        #expect(state.list(.projects).rows == [.allProjects, .project(Sample.data), .project(Sample.shop)])
        #expect(state.selectedRow == .allProjects)
        #expect(state.scope == nil)
    }

    @Test func selectingAProjectShowsItsServicesByName() {
        var state = Sample.full()
        state.press(Key("G"))
        #expect(state.scope == Sample.shop)
        #expect(
            state.list(.services).rows == [.service(Sample.api), .service(Sample.builder), .service(Sample.web)])
    }

    @Test func overAllProjectsTroubleComesFirstThenWorkThenTheRest() {
        let state = Sample.full()
        #expect(
            state.list(.services).rows == [.service(Sample.web), .service(Sample.builder), .service(Sample.api)])
    }

    @Test func anAnswerThatComesWhileAPageIsOpenLeavesTheBuildsOfTheSelectedService() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("g"))
        let builds = state.list(.builds).rows
        #expect(!builds.isEmpty)
        state.press(Key("5"), Key(.enter))
        state.tell(.services(Sample.shop), .services(Sample.services.reversed()))
        state.tell(.builds(Sample.api), .builds(Sample.builds))
        state.press(Key(.enter))
        #expect(state.list(.builds).rows == builds)
    }

    @Test func tabAndShiftTabWalkThroughThePanesAndAround() {
        var state = Sample.full()
        var walked: [Pane] = []
        for _ in Pane.allCases {
            state.press(Key(.tab))
            walked.append(state.focus)
        }
        #expect(walked == [.services, .builds, .runs, .backups, .projects])
        state.press(Key(.tab, .shift))
        #expect(state.focus == .backups)
    }

    @Test(arguments: Pane.allCases) func digitsGoToPanes(pane: Pane) {
        var state = Sample.full()
        state.press(Key(Character("\(pane.rawValue)")))
        #expect(state.focus == pane)
    }

    @Test func theSelectionStaysOnItsRowWhenRowsComeBeforeIt() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("j"))
        #expect(state.selectedRow == .service(Sample.builder))
        let more = Sample.services + [Service(id: "accounts", name: "accounts", kind: .combined)]
        state.tell(.services(Sample.shop), .services(more))
        #expect(state.selectedRow == .service(Sample.builder))
        #expect(state.list(.services).index == 2)
    }

    @Test func whereTheSelectedRowIsGoneItsNeighbourIsSelected() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("j"))
        state.tell(.services(Sample.shop), .services(Sample.services.filter { $0.id != "builder" }))
        #expect(state.selectedRow == .service(Sample.web))
    }

    @Test func aProjectDeletedWhileItIsSelectedIsSaidAndAllProjectsAreShown() {
        var state = Sample.full()
        state.press(Key("G"))
        state.tell(.projects, .projects(Sample.projects.filter { $0.id != Sample.shop }))
        #expect(state.selectedRow == .allProjects)
        #expect(state.shownActions == ["The project Shop is gone."])
        #expect(state.account.services[Sample.shop] == nil)
    }

    @Test func enterDescendsAndEscapeWalksTheSameWayBack() {
        var state = Sample.full()
        state.press(Key("2"))
        state.press(Key("j"), Key("j"), Key(.enter))
        #expect(state.page == .details(.service(Sample.api), scroll: 0))
        state.press(Key(.enter))
        #expect(state.focus == .builds)
        #expect(state.scope == Sample.shop)
        #expect(state.list(.services).selected == .service(Sample.api))
        #expect(state.list(.builds).rows.count == 2)
        state.press(Key(.escape))
        #expect(state.page == .details(.service(Sample.api), scroll: 0))
        state.press(Key(.escape))
        #expect(state.focus == .services)
        #expect(state.scope == nil)
        #expect(state.selectedRow == .service(Sample.api))
    }

    @Test func runsStandUnderTheirJobThreeUntilItIsUnfolded() {
        var state = Sample.full()
        state.press(Key("G"), Key("4"), Key("j"))
        #expect(state.list(.runs).rows.count == 2 + 3)
        #expect(state.selectedRow == .job(Sample.nightly))
        state.press(Key("e"))
        #expect(state.list(.runs).rows.count == 2 + 5)
        state.press(Key("e"))
        #expect(state.list(.runs).rows.count == 2 + 3)
    }

    @Test func theFilterNarrowsAsItIsTypedAndEscapeClearsIt() {
        var state = Sample.full()
        state.press(Key("2"), Key("/"))
        state.type("FAILED we")
        #expect(state.list(.services).rows == [.service(Sample.web)])
        state.press(Key(.enter))
        #expect(!state.isFiltering)
        #expect(state.list(.services).rows.count == 1)
        state.press(Key(.escape))
        #expect(state.list(.services).rows.count == 3)
    }

    @Test func lettersTypedIntoAFilterAreNotCommands() {
        var state = Sample.full()
        state.press(Key("2"), Key("/"))
        let effects = state.type("qBTSR")
        #expect(effects.acting.isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func openingOnAProjectSelectsItOnceItIsKnown() {
        var state = Sample.blank(project: Sample.shop)
        state.tell(.projects, .projects(Sample.projects))
        #expect(state.scope == Sample.shop)
        #expect(state.list(.projects).selected == .project(Sample.shop))
    }

    @Test func openingOnAProjectHoldsWhateverIsAnsweredFirst() {
        var state = Sample.blank(project: Sample.shop)
        state.tell(.addons(Sample.shop), .addons([]))
        state.tell(.projects, .projects(Sample.projects))
        #expect(state.scope == Sample.shop)
    }

    @Test func openingOnAProjectThatDoesNotExistSaysSo() {
        var state = Sample.blank(project: "nowhere")
        state.tell(.projects, .projects(Sample.projects))
        #expect(state.scope == nil)
        #expect(state.shownActions == ["There is no project nowhere in this account."])
    }

    @Test func resizingKeepsSelectionFocusAndFilter() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("j"))
        _ = state.update(.resized(Size(columns: 40, rows: 10)), now: state.now)
        #expect(state.selectedRow == .service(Sample.builder))
        _ = state.update(.resized(Size(columns: 20, rows: 5)), now: state.now)
        _ = state.update(.resized(Size(columns: 200, rows: 50)), now: state.now)
        #expect(state.selectedRow == .service(Sample.builder))
        #expect(state.focus == .services)
    }
}
