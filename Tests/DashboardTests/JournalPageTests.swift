import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// The journal's page, and what is said of actions that an ended process has left.
struct JournalPageTests {
    private let entries = [
        JournalEntry(
            id: 3, address: "https://api.northflank.com/v1", team: "acme", title: "run of shop/nightly",
            by: "ana@jump pid 4711", intendedAt: Sample.ago(60)),
        JournalEntry(
            id: 2, address: "https://api.northflank.com/v1", team: "acme", title: "build of shop/api (main)",
            by: "bob@jump pid 99", intendedAt: Sample.ago(3600), outcome: .found, item: "swift-fox-12",
            detail: "no answer in time", endedAt: Sample.ago(3590)),
        JournalEntry(
            id: 1, address: "https://api.northflank.com/v1", team: "acme", title: "snapshot of shop/orders-db (nw-1)",
            by: "bob@jump pid 99", intendedAt: Sample.ago(7200), outcome: .unknown,
            detail: "no answer in time; the list can't be read", endedAt: Sample.ago(7190)),
    ]

    @Test(arguments: PictureTests.sizes) func itShowsWhatWasStartedFromHere(size: Size) {
        var state = Sample.full(columns: size.columns, rows: size.rows)
        #expect(state.press(Key("H")).acting == [.loadHistory])
        _ = state.update(.historyLoaded(entries), now: Sample.now)
        expectPicture(state.view().grid, named: "history-\(size.columns)x\(size.rows)")
    }

    @Test func itSaysThatItReadsAndWhenThereIsNothing() {
        var state = Sample.full()
        state.press(Key("H"))
        #expect(state.historyLines(nil).first?.first?.text.hasPrefix("Reading") == true)
        _ = state.update(.historyLoaded([]), now: Sample.now)
        #expect(state.view().grid.lines.contains { $0.contains("Nothing was started from here yet.") })
    }

    @Test func withoutAStateDatabaseItSaysWhy() {
        var state = Sample.full()
        state.press(Key("H"))
        _ = state.update(.historyLoaded(nil), now: Sample.now)
        #expect(
            state.shownActions
                == ["There is no journal: nothing is kept here. t shows what was done since the start."])
        #expect(state.overlay == nil)
    }

    @Test func whatWasLeftIsSaidWithWhoseItWasAndWhatCameOfIt() {
        var state = Sample.full()
        let lost = APIError.unreachable(.timeout, mayHaveArrived: true)
        let effects = state.update(
            .leftoverSettled(
                .runJob(Sample.nightly), by: "ana@jump pid 4711", at: Sample.ago(600),
                .found(id: "run-9", after: lost)), now: Sample.now)
        #expect(effects.acting == [.refresh([.runs(Sample.nightly)])])
        #expect(state.shownActions.last?.contains("Run of nightly, left at") == true)
        #expect(
            state.shownActions.last?.hasSuffix("it arrived, most likely as run-9, the one that is new in the list.")
                == true)
        _ = state.update(
            .leftoverSettled(
                .runJob(Sample.nightly), by: "ana@jump pid 4711", at: Sample.ago(600), .notFound(after: lost)),
            now: Sample.now)
        #expect(state.shownActions.last?.hasSuffix("it did not arrive. You can send it again.") == true)
    }

    @Test func theHeaderSaysWithHowManyItIsShared() {
        var state = Sample.full()
        #expect(!state.view().grid.lines[0].contains("shared"))
        _ = state.update(.sharing(with: 3), now: Sample.now)
        #expect(state.view().grid.lines[0].contains("shared with 3"))
    }
}
