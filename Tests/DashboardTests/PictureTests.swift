import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// What the dashboard looks like, in `Tests/Snapshots/DashboardTests`.
@Suite struct PictureTests {
    static let sizes = [
        Size(columns: 200, rows: 50), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
        Size(columns: 40, rows: 10),
    ]

    private func full(_ size: Size) -> State {
        var state = Sample.full(columns: size.columns, rows: size.rows)
        let budget = Budget(limit: 1000, remaining: 874, resetsAt: Sample.now.addingTimeInterval(2520), reserve: 50)
        _ = state.update(.budget(budget), now: Sample.now.addingTimeInterval(12))
        return state
    }

    private func name(_ what: String, _ size: Size) -> String { "\(what)-\(size.columns)x\(size.rows)" }

    @Test(arguments: sizes) func allProjects(size: Size) {
        let state = full(size)
        expectPicture(state.view().grid, named: name("all-projects", size))
    }

    @Test(arguments: sizes, Pane.allCases) func oneProjectWithAFocusedPane(size: Size, pane: Pane) {
        var state = full(size)
        state.press(Key("G"), Key(Character("\(pane.rawValue)")))
        expectPicture(state.view().grid, named: name("shop-\(pane)", size))
    }

    @Test(arguments: sizes) func nothingReadYet(size: Size) {
        expectPicture(
            Sample.blank(columns: size.columns, rows: size.rows).view().grid, named: name("nothing-read", size))
    }

    @Test(arguments: sizes) func anEmptyAccount(size: Size) {
        var state = Sample.blank(columns: size.columns, rows: size.rows)
        state.tell(.projects, .projects([]))
        expectPicture(state.view().grid, named: name("empty-account", size))
    }

