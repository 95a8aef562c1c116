import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct ActionTests {
    /// The shop's services have the focus, `api` is selected.
    private func atServices(readOnly: Bool = false) -> State {
        var state = Sample.full(readOnly: readOnly)
        state.press(Key("G"), Key("2"))
        return state
    }

    private func performed(_ effects: [Effect]) -> [Action] {
        effects.compactMap { if case .perform(_, let action, _) = $0 { action } else { nil } }
    }

    @Test func aCapitalLetterAsksAndSendsNothing() {
        var state = atServices()
        #expect(state.press(Key("B")).acting.isEmpty)
        #expect(state.overlay == .confirmation(Confirmation(subject: .buildLatest(Sample.api))))
    }

    @Test func enterSendsOnceAndOnlyOnce() {
        var state = atServices()
        state.press(Key("B"))
        let first = state.press(Key(.enter))
        #expect(performed(first) == [.startBuild(Sample.api, .latest)])
        #expect(performed(state.press(Key(.enter), Key(.enter))).isEmpty)
    }

    @Test func escapeSendsNothing() {
        var state = atServices()
        let effects = state.press(Key("B"), Key(.escape))
        #expect(performed(effects).isEmpty)
        #expect(state.overlay == nil)
        #expect(state.actions.isEmpty)
    }

    @Test func whatWasThereBeforeGoesWithTheAction() {
        var state = atServices()
        let effects = state.press(Key("B"), Key(.enter))
        guard case .perform(_, _, let known) = effects.acting.first else {
            Issue.record("nothing is performed")
            return
        }
        #expect(known == ["swift-fox-12", "calm-owl-3"])
    }

    @Test func aBuildServiceAsksForTheBranchOfItsLatestBuildAndReadsTheBranches() {
        var state = atServices()
        state.press(Key("j"))
        #expect(state.press(Key("B")).acting == [.loadBranches(Sample.builder)])
        let effects = state.press(Key(.enter))
        #expect(performed(effects) == [.startBuild(Sample.builder, .branch("develop"))])
    }

    @Test func theBranchCanBeTypedAndKnownOnesCanBeWalkedThrough() {
        var state = atServices()
        state.press(Key("j"), Key("B"))
        let branches = ["main", "release"].map { Branch(name: $0) }
        _ = state.update(.branchesLoaded(Sample.builder, .success(branches)), now: state.now)
        state.press(Key(.tab), Key(.tab))
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.builder, .branch("release"))])
    }

    @Test func lettersInTheBranchFieldAreText() {
        var state = atServices()
        state.press(Key("j"), Key("B"))
        for _ in "develop" { state.press(Key(.backspace)) }
        state.type("nyq")
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.builder, .branch("nyq"))])
    }

    @Test func aBuildWithoutABranchIsNotSent() {
        var state = atServices()
        state.press(Key("j"), Key("B"))
        for _ in "develop" { state.press(Key(.backspace)) }
        #expect(performed(state.press(Key(.enter))).isEmpty)
        #expect(state.shownActions == ["Name a branch first."])
    }

    @Test func aServiceThatOnlyDeploysSaysWhyItCantBeBuilt() {
        var state = atServices()
        state.press(Key("G"), Key("B"))
        #expect(state.overlay == nil)
        #expect(state.shownActions == ["web only deploys; build the service that it deploys."])
    }

    @Test func aRunIsOfTheJobThatTheSelectedRunBelongsTo() {
        var state = Sample.full()
        state.press(Key("G"), Key("4"), Key("j"), Key("j"), Key("T"))
        #expect(performed(state.press(Key(.enter))) == [.runJob(Sample.nightly)])
    }

    @Test func aBackupAsksForDumpOrSnapshotWhereBothArePossible() {
        var state = Sample.full()
        state.press(Key("G"), Key("5"), Key("j"), Key("S"), Key(.tab))
        guard case .backUp(Sample.orders, let request) = performed(state.press(Key(.enter))).first else {
            Issue.record("no backup is performed")
            return
        }
        #expect(request.method == .dump)
        #expect(request.name.wholeMatch(of: /[a-zA-Z0-9]+((-|\s|\/|:)[a-zA-Z0-9]+)*/) != nil)
        #expect((3...39).contains(request.name.count))
    }

    @Test func aQuestionThatWasOpenBeforeTheAddonTypesWereReadOffersTheDumpToo() {
        var state = Sample.full()
        state.tell(.addonTypes, .addonTypes([]))
        state.press(Key("G"), Key("5"), Key("j"), Key("S"), Key(.tab))
        state.tell(.addonTypes, .addonTypes(Sample.addonTypes))
        guard case .confirmation(let confirmation) = state.overlay,
            case .backUp(Sample.orders, let choice) = confirmation.subject
        else {
            Issue.record("no question is asked")
            return
        }
        #expect(choice.methods == [.snapshot, .dump])
        #expect(choice.method == .snapshot, "what was shown as chosen stays so")
    }

    @Test func aPausedAddonSaysThatItsBackupWaits() {
        var state = Sample.full()
        state.press(Key("G"), Key("5"), Key("S"))
        guard case .confirmation(let confirmation) = state.overlay,
            case .backUp(Sample.cache, let choice) = confirmation.subject
        else {
            Issue.record("no question is asked")
            return
        }
        #expect(choice.isScheduled)
        #expect(choice.methods == [.snapshot])
    }

    @Test func readOnlyRefusesEveryAction() {
        var state = atServices(readOnly: true)
        for key in ["2", "B", "4", "T", "5", "S"] { state.press(Key(Character(key))) }
        #expect(state.overlay == nil)
        #expect(state.shownActions == ["Read-only: actions are switched off."])
    }

    @Test func aSecondBuildOfTheSameServiceWaitsUntilTheFirstIsAnswered() {
        var state = atServices()
        state.press(Key("B"), Key(.enter), Key("B"))
        #expect(state.overlay == nil)
        #expect(state.shownActions == ["The last one is still being sent."])
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "new-build-1")), now: state.now)
        state.press(Key("B"))
        #expect(state.overlay != nil)
    }

    @Test func anAcceptedActionIsFollowedThroughItsStatesToItsEnd() {
        var state = atServices()
        state.press(Key("B"), Key(.enter))
        let effects = state.update(.actionEnded(ActionID(1), .accepted(id: "new-build-1")), now: state.now)
        #expect(effects.acting == [.refresh([.builds(Sample.api)])])
        #expect(state.watched[.builds(Sample.api)] == .focused)
        // Pressing r anywhere asks for it too.
        #expect(
            state.press(Key("5"), Key("r")).contains { effect in
                if case .refresh(let feeds) = effect { feeds.contains(.builds(Sample.api)) } else { false }
            })
        state.press(Key("2"))

        var build = Build(id: "new-build-1", branch: "main", status: .queued, createdAt: state.now)
        state.tell(.builds(Sample.api), .builds([build] + Sample.builds), after: 3)
        #expect(state.actions.first?.phase == .accepted(id: "new-build-1", status: "queued"))
        build.status = .building
        state.tell(.builds(Sample.api), .builds([build] + Sample.builds), after: 30)
        #expect(state.actions.first?.phase == .accepted(id: "new-build-1", status: "building"))
        build.status = .failure
        build.message = "Out of memory"
        build.concludedAt = build.createdAt?.addingTimeInterval(131)
        state.tell(.builds(Sample.api), .builds([build] + Sample.builds), after: 60)
        #expect(state.actions.isEmpty)
        #expect(state.shownActions.last == "Build of api failure after 2m11s: Out of memory")
    }

    @Test func aRefusalShowsTheAPIsOwnReason() {
        var state = atServices()
        state.press(Key("B"), Key(.enter))
        let error = APIError.conflict(.init(status: 409, message: "A build is already running"))
        _ = state.update(.actionEnded(ActionID(1), .refused(error)), now: state.now)
        #expect(state.shownActions == ["Build of api was not started: conflict: A build is already running"])
        #expect(state.actions.isEmpty)
    }

    @Test func aLostAnswerIsSaidAndSettledEitherWay() {
        let lost = APIError.unreachable(.timeout, mayHaveArrived: true)
        var state = atServices()
        state.press(Key("B"), Key(.enter))
        _ = state.update(.actionInDoubt(ActionID(1), lost), now: state.now)
        #expect(state.actions.first?.phase == .inDoubt(lost))

        var found = state
        _ = found.update(.actionEnded(ActionID(1), .found(id: "new-1", after: lost)), now: state.now)
        #expect(found.actions.first?.phase == .accepted(id: "new-1", status: nil))

        var missing = state
        _ = missing.update(.actionEnded(ActionID(1), .notFound(after: lost)), now: state.now)
        #expect(missing.shownActions.last?.contains("nothing has changed") == true)

        var unknown = state
        _ = unknown.update(.actionEnded(ActionID(1), .unknown(lost, reason: "still offline")), now: state.now)
        #expect(unknown.shownActions.last?.contains("nobody knows") == true)
    }

    @Test func aQuestionAboutWhatIsGoneMeanwhileIsTakenBack() {
        var state = atServices()
        state.press(Key("B"))
        state.tell(.services(Sample.shop), .services(Sample.services.filter { $0.id != "api" }))
        #expect(state.overlay == nil)
        #expect(state.shownActions == ["It is gone meanwhile; nothing was sent."])
    }

    @Test func refreshingEverythingShowsItsCostFirst() {
        var state = Sample.full()
        #expect(state.press(Key("R")).acting.isEmpty)
        guard case .refreshEverything(let feeds, let requests) = state.overlay else {
            Issue.record("no question is asked")
            return
        }
        #expect(requests == feeds.count)
        #expect(state.press(Key("y")).acting == [.refresh(feeds)])
    }
}
