import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// What is known from an earlier start, and what other processes have asked.
struct RememberedTests {
    private let earlier = Sample.ago(3 * 3600)

    /// What the sample's feeds told three hours ago.
    private var remembered: [RememberedFeed] {
        let contents: [(Feed, FeedContent)] = [
            (.services(Sample.shop), .services(Sample.services)), (.services(Sample.data), .services([])),
            (.jobs(Sample.shop), .jobs(Sample.jobs)), (.addons(Sample.shop), .addons(Sample.addons)),
            (.runs(Sample.nightly), .runs(Sample.runs)), (.backups(Sample.orders), .backups(Sample.backups)),
            (.projects, .projects(Sample.projects)),
        ]
        return contents.map { RememberedFeed($0, answer: FeedAnswer(content: $1), receivedAt: earlier) }
    }

    private func start(columns: Int = 120, rows: Int = 40, project: Project.ID? = nil) -> State {
        var state = Sample.blank(columns: columns, rows: rows, project: project)
        _ = state.update([.recalled(remembered), .resized(state.size)], now: Sample.now)
        return state
    }

    private func text(_ state: State) -> String { state.view().grid.lines.joined(separator: "\n") }

    @Test(arguments: PictureTests.sizes) func theFirstFrameShowsItAll(size: Size) {
        let state = start(columns: size.columns, rows: size.rows)
        expectPicture(state.view().grid, named: "remembered-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: PictureTests.sizes) func withoutANetworkItStaysWithItsAge(size: Size) {
        var state = start(columns: size.columns, rows: size.rows)
        let lost = APIError.unreachable(.dns(host: "api.northflank.com"), mayHaveArrived: false)
        _ = state.update(.feedFailed(.projects, lost, retryIn: .seconds(4)), now: Sample.now + 1)
        _ = state.update(.tick, now: Sample.now + 12)
        expectPicture(state.view().grid, named: "remembered-offline-\(size.columns)x\(size.rows)")
    }

    @Test func everythingIsAskedForAtOnce() {
        var state = Sample.blank()
        let effects = state.update([.recalled(remembered), .resized(state.size)], now: Sample.now)
        #expect(effects.watched?[.projects] == .focused)
        #expect(effects.watched?[.services(Sample.shop)] == .visible)
        #expect(state.connection == .connecting)
    }

    @Test func whatIsConfirmedIsNoLongerOld() {
        var state = start()
        #expect(state.account.feed(.services(Sample.shop)).isOld)
        state.tell(.services(Sample.shop), .services(Sample.services))
        #expect(!state.account.feed(.services(Sample.shop)).isOld)
        #expect(state.account.feed(.addons(Sample.shop)).isOld)
    }

    @Test func aProjectThatIsGoneByNowGoesWithAllThatWasRemembered() {
        var state = start()
        state.tell(.projects, .projects([Sample.projects[1]]))
        #expect(state.account.services[Sample.shop] == nil)
    }

    @Test func aProjectThatWasNotThereThenIsAwaited() {
        let state = start(project: "brand-new")
        #expect(state.toasts.isEmpty)
        #expect(state.scope == "brand-new")
    }

    @Test func anActionLooksForItselfWhatWasThereBefore() {
        var state = start()
        #expect(state.account.knownIDs(before: .runJob(Sample.nightly)) == nil)
        state.tell(.runs(Sample.nightly), .runs(Sample.runs))
        #expect(state.account.knownIDs(before: .runJob(Sample.nightly))?.count == Sample.runs.count)
    }

    @Test func whatAnotherProcessAskedIsAsGoodAsOurOwn() {
        var state = start()
        let answer = FeedAnswer(content: .services(Sample.services))
        let shared = RememberedFeed(.services(Sample.shop), answer: answer, receivedAt: Sample.ago(2))
        _ = state.update(.shared([shared]), now: Sample.now)
        #expect(state.connection == .live)
        #expect(!state.account.feed(.services(Sample.shop)).isOld)
        #expect(state.account.feed(.services(Sample.shop)).receivedAt == Sample.ago(2))
    }

    @Test func itsFailuresAreOursToo() {
        var state = start()
        let error = APIError.unreachable(.timeout, mayHaveArrived: true)
        let failed = RememberedFeed(
            .projects, answer: FeedAnswer(content: .projects(Sample.projects)), receivedAt: earlier,
            failure: .init(error: error, at: Sample.now))
        _ = state.update(.shared([failed]), now: Sample.now)
        #expect(state.connection == .lost(error, since: Sample.now))
        #expect(text(state).contains("no answer for"))
    }
}
