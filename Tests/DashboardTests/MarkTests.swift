import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct MarkTests {
    /// Two services of the shop that build are marked: `api`, and `builder` by its latest branch.
    private func marked() -> State {
        var state = Sample.full()
        _ = state.update(.budget(Budget(limit: 1000, remaining: 874, resetsAt: nil, reserve: 50)), now: state.now)
        state.press(Key("G"), Key("2"), Key(" "), Key(" "))
        return state
    }

    private func performed(_ effects: [Effect]) -> [Action] {
        effects.compactMap { if case .perform(_, let action, _) = $0 { action } else { nil } }
    }

    @Test func spaceMarksARowAndGoesOn() {
        let state = marked()
        #expect(state.marks == [.services: [.service(Sample.api), .service(Sample.builder)]])
        #expect(state.selectedRow == .service(Sample.web))
        let lines = state.view().grid.lines
        #expect(lines[1].contains("✓2 marked"))
        #expect(lines[3].contains("│✓● api"))
    }

    @Test func spaceAgainAndEscapeUnmark() {
        var state = marked()
        state.press(Key("g"), Key(" "))
        #expect(state.marks == [.services: [.service(Sample.builder)]])
        state.press(Key(.escape))
        #expect(state.marks.isEmpty)
        #expect(state.focus == .services)
    }

    @Test func oneQuestionListsThemAndSaysWhatItCosts() {
        var state = marked()
        #expect(state.press(Key("B")).acting.isEmpty)
        let text = state.view().grid.lines.joined(separator: "\n")
        #expect(text.contains("Start 2 builds"))
        #expect(text.contains("Build of api"))
        #expect(text.contains("Build of builder (develop)"))
        #expect(text.contains("Costs 2 of 874 requests, in turn."))
    }

    @Test func theCostIsShownHoweverManyThereAre() {
        for (columns, rows) in [(200, 50), (80, 24), (40, 10), (30, 8)] {
            var state = Sample.full(columns: columns, rows: rows)
            let services = (10..<90).map {
                Service(id: .init("s\($0)"), name: "s\($0)", kind: $0 % 9 == 0 ? .deployment : .combined)
            }
            state.tell(.services(Sample.shop), .services(services))
            state.press(Key("G"), Key("2"))
            for _ in services { state.press(Key(" ")) }
            state.press(Key("B"))
            let text = state.view().grid.lines.joined(separator: "\n")
            #expect(text.contains("Start 72 builds"))
            #expect(text.contains("Costs 72 requests"))
            #expect(text.contains("left out"))
        }
    }

    @Test func eachIsOnePOSTAndTheNextWaitsForTheAnswerOfTheOneBefore() {
        var state = marked()
        state.press(Key("B"))
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.api, .latest)])
        #expect(state.marks.isEmpty)
        #expect(state.actions.map(\.phase) == [.sending, .waiting])
        let next = state.update(.actionEnded(ActionID(1), .accepted(id: "new-1")), now: state.now)
        #expect(performed(next) == [.startBuild(Sample.builder, .branch("develop"))])
        let last = state.update(.actionEnded(ActionID(2), .accepted(id: "new-2")), now: state.now)
        #expect(performed(last).isEmpty)
        #expect(
            state.actions.map(\.phase) == [.accepted(id: "new-1", status: nil), .accepted(id: "new-2", status: nil)])
    }

    @Test func oneThatIsRefusedHoldsTheOthersNotUp() {
        var state = marked()
        state.press(Key("B"), Key(.enter))
        let error = APIError.conflict(.init(status: 409, message: "A build is already running"))
        let next = state.update(.actionEnded(ActionID(1), .refused(error)), now: state.now)
        #expect(performed(next).count == 1)
        #expect(state.shownActions == ["Build of api was not started: conflict: A build is already running"])
    }

    @Test(arguments: [
        ActionOutcome.refused(.unreachable(.timeout, mayHaveArrived: false)),
        .refused(.unauthorized(.init(status: 401, message: "no"))),
        .refused(.rateLimited(.init(status: 429, message: "slow"), retryAfter: .seconds(60))),
        .unknown(.unreachable(.timeout, mayHaveArrived: true), reason: "still offline"),
    ])
    func whatWouldMeetAllOfThemStopsTheRest(outcome: ActionOutcome) {
        var state = marked()
        state.press(Key("B"), Key(.enter))
        let next = state.update(.actionEnded(ActionID(1), outcome), now: state.now)
        #expect(performed(next).isEmpty)
        #expect(state.actions.isEmpty)
        #expect(state.shownActions.contains("The last one was not sent."))
    }

    @Test func whatCantBeActedOnIsLeftOutAndSaysWhy() {
        var state = marked()
        state.press(Key(" "), Key("B"))
        let text = state.view().grid.lines.joined(separator: "\n")
        #expect(text.contains("Left out:"))
        #expect(text.contains("web: only deploys"))
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.api, .latest)])
    }

    @Test func nothingToActOnSendsNothing() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("G"), Key(" "), Key("B"))
        #expect(state.view().grid.lines.joined().contains("None of the marked rows can be acted on."))
        #expect(performed(state.press(Key(.enter))).isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func aBuildServiceWhoseBranchIsUnknownIsLeftOut() {
        var state = marked()
        state.tell(.builds(Sample.builder), .builds([]))
        state.press(Key("B"))
        #expect(performed(state.press(Key(.enter))) == [.startBuild(Sample.api, .latest)])
        #expect(state.actions.count == 1)
    }

    @Test func aJobAndItsRunsAreOneJob() {
        var state = Sample.full()
        state.press(Key("G"), Key("4"), Key(" "), Key(" "), Key(" "), Key("T"))
        #expect(performed(state.press(Key(.enter))) == [.runJob(Sample.cleanup)])
        #expect(state.actions.map(\.action) == [.runJob(Sample.cleanup), .runJob(Sample.nightly)])
    }

    @Test func backupsOfSeveralAddonsHaveNamesOfTheirOwn() {
        var state = Sample.full()
        state.press(Key("G"), Key("5"), Key(" "), Key(" "), Key("S"), Key(.enter))
        let names = state.actions.compactMap { action -> String? in
            if case .backUp(_, let request) = action.action { request.name } else { nil }
        }
        #expect(names.count == 2)
        #expect(Set(names).count == 2)
    }

    @Test func rowsThatAFilterHidesStayMarked() {
        var state = marked()
        state.press(Key("/"))
        state.type("api")
        state.press(Key(.enter), Key("B"))
        #expect(performed(state.press(Key(.enter))).count == 1)
        #expect(state.actions.count == 2)
    }

    @Test func readOnlyActsOnNoMarkedRow() {
        var state = Sample.full(readOnly: true)
        state.press(Key("G"), Key("2"), Key(" "), Key("B"))
        #expect(state.overlay == nil)
    }

    @Test func readOnlyKeepsBackWhatHasNotBeenSent() {
        var state = marked()
        state.press(Key("B"), Key(.enter))
        _ = state.perform(.toggleReadOnly)
        #expect(state.actions.map(\.phase) == [.sending])
        let next = state.update(.actionEnded(ActionID(1), .accepted(id: "new-1")), now: state.now)
        #expect(performed(next).isEmpty)
    }

    @Test func aMarkedThingThatIsGoneTakesTheQuestionBack() {
        var state = marked()
        state.press(Key("B"))
        state.tell(.services(Sample.shop), .services(Sample.services.filter { $0.id != "api" }))
        #expect(state.overlay == nil)
    }

    @Test func leavingWhileSomeAreStillToBeSentAsksTwice() {
        var state = marked()
        state.press(Key("B"), Key(.enter))
        #expect(state.press(Key("q")).acting.isEmpty)
        #expect(state.press(Key("q")).acting == [.quit])
    }
}
