import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct DetailsTests {
    private func lines(_ state: State) -> [String] { state.view().grid.lines }

    private func shows(_ state: State, _ text: String) -> Bool { lines(state).contains { $0.contains(text) } }

    private func open(_ pane: String, down: Int = 0, columns: Int = 120, rows: Int = 40) -> State {
        var state = Sample.full(columns: columns, rows: rows)
        state.press(Key("G"), Key(Character(pane)))
        for _ in 0..<down { state.press(Key("j")) }
        state.press(Key(.enter))
        return state
    }

    @Test func enterOpensThePageOfWhateverIsSelected() {
        for (pane, down, title) in [
            ("2", 0, "Service api"), ("3", 1, "Build calm-owl-3"), ("4", 0, "Job cleanup"), ("4", 2, "Run nightly-1"),
            ("5", 0, "Addon cache"), ("5", 2, "Backup nightly 1"),
        ] {
            #expect(shows(open(pane, down: down), title), "\(title)")
        }
    }

    @Test func enterOnAPageGoesToWhereItStandsAndEscapeClosesIt() {
        var state = open("2")
        var gone = state
        gone.press(Key(.enter))
        #expect(gone.focus == .builds)
        #expect(gone.page == nil)
        state.press(Key(.escape))
        #expect(state.page == nil)
        #expect(state.focus == .services)
    }

    @Test func escapeClosesThePageAndLeavesThePanesFilterAndZoomAlone() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"), Key("z"), Key("/"))
        state.type("api")
        state.press(Key(.enter), Key(.enter), Key(.escape))
        #expect(state.page == nil)
        #expect(state.zoomed)
        #expect(state.list(.services).filter == "api")
    }

    @Test func aBuildsDurationStandsBesideTheLastTenAndItsOwnIsMarked() {
        var builds: [Build] = []
        for number in 0..<12 {
            let start = Sample.ago(Double(number + 1) * 1000)
            builds.append(
                Build(
                    id: .init("build-\(number)"), branch: "main", status: .success, createdAt: start,
                    concludedAt: start.addingTimeInterval(number == 3 ? 600 : 300)))
        }
        var state = Sample.full()
        state.tell(.builds(Sample.api), .builds(builds))
        state.press(Key("G"), Key("3"), Key("j"), Key("j"), Key("j"), Key(.enter))
        let bars = lines(state).filter { $0.contains("█") }
        #expect(bars.count == 10)
        #expect(shows(state, "Durations, 5m00s as a rule"))
        let longest = bars.map { $0.count { $0 == "█" } }.max() ?? 0
        let own = bars.first { $0.contains("▸ build-3") } ?? ""
        #expect(own.count { $0 == "█" } == longest)
        #expect(bars.first { $0.contains("build-4") }?.count { $0 == "█" } == (longest + 1) / 2)
    }

    @Test func detailsAreAskedForOnlyWhileThePageIsOpen() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        _ = state.wait(1)
        #expect(state.watched[.service(Sample.api)] == nil)
        #expect(state.press(Key(.enter)).watched?[.service(Sample.api)] == .focused)
        _ = state.wait(1)
        #expect(
            state.press(Key("r")).acting == [
                .refresh([
                    .services(Sample.shop), .builds(Sample.api), .service(Sample.api), .containers(Sample.api),
                    .serviceMetrics(Sample.api),
                ])
            ])
        state.press(Key(.escape))
        _ = state.wait(1)
        #expect(state.watched[.service(Sample.api)] == nil)
    }

    @Test func aServiceTellsWhereItsCodeComesFrom() {
        var state = open("2")
        let detail = ServiceDetail(
            service: Sample.services[0], paused: true, repository: "https://github.com/acme/api", branch: "main")
        state.tell(.service(Sample.api), .service(detail))
        #expect(shows(state, "https://github.com/acme/api"))
        #expect(shows(state, "○ paused"))
    }

    @Test func aServiceTellsWhatItRunsAndWhereItListens() {
        var state = open("2")
        let detail = ServiceDetail(
            service: Sample.services[0], plan: "nf-compute-50",
            deployment: .init(
                instances: 3, image: .build(of: "builder", branch: "main", wanted: "latest", deployed: "12c15e7ee25f")),
            ports: [
                ServicePort(name: "http", number: 8080, protocol: "HTTP", isPublic: true, address: "api.example.com"),
                ServicePort(name: "admin", number: 9090, protocol: "TCP"),
            ])
        state.tell(.service(Sample.api), .service(detail))
        for text in ["nf-compute-50", "12c15e7 of builder (main)"] { #expect(shows(state, text)) }
        #expect(shows(state, "8080  HTTP  http   api.example.com"))
        #expect(shows(state, "9090  TCP   admin  from inside alone"))
    }

    @Test func aServicesContainersAreListedThoseInTroubleFirst() {
        var state = open("2")
        #expect(shows(state, "not read yet"))
        state.tell(
            .containers(Sample.api),
            .containers([
                Container(name: "api-1", status: .running, createdAt: Sample.ago(7200)),
                Container(name: "api-2", status: .failed, createdAt: Sample.ago(60)),
            ]))
        let rows = lines(state)
        let failed = rows.firstIndex { $0.contains("✗ failed") && $0.contains("1m ago") && $0.contains("api-2") }
        let running = rows.firstIndex { $0.contains("● running") && $0.contains("2h ago") && $0.contains("api-1") }
        #expect(failed != nil && running == failed.map { $0 + 1 })
    }

    @Test func whatAServiceUsesIsDrawnWithItsUnitAndItsRange() {
        var state = open("2", columns: 160)
        let points = (0..<60).map {
            Metric.Point(value: $0 == 30 ? 0.5 : 0.25, at: Sample.ago(Double(3600 - $0 * 60)))
        }
        let metrics = Metrics(byKind: [
            .cpu: Metric(unit: "vCPU", series: [.init(container: "api-1", points: points)]),
            .memory: Metric(
                unit: "mb", series: [.init(container: "api-1", points: [.init(value: 310.4, at: state.now)])]),
        ])
        state.tell(.serviceMetrics(Sample.api), .metrics(metrics))
        #expect(shows(state, "0.25 vCPU  0.25–0.50"))
        #expect(shows(state, "310 MB"))
        #expect(lines(state).joined().count { $0 == "█" } > 1)
        state.press(Key(.escape))
        _ = state.wait(1)
        #expect(state.watched[.serviceMetrics(Sample.api)] == nil)
    }

    @Test func measurementsThatCantBeReadSayWhy() {
        var state = open("2")
        let error = APIError.forbidden(.init(status: 403, message: "Insufficient permissions"), permission: nil)
        _ = state.update(.feedFailed(.serviceMetrics(Sample.api), error, retryIn: nil), now: state.now)
        #expect(shows(state, "Insufficient permissions"))
    }

    @Test func anAddonTellsWhatWasRestored() {
        var state = open("5", down: 1)
        state.tell(
            .restores(Sample.orders),
            .restores([
                Restore(
                    id: "r", backup: "backup-1", status: .completed, startedAt: Sample.ago(600),
                    completedAt: Sample.ago(480))
            ]))
        #expect(shows(state, "● completed  2m00s  8m ago  nightly 1"))
    }

    @Test func aBackupTellsWhatWasRestoredFromIt() {
        var state = open("5", down: 2)
        let restore = { Restore(id: $0, backup: $1, status: .completed, startedAt: Sample.ago(600)) }
        state.tell(.restores(Sample.orders), .restores([restore("r2", "another"), restore("r1", "backup-1")]))
        #expect(state.detailFeeds.contains(.restores(Sample.orders)))
        let lines = state.view().grid.lines
        let heading = lines.firstIndex { $0.contains("Restores") } ?? 0
        #expect(lines.dropFirst(heading + 1).first?.contains("● completed") == true)
        #expect(lines.dropFirst(heading + 2).first?.contains("● completed") == false)
    }

    @Test func anAddonTellsWhenItIsBackedUpByItself() {
        var state = open("5", down: 1)
        state.tell(
            .schedules(Sample.orders),
            .schedules([
                BackupSchedule(id: "1", method: "dump", interval: "daily", minutes: [0], hours: [3, 15]),
                BackupSchedule(id: "2", method: "snapshot", interval: "hourly", minutes: [5]),
                BackupSchedule(id: "3", method: "snapshot", interval: "weekly", minutes: [30], hours: [4], days: [6]),
            ]))
        for text in ["03:00, 15:00", ":05", "weekly  day 6", "04:30"] { #expect(shows(state, text), "\(text)") }
    }

    @Test(arguments: [
        (0.0, "0.00"), (0.123, "0.12"), (1, "1.0"), (9.96, "10.0"), (12.4, "12"), (310, "310"), (-0.5, "-0.50"),
    ])
    func amountsShowWhatMatters(value: Double, text: String) { #expect(Amount.text(value) == text) }

    @Test func amountsHaveTheirUnitsInWords() {
        #expect(Amount.text(31, unit: "pct") == "31 %")
        #expect(Amount.text(31, unit: "mb") == "31 MB")
        #expect(Amount.text(31, unit: "furlongs") == "31 furlongs")
        #expect(Amount.text(.nan) == "?")
    }

    @Test func aJobTellsWhenItRunsNextInUTCAndHere() {
        var state = open("4", down: 1)
        state.session.secondsFromUTC = 3600
        state.tell(.job(Sample.nightly), .job(JobDetail(job: Sample.jobs[0], schedule: "30 2 * * *")))
        #expect(shows(state, "30 2 * * *"))
        #expect(shows(state, "2026-05-29 02:30 UTC (in 6h03m)"))
        #expect(shows(state, "Here        2026-05-29 03:30"))
    }

    @Test func aSuspendedJobHasNoNextRun() {
        var state = open("4", down: 1)
        var job = Sample.jobs[0]
        job.suspended = true
        state.tell(.jobs(Sample.shop), .jobs([job]))
        state.tell(.job(Sample.nightly), .job(JobDetail(job: job, schedule: "30 2 * * *")))
        #expect(shows(state, "▲ suspended"))
        #expect(!shows(state, "Next run"))
    }

    @Test func aScheduleThatNobodyUnderstandsIsShownAsItIs() {
        var state = open("4", down: 1)
        state.tell(.job(Sample.nightly), .job(JobDetail(job: Sample.jobs[0], schedule: "every full moon")))
        #expect(shows(state, "every full moon"))
        #expect(!shows(state, "Next run"))
    }

    @Test func anAddonTellsItsVersionAndWhatItRunsOn() {
        var state = open("5", down: 1)
        let detail = AddonDetail(addon: Sample.addons[0], version: "16.4", replicas: 3, storage: 8192, isPublic: false)
        state.tell(.addon(Sample.orders), .addon(detail))
        for text in ["16.4", "8192 MB", "from inside alone"] { #expect(shows(state, text)) }
    }

    @Test func detailsThatCantBeReadAreToldOnThePageAndAreNoProblemOfTheAccount() {
        var state = open("5", down: 1)
        let before = state.problems.list
        let error = APIError.forbidden(.init(status: 403, message: "Insufficient permissions"), permission: nil)
        _ = state.update(.feedFailed(.addon(Sample.orders), error, retryIn: nil), now: state.now)
        #expect(shows(state, "▲ stale"))
        #expect(state.problems.list == before)
    }

    @Test func whatIsGoneSaysSo() {
        var state = open("2")
        state.tell(.services(Sample.shop), .services([]))
        #expect(shows(state, "It is gone"))
        state.tell(.service(Sample.api), .service(ServiceDetail(service: Sample.services[0])))
        #expect(shows(state, "It is gone"))
    }

    @Test func aLongPageIsScrolledAndNotPastItsEnd() {
        var state = open("4", down: 1, columns: 40, rows: 10)
        let first = lines(state)
        state.press(Key("j"))
        #expect(lines(state)[2] == first[3])
        state.press(Key("G"))
        let last = lines(state)
        state.press(Key("j"), Key("j"))
        #expect(lines(state) == last)
        state.press(Key("g"))
        #expect(lines(state) == first)
    }

    @Test func theKeysThatActWorkOnThePage() {
        var state = open("4", down: 1)
        state.press(Key("T"))
        #expect(state.overlay == .confirmation(Confirmation(subject: .run(Sample.nightly))))
        #expect(state.view().grid.lines.joined().contains("Run a job"))
    }
}
