import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct TimelineTests {
    private func told(_ state: State) -> [String] { state.timeline.entries.map(\.change.sentence) }

    private func build(_ id: Build.ID, _ status: BuildStatus, from start: Double, to end: Double? = nil) -> Build {
        Build(
            id: id, branch: "main", status: status, createdAt: Sample.ago(start), concludedAt: end.map(Sample.ago),
            message: status == .failure ? "Out of memory" : nil)
    }

    // MARK: - What is a change

    @Test func theFirstReadingOfAFeedIsNoChange() {
        #expect(Sample.full().timeline.entries.isEmpty)
        #expect(Sample.incident().timeline.entries.count == 3, "what the bad day changed")
    }

    @Test func theSameAnswerAgainIsNoChange() {
        var state = Sample.full()
        state.tell(.services(Sample.shop), .services(Sample.services), after: 10)
        state.tell(.builds(Sample.api), .builds(Sample.builds), after: 10)
        #expect(state.timeline.entries.isEmpty)
    }

    @Test func aBuildThatEndsSaysWhatItWasWhatItIsAndHowLongItTook() throws {
        var state = Sample.full()
        state.tell(.builds(Sample.api), .builds([build("b1", .building, from: 300)] + Sample.builds))
        state.tell(.builds(Sample.api), .builds([build("b1", .failure, from: 300, to: 48)] + Sample.builds))
        #expect(told(state) == ["Build of api (main): failure after 4m12s", "Build of api (main): building"])
        let change = try #require(state.timeline.entries.first?.change)
        #expect(change.from == "building")
        #expect(change.at == Sample.ago(48))
        #expect(change.message == "Out of memory")
        #expect(change.row == .build(BuildReference(service: Sample.api, build: "b1")))
    }

    @Test func aBuildThatMovedUpFromThePageBehindIsNotNew() {
        var state = Sample.full()
        let old = build("b0", .success, from: 200_000, to: 199_000)
        state.tell(.builds(Sample.api), .builds(Sample.builds + [old]))
        #expect(state.timeline.entries.isEmpty)
    }

    @Test func aDeploymentThatEndsAsTheOneBeforeItIsAChangeToo() {
        var state = Sample.full()
        var services = Sample.services
        services[0].deployment?.changedAt = Sample.now
        services[2].deployment?.status = .inProgress
        state.tell(.services(Sample.shop), .services(services))
        #expect(Set(told(state)) == ["Deployment of api: completed", "Deployment of web: in progress"])
    }

    @Test func theServicesListTellsOfBuildsOnlyWhereTheyAreNotReadOneByOne() {
        var state = Sample.full()
        var services = Sample.services
        services[1].build = .init(status: .success, changedAt: Sample.now)
        state.tell(.services(Sample.shop), .services(services))
        #expect(state.timeline.entries.isEmpty)
        for (status, changes) in [(BuildStatus.queued, []), (.failure, ["Build of x: failure"])] {
            let service = Service(id: "x", name: "x", kind: .build, build: .init(status: status))
            state.tell(.services(Sample.data), .services([service]))
            #expect(told(state) == changes)
        }
    }

    @Test func runsBackupsAndAddonsAreToldToo() {
        var state = Sample.full()
        let run = JobRun(id: "run-0", status: .success, startedAt: Sample.ago(60), concludedAt: Sample.ago(18))
        state.tell(.runs(Sample.nightly), .runs([run] + Sample.runs))
        let backup = Backup(id: "b2", name: "by hand", status: .inProgress, createdAt: Sample.ago(12))
        state.tell(.backups(Sample.orders), .backups([backup] + Sample.backups))
        var addons = Sample.addons
        addons[1].status = .running
        state.tell(.addons(Sample.shop), .addons(addons), after: 5)
        #expect(
            told(state) == [
                "Addon of cache: running", "Backup of orders-db (by hand): in progress",
                "Run of nightly: success after 42s",
            ])
    }

    @Test func whatTheUserDidIsTold() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("B"), Key(.enter))
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "new-1")), now: state.now)
        #expect(told(state) == ["Build of api: accepted as new-1"])
    }

    // MARK: - Keeping

    @Test func theyAreInTheOrderInWhichTheyHappenedNotInWhichTheyWereSeen() {
        var timeline = Timeline()
        for (seconds, name) in [(30.0, "b"), (10, "d"), (40, "a"), (20, "c")] {
            timeline.add(
                Change(
                    kind: .run, at: Sample.ago(seconds), row: .job(Sample.nightly), subject: name, from: nil, to: "x",
                    health: .healthy))
        }
        #expect(timeline.entries.map(\.change.subject) == ["d", "c", "b", "a"])
    }

    @Test func theOldestGiveWay() {
        var timeline = Timeline()
        for second in 0..<Timeline.limit + 10 {
            timeline.add(
                Change(
                    kind: .run, at: Sample.now.addingTimeInterval(Double(second)), row: .job(Sample.nightly),
                    subject: "\(second)", from: nil, to: "x", health: .healthy))
        }
        #expect(timeline.entries.count == Timeline.limit)
        #expect(timeline.entries.last?.change.subject == "10")
    }

    @Test func aClockThatGoesAheadPutsNothingIntoTheFuture() {
        var state = Sample.full()
        state.tell(.builds(Sample.api), .builds([build("b1", .queued, from: -500)] + Sample.builds))
        #expect(state.timeline.entries.first?.change.at == state.now)
    }

    @Test func aChangeCanBeWrittenDownAndReadAgain() throws {
        var state = Sample.full()
        state.tell(.builds(Sample.api), .builds([build("b1", .failure, from: 60, to: 5)] + Sample.builds))
        let change = try #require(state.timeline.entries.first?.change)
        let data = try JSONEncoder().encode(change)
        #expect(try JSONDecoder().decode(Change.self, from: data) == change)
    }

    // MARK: - The page

    @Test func enterGoesToWhatHasChangedAndEscapeComesBack() {
        var state = Sample.incident()
        state.press(Key("t"))
        #expect(state.page == .timeline)
        while state.pageRow?.service == nil { state.press(Key("j")) }
        state.press(Key(.enter))
        #expect(state.selectedRow == .build(BuildReference(service: Sample.api, build: "calm-owl-9")))
        state.press(Key(.escape))
        #expect(state.page == .timeline)
    }

    @Test func itIsFilteredAsItIsTyped() {
        var state = Sample.incident()
        state.press(Key("t"), Key("/"))
        state.type("crashed")
        #expect(state.changeList.rows.count == 1)
    }

    @Test func newChangesComeInAboveTheSelection() {
        var state = Sample.incident()
        state.press(Key("t"), Key("j"))
        let selected = state.pageRow
        state.tell(.addons(Sample.shop), .addons(Sample.addons), after: 5)
        #expect(state.changeList.rows.count == 4)
        #expect(state.pageRow == selected)
    }

    // MARK: - Ringing

    private func rings(_ effects: [Effect]) -> [String] {
        effects.compactMap { if case .ring(let text) = $0 { text } else { nil } }
    }

    @Test func theEndOfTheUsersOwnActionRingsOnce() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("w"), Key("B"), Key(.enter))
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "b1")), now: state.now)
        let going = state.tell(.builds(Sample.api), .builds([build("b1", .building, from: 30)] + Sample.builds))
        #expect(rings(going).isEmpty)
        let ended = state.tell(.builds(Sample.api), .builds([build("b1", .failure, from: 30, to: 0)] + Sample.builds))
        #expect(rings(ended) == ["Build of api failure after 30s: Out of memory"])
    }

    @Test func whatIsMarkedRingsWhenItEndsAndNothingElseDoes() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("w"))
        #expect(state.view().grid.lines.contains { $0.contains("♪") })
        let other = JobRun(id: "run-0", status: .failed, startedAt: Sample.ago(60), concludedAt: Sample.ago(18))
        #expect(rings(state.tell(.runs(Sample.nightly), .runs([other] + Sample.runs))).isEmpty)
        let first = state.tell(.builds(Sample.api), .builds([build("b1", .success, from: 30, to: 0)] + Sample.builds))
        #expect(rings(first) == ["Build of api (main): success after 30s"])
        var services = Sample.services
        services[0].deployment = .init(status: .failed, changedAt: Sample.now)
        #expect(rings(state.tell(.services(Sample.shop), .services(services))) == ["Deployment of api: failed"])
        state.press(Key("w"))
        let last = [build("b2", .success, from: 30, to: 0), build("b1", .success, from: 30, to: 0)] + Sample.builds
        #expect(rings(state.tell(.builds(Sample.api), .builds(last))).isEmpty)
    }

    @Test func aBuildThatWasWaitedForRingsOnce() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("j"), Key("3"), Key("w"))
        var ended = Sample.builderBuilds
        ended[0].status = .success
        #expect(rings(state.tell(.builds(Sample.builder), .builds(ended))).count == 1)
        #expect(state.awaited.isEmpty)
    }

    @Test func ringingCanBeSwitchedOff() {
        var state = Sample.full()
        state.session.rings = false
        state.press(Key("G"), Key("2"), Key("w"))
        let effects = state.tell(.builds(Sample.api), .builds([build("b1", .success, from: 30, to: 0)] + Sample.builds))
        #expect(rings(effects).isEmpty)
    }

    // MARK: - Copying and themes

    @Test func theIdOfWhatIsSelectedIsCopied() {
        var state = Sample.full()
        #expect(state.press(Key("c")).acting.isEmpty, "all projects have no id")
        state.press(Key("G"), Key("3"), Key("j"))
        #expect(state.press(Key("c")).acting == [.copy("calm-owl-3")])
        _ = state.update(.copied("calm-owl-3", true), now: state.now)
        #expect(state.shownActions == ["Copied calm-owl-3."])
    }

    @Test func aThemeIsLoadedAndDrawnWith() {
        var state = Sample.full()
        #expect(state.perform(.theme("nord")) == [.theme("nord")])
        let theme = Theme(name: "nord", styles: [.text: Style(foreground: .palette(3))])
        _ = state.update(.theme(theme), now: state.now)
        #expect(state.view().grid[1, 0].style.foreground == .palette(3))
    }

    // MARK: - Beyond this start

    @Test func whatHasChangedIsKept() {
        var state = Sample.full()
        let answer = FeedAnswer(content: .builds([build("b1", .building, from: 300)] + Sample.builds))
        let effects = state.update(.feedLoaded(.builds(Sample.api), answer), now: Sample.now)
        #expect(effects.contains(.keepChanges(state.timeline.entries.map(\.change))))
        #expect(!state.update(.tick, now: Sample.now).contains { if case .keepChanges = $0 { true } else { false } })
    }

    @Test func whatEarlierStartsHaveSeenStandsAmongWhatThisOneSees() {
        var state = Sample.full()
        state.tell(.builds(Sample.api), .builds([build("b1", .building, from: 300)] + Sample.builds))
        let now = state.timeline.entries.map(\.change)
        var older = now[0]
        older.at = Sample.ago(900)
        var newer = now[0]
        newer.at = Sample.ago(1)
        let effects = state.update(.timelineRecalled([older, newer]), now: Sample.now)
        #expect(state.timeline.entries.map(\.change) == [newer] + now + [older])
        #expect(Set(state.timeline.entries.map(\.id)).count == 3)
        #expect(effects.isEmpty, "it neither rings nor is it kept twice")
    }
}
