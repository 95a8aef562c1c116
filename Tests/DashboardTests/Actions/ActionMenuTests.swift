import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// `X`: what else can be done with a row.
@Suite struct ActionMenuTests {
    private func state(_ pane: Character, columns: Int = 120, rows: Int = 40) -> State {
        var state = Sample.full(columns: columns, rows: rows)
        state.press(Key("G"), Key(pane))
        _ = state.wait(1)
        return state
    }

    private func performed(_ effects: [Effect]) -> [Action] {
        effects.compactMap { if case .perform(_, let action, _) = $0 { action } else { nil } }
    }

    /// "a Abort build brave-elk-7", "– Restart: it is paused"
    private func entries(_ state: State) -> [String] {
        guard case .menu(let menu) = state.overlay else { return [] }
        return state.entries(of: menu).map { entry in
            switch entry.choice {
            case .disabled(let reason): "\(entry.action.title): \(reason)"
            case .ask, .fillIn: "\(entry.action.key.displayName) \(entry.action.title) \(entry.detail)"
            }
        }
    }

    private func service(paused: Bool) -> FeedContent {
        .service(
            ServiceDetail(
                service: Sample.services[0], paused: paused, plan: "nf-compute-20", deployment: .init(instances: 4)))
    }

    @Test func aServiceOffersWhatItsStatusAllows() {
        var state = state("2")
        state.press(Key("X"))
        // Until it is known whether it is paused, both ways are open.
        #expect(
            entries(state) == ["Abort: no build of it is under way", "r Restart ", "u Resume ", "p Pause ", "s Scale "])
        state.tell(.service(Sample.api), service(paused: false))
        #expect(entries(state) == ["Abort: no build of it is under way", "r Restart ", "p Pause ", "s Scale "])
        state.tell(.service(Sample.api), service(paused: true))
        #expect(
            entries(state) == ["Abort: no build of it is under way", "Restart: it is paused", "u Resume ", "s Scale "])
    }

    @Test func whetherItIsPausedIsAskedWhileTheMenuIsOpen() {
        var state = state("2")
        let effects = state.press(Key("X"))
        #expect(effects.watched?[.service(Sample.api)] == .focused)
        #expect(state.press(Key(.escape)).watched?[.service(Sample.api)] == nil)
    }

    @Test func aBuildServiceOffersToAbortTheBuildUnderWay() {
        var state = state("2")
        state.press(Key("j"), Key("X"))
        #expect(entries(state) == ["a Abort build brave-elk-7"])
        state.press(Key(.enter))
        let effects = state.press(Key(.enter))
        #expect(
            performed(effects) == [.abort(.build(BuildReference(service: Sample.builder, build: "brave-elk-7")))])
    }

    @Test func aCronJobsScheduleIsSwitchedOffAndOn() {
        var state = state("4")
        state.press(Key("/"))
        state.type("nightly")
        state.press(Key(.enter), Key("X"))
        #expect(entries(state) == ["Abort: no run of it is under way", "s Switch its schedule off "])
        state.press(Key("s"))
        #expect(performed(state.press(Key(.enter))) == [.suspend(Sample.nightly)])
        var jobs = Sample.jobs
        jobs[0].suspended = true
        state.tell(.jobs(Sample.shop), .jobs(jobs))
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: nil)), now: state.now)
        state.press(Key("X"), Key("u"))
        #expect(performed(state.press(Key(.enter))) == [.unsuspend(Sample.nightly)])
    }

    @Test func aPausedAddonIsResumedAndARunningOneRestarted() {
        var state = state("5")
        state.press(Key("/"))
        state.type("cache")
        state.press(Key(.enter), Key("X"))
        #expect(
            entries(state) == [
                "Abort: no backup of it is under way", "Restart: it isn't running: paused", "u Resume ", "s Scale ",
            ])
        state.press(Key("u"))
        #expect(performed(state.press(Key(.enter))) == [.resume(.addon(Sample.cache))])
    }

    /// Puts the selection on the backup of the orders.
    private func atBackup(columns: Int = 120, rows: Int = 40) -> State {
        var state = state("5", columns: columns, rows: rows)
        state.select(.backup(BackupReference(addon: Sample.orders, backup: "backup-1")), in: .backups)
        _ = state.wait(1)
        return state
    }

    @Test func aRestoreTakesTheTypedNameOfTheAddon() {
        let restore = Action.restore(BackupReference(addon: Sample.orders, backup: "backup-1"))
        var state = atBackup()
        state.press(Key("X"))
        #expect(entries(state) == ["r Restore "])
        state.press(Key("r"))
        #expect(performed(state.press(Key(.enter))).isEmpty)
        #expect(state.shownActions.last == "Type \"orders-db\" first.")
        state.type("orders-d")
        #expect(performed(state.press(Key(.enter))).isEmpty)
        // Letters that answer other questions are text here.
        state.press(Key("y"))
        #expect(state.actions.isEmpty)
        state.press(Key(.backspace))
        state.type("b")
        #expect(performed(state.press(Key(.enter))) == [restore])
    }

    @Test func aNameCanNotBePasted() {
        var state = atBackup()
        state.press(Key("X"), Key("r"))
        _ = state.update(.input(.paste("orders-db")), now: state.now)
        #expect(performed(state.press(Key(.enter))).isEmpty)
    }

    @Test func aRestoreUnderWayCanBeAborted() {
        var state = atBackup()
        let restore = Restore(id: "r1", backup: "backup-1", status: .inProgress)
        let effects = state.press(Key("X"))
        #expect(effects.watched?[.restores(Sample.orders)] == .focused)
        state.tell(.restores(Sample.orders), .restores([restore]))
        #expect(entries(state) == ["a Abort restore r1", "r Restore "])
    }

    @Test func whatIsOverCanNotBeAborted() {
        var state = state("3")
        state.select(.build(BuildReference(service: Sample.api, build: "swift-fox-12")), in: .builds)
        state.press(Key("X"))
        #expect(entries(state) == ["Abort: it is over: success"])
        #expect(performed(state.press(Key(.enter))).isEmpty)
        #expect(state.shownActions.last == "Abort: it is over: success.")
    }

    @Test func aPauseTakesTheNameAndAResumeDoesNot() {
        var state = state("2")
        state.press(Key("X"), Key("p"))
        #expect(performed(state.press(Key(.enter))).isEmpty)
        state.type("api")
        #expect(performed(state.press(Key(.enter))) == [.pause(.service(Sample.api))])
    }

    @Test func scalingAsksForSizesAndThenOnce() {
        var state = state("2")
        #expect(state.press(Key("X"), Key("s")).acting == [.loadCatalogue(.plans)])
        state.press(Key(.enter))
        #expect(state.shownActions.last == "Nothing is to change yet.")
        state.type("x")
        state.press(Key(.enter))
        #expect(state.shownActions.last == "Something is missing or wrong.")
        state.press(Key(.backspace))
        state.type("3")
        state.press(Key(.enter))
        #expect(
            performed(state.press(Key(.enter)))
                == [.scale(.service(Sample.api, ServiceScaleRequest(instances: 3)))])
    }

    @Test func aNoLeadsBackToWhatWasFilledIn() {
        var state = state("2")
        state.press(Key("X"), Key("s"))
        state.type("3")
        state.press(Key(.enter), Key(.escape))
        guard case .draft(let draft) = state.overlay else {
            Issue.record("the form is gone")
            return
        }
        #expect(draft.form.value("instances") == "3")
        state.press(Key(.escape))
        #expect(state.overlay == nil)
    }

    @Test func scalingToNothingTakesTheName() {
        var state = state("2")
        state.press(Key("X"), Key("s"))
        state.type("0")
        state.press(Key(.enter))
        #expect(performed(state.press(Key(.enter))).isEmpty)
        state.type("api")
        #expect(
            performed(state.press(Key(.enter)))
                == [.scale(.service(Sample.api, ServiceScaleRequest(instances: 0)))])
    }

    @Test func plansAreOfferedOnceTheyAreRead() {
        var state = state("2")
        state.press(Key("X"), Key("s"), Key(.down))
        let plans = CatalogueContent.plans([Plan(id: "nf-compute-10"), Plan(id: "nf-compute-20")])
        _ = state.update(.catalogueLoaded(.plans, .success(plans)), now: state.now)
        state.press(Key(.tab), Key(.tab), Key(.enter))
        #expect(
            performed(state.press(Key(.enter)))
                == [.scale(.service(Sample.api, ServiceScaleRequest(plan: "nf-compute-20")))])
        // They are read once.
        state.press(Key("j"), Key("j"), Key("X"))
        #expect(state.press(Key("s")).acting.isEmpty)
    }

    @Test func whatIsMarkedIsActedOnTogetherWhereThatIsSafe() {
        var state = state("2")
        state.press(Key(" "), Key(" "), Key(" "), Key("X"))
        #expect(
            entries(state) == [
                "a Abort 1 of 2", "r Restart 2 of 2", "u Resume 2 of 2",
                "Pause: one at a time: each one's name is to be typed",
                "Scale: one at a time",
            ])
        state.press(Key("r"))
        #expect(performed(state.press(Key(.enter))) == [.restart(.service(Sample.api))])
        let next = state.update(.actionEnded(ActionID(1), .accepted(id: nil)), now: state.now)
        #expect(performed(next) == [.restart(.service(Sample.web))])
    }

    @Test func inReadOnlyNothingIsOffered() {
        var state = Sample.full(readOnly: true)
        state.press(Key("G"), Key("2"), Key("X"))
        #expect(state.overlay == nil)
        #expect(state.shownActions.last == "Read-only: actions are switched off.")
    }

    @Test func aProjectHasNoOtherActions() {
        var state = Sample.full()
        state.press(Key("X"))
        #expect(state.overlay == nil)
    }

    // MARK: - Pictures

    static let sizes = [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)]

    @Test func theSmallestScreenHasRoomForTheNameThatIsTyped() {
        var state = atBackup(columns: 40, rows: 10)
        state.press(Key("X"), Key("r"))
        state.type("orders")
        expectPicture(state.view().grid, named: "restore-typed-40x10")
    }

    @Test(arguments: sizes) func pictures(size: Size) {
        func picture(_ name: String, _ state: State) {
            expectPicture(state.view().grid, named: "\(name)-\(size.columns)x\(size.rows)")
        }
        var menu = state("2", columns: size.columns, rows: size.rows)
        menu.press(Key("X"))
        menu.tell(.service(Sample.api), service(paused: false))
        picture("menu-service", menu)
        menu.press(Key("s"))
        menu.type("-1x")
        picture("scale-wrong", menu)
        menu.press(Key(.backspace), Key(.backspace), Key(.backspace))
        menu.type("0")
        menu.press(Key(.enter))
        picture("scale-to-nothing", menu)
        var restore = atBackup(columns: size.columns, rows: size.rows)
        restore.press(Key("X"), Key("r"))
        restore.type("orders")
        picture("restore-typed", restore)
    }
}