    @Test(arguments: sizes) func theQuestionBeforeABuild(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key("j"), Key("B"))
        let branch = Branch(name: "develop", sha: "77777e7ee25fd78f", message: "Round the tax\n\nby law")
        _ = state.update(.branchesLoaded(Sample.builder, .success([branch, Branch(name: "main")])), now: state.now)
        expectPicture(state.view().grid, named: name("question-build", size))
    }

    @Test(arguments: sizes) func anActionOnItsWay(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key("B"), Key(.enter))
        _ = state.update(.actionEnded(ActionID(1), .accepted(id: "quick-ridge-3600")), now: state.now)
        expectPicture(state.view().grid, named: name("action-accepted", size))
    }

    @Test(arguments: sizes) func help(size: Size) {
        var state = full(size)
        state.press(Key("2"), Key("?"))
        expectPicture(state.view().grid, named: name("help", size))
    }

    @Test(arguments: sizes) func helpThatIsSearched(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key("?"))
        state.type("build")
        expectPicture(state.view().grid, named: name("help-search", size))
    }

    @Test(arguments: sizes) func aFilteredPane(size: Size) {
        var state = full(size)
        state.press(Key("2"), Key("/"))
        state.type("!status:failed b")
        expectPicture(state.view().grid, named: name("filter", size))
    }

    @Test(arguments: sizes) func aSortedPaneWithAFavourite(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key("j"), Key("m"))
        _ = state.perform(.sort(.age))
        expectPicture(state.view().grid, named: name("sorted", size))
    }

    @Test(arguments: sizes) func theChoiceOfASortColumn(size: Size) {
        var state = full(size)
        state.press(Key("2"), Key("s"), Key("j"), Key(.enter), Key("s"))
        expectPicture(state.view().grid, named: name("sort-menu", size))
    }

    @Test(arguments: sizes) func thePalette(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key(":"))
        expectPicture(state.view().grid, named: name("palette", size))
    }

    @Test(arguments: sizes) func thePaletteWithAText(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key(":"))
        state.type("or")
        expectPicture(state.view().grid, named: name("palette-search", size))
    }

    @Test(arguments: sizes) func aQuestionThatTakesASecondAnswer(size: Size) {
        var state = full(size)
        state.session.preferences.confirmsTwice = true
        state.session.context = "production"
        state.press(Key("G"), Key("4"), Key("T"), Key(.enter))
        expectPicture(state.view().grid, named: name("question-answered", size))
    }

    @Test(arguments: sizes) func theQuestionBeforeSeveralBuilds(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key(" "), Key(" "), Key(" "), Key("B"))
        expectPicture(state.view().grid, named: name("question-bulk", size))
    }

    @Test(arguments: sizes) func detailsOfAFailedBuild(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("3"), Key("j"), Key(.enter))
        expectPicture(state.view().grid, named: name("build-details", size))
    }

    @Test(arguments: sizes) func theProblemsOfAnIncident(size: Size) {
        var state = Sample.incident(columns: size.columns, rows: size.rows)
        state.press(Key("!"))
        expectPicture(state.view().grid, named: name("problems", size))
    }

    @Test(arguments: sizes) func theTimelineOfAnIncident(size: Size) {
        var state = Sample.incident(columns: size.columns, rows: size.rows)
        state.press(Key("t"))
        expectPicture(state.view().grid, named: name("timeline", size))
    }

    @Test(arguments: sizes) func aServicesPage(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("2"), Key(.enter))
        let detail = ServiceDetail(
            service: Sample.services[0], createdAt: Sample.ago(9_000_000), repository: "https://github.com/acme/api",
            branch: "main", plan: "nf-compute-50",
            deployment: .init(
                instances: 2, image: .build(of: "api", branch: "main", wanted: "latest", deployed: "12c15e7ee25f")),
            ports: [
                ServicePort(name: "http", number: 8080, protocol: "HTTP", isPublic: true, address: "api.example.com"),
                ServicePort(name: "admin", number: 9090, protocol: "TCP"),
            ])
        state.tell(.service(Sample.api), .service(detail))
        state.tell(
            .containers(Sample.api),
            .containers([
                Container(name: "api-76c1f25-x8k2p", status: .running, createdAt: Sample.ago(3500)),
                Container(name: "api-76c1f25-q4m9z", status: .failed, createdAt: Sample.ago(40)),
            ]))
        state.tell(.serviceMetrics(Sample.api), .metrics(metrics("api-76c1f25-x8k2p", "api-76c1f25-q4m9z")))
        expectPicture(state.view().grid, named: name("service-details", size))
    }

    @Test(arguments: sizes) func aJobsPage(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("4"), Key("j"), Key(.enter))
        let detail = JobDetail(job: Sample.jobs[0], createdAt: Sample.ago(9_000_000), schedule: "30 2 * * *")
        state.tell(.job(Sample.nightly), .job(detail))
        expectPicture(state.view().grid, named: name("job-details", size))
    }

    @Test(arguments: sizes) func anAddonsPage(size: Size) {
        var state = full(size)
        state.press(Key("G"), Key("5"), Key("j"), Key(.enter))
        let detail = AddonDetail(
            addon: Sample.addons[0], createdAt: Sample.ago(9_000_000), version: "16.4", replicas: 3, storage: 8192,
            plan: "nf-compute-100-2", region: "europe-west", hasTLS: true, isPublic: false)
        state.tell(.addon(Sample.orders), .addon(detail))
        state.tell(.addonMetrics(Sample.orders), .metrics(metrics("orders-db-0")))
        let restore = Restore(
            id: "r1", backup: "backup-1", status: .completed, startedAt: Sample.ago(600), completedAt: Sample.ago(480))
        state.tell(.restores(Sample.orders), .restores([restore]))
        let schedule = BackupSchedule(id: "s1", method: "snapshot", interval: "daily", minutes: [0], hours: [3, 15])
        state.tell(.schedules(Sample.orders), .schedules([schedule]))
        expectPicture(state.view().grid, named: name("addon-details", size))
    }

    /// An hour of something that is busy at its end.
    private func metrics(_ containers: String...) -> Metrics {
        let series = { (scale: Double) in
            containers.enumerated().map { place, name in
                let points = (0..<60).map { minute -> Metric.Point in
                    let wave = Double((minute * (7 + place)) % 12) / 12
                    return .init(
                        value: scale * (0.3 + wave + (minute > 50 ? 1.5 : 0)), at: Sample.ago(Double(59 - minute) * 60))
                }
                return Metric.Series(container: name, points: points)
            }
        }
        return Metrics(byKind: [
            .cpu: Metric(unit: "vCPU", series: series(0.1)), .memory: Metric(unit: "mb", series: series(240)),
        ])
    }

    @Test(arguments: sizes) func aLostConnection(size: Size) {
        var state = full(size)
        let error = APIError.unreachable(.connection("connection refused"), mayHaveArrived: false)
        _ = state.update(
            .feedFailed(.services(Sample.shop), error, retryIn: .seconds(8)), now: state.now.addingTimeInterval(90))
        state.press(Key("G"), Key("2"))
        expectPicture(state.view().grid, named: name("lost", size))
    }

    @Test(arguments: sizes) func aBudgetThatIsUsedUp(size: Size) {
        var state = full(size)
        let until = state.now.addingTimeInterval(1200)
        let budget = Budget(
            limit: 1000, remaining: 48, resetsAt: until, reserve: 50,
            paused: .init(until: until, reason: "the last 50 requests are kept for your actions"))
        _ = state.update(.budget(budget), now: state.now)
        expectPicture(state.view().grid, named: name("paused", size))
    }

    @Test func inASCII() {
        var state = full(Size(columns: 120, rows: 40))
        state.appearance.symbols = .ascii
        let picture = state.view().grid
        expectPicture(picture, named: "ascii-120x40")
        #expect(picture.lines.joined().allSatisfy { $0.isASCII })
    }

    @Test func aScreenThatIsTooSmallSaysWhatItNeeds() {
        let lines = full(Size(columns: 29, rows: 7)).view().grid.lines
        #expect(lines.contains("Northwatch needs 30x8"))
    }

    @Test func readOnlyIsSaidInTheHeader() {
        #expect(Sample.full(columns: 80, rows: 24, readOnly: true).view().grid.lines[0].contains("read-only"))
    }
}
