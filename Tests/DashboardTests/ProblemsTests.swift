import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct ProblemsTests {
    private func told(_ state: State) -> [String] { state.problems.list.map { "\($0.what): \($0.subject)" } }

    // MARK: - What counts

    @Test func aFailedDeploymentIsAProblemWithTheAPIsReason() throws {
        let problem = try #require(Sample.full().problems.list.first)
        #expect(problem.kind == .deploymentFailed)
        #expect(problem.remedy == .deploy)
        #expect(problem.row == .service(Sample.web))
        #expect(problem.reason == "deploying")
        #expect(problem.since == Sample.ago(120))
    }

    @Test func containersThatFailAreAProblemWhereTheDeploymentItselfWentWell() throws {
        var state = Sample.full()
        let containers = [
            Container(name: "1", status: .running), Container(name: "2", status: .failed, updatedAt: Sample.ago(30)),
            Container(name: "3", status: .finished),
        ]
        state.tell(.containers(Sample.api), .containers(containers))
        let problem = try #require(state.problems.list.first { $0.kind == .containersFail })
        #expect(problem.row == .service(Sample.api))
        #expect(problem.what == "1/3 containers")
        #expect(problem.reason == "task failed")
        #expect(problem.since == Sample.ago(30))
        #expect(problem.remedy == .openLog)
        let row = try #require(state.view().grid.lines.first { $0.contains("1/3 containers failing") })
        #expect(row.contains("✗ api"), "its row says so too")
        #expect(state.tally(of: Sample.shop).failing == 3, "beside web and the last run of nightly")
        state.tell(.containers(Sample.web), .containers(containers))
        #expect(state.problems.list.filter { $0.row == .service(Sample.web) }.map(\.kind) == [.deploymentFailed])
        state.tell(.containers(Sample.api), .containers([containers[0]]))
        #expect(!state.problems.list.contains { $0.kind == .containersFail })
    }

    @Test func aContainerThatTookThePlaceOfAnotherIsAWarningWhereNothingWasDeployed() throws {
        var state = Sample.full()
        let services = try #require(state.account.services[Sample.shop])
        func tell(_ began: [String: Double], after seconds: Double) {
            let containers = began.map { Container(name: $0, status: .running, createdAt: Sample.ago(-$1)) }
            state.tell(.containers(Sample.api), .containers(containers), after: seconds)
        }
        tell(["a": -50_000, "b": -50_000], after: 0)
        tell(["a": -50_000, "c": 100], after: 150)
        // A deployment that it belongs to may not have been told yet.
        #expect(!state.problems.list.contains { $0.kind == .containersRestart })
        state.tell(.services(Sample.shop), .services(services), after: 170)
        let restart = try #require(state.problems.list.first { $0.kind == .containersRestart })
        #expect(restart.row == .service(Sample.api))
        #expect(restart.what == "container restarted")
        #expect(restart.since == Sample.ago(-100))
        #expect(restart.health == .warning)
        tell(["a": 200, "c": 100], after: 300)
        state.tell(.services(Sample.shop), .services(services), after: 310)
        #expect(state.problems.list.contains { $0.what == "2 restarts" })
        // It was a deployment after all.
        var deployed = services
        let place = try #require(services.firstIndex { $0.id == Sample.api.service })
        deployed[place].deployment?.changedAt = Sample.ago(-250)
        state.tell(.services(Sample.shop), .services(deployed), after: 320)
        #expect(!state.problems.list.contains { $0.kind == .containersRestart })
        // An hour later it is no problem any more.
        state.tell(.services(Sample.shop), .services(services), after: 4_000)
        #expect(!state.problems.list.contains { $0.kind == .containersRestart })
    }

    @Test(
        arguments: [
            // One more, one less, and one that ended beside.
            (["a": 9_000, "b": 9_000], ["a": 9_000, "b": 9_000, "c": 300], 0),
            (["a": 9_000, "b": 9_000], ["a": 9_000], 0),
            (["a": 9_000], ["a": 9_000], 0),
            (["a": 9_000, "b": 9_000], ["c": 300, "d": 200], 2),
            (["a": 9_000], ["a": 100], 1),
            ([:], ["a": 100], 0),
        ] as [([String: Double], [String: Double], Int)])
    func onlyOneThatIsGoneIsReplaced(before: [String: Double], after: [String: Double], count: Int) {
        func containers(_ ages: [String: Double]) -> [Container] {
            ages.map { Container(name: $0, status: .running, createdAt: Sample.ago($1)) }
        }
        #expect(Replacement.all(in: containers(after), since: containers(before)).count == count)
        #expect(Replacement.all(in: containers(after), since: nil).isEmpty)
    }

    /// One that never stays up begins anew for days, and two looks may be told of twice.
    @Test func eachReplacementIsKeptOnceAndForAnHour() {
        var account = Account()
        func tell(_ minute: Int) {
            let container = Container(name: "\(minute)", status: .running, createdAt: Sample.ago(-60 * Double(minute)))
            account.loaded(.containers(Sample.api), FeedAnswer(content: .containers([container])), at: Sample.now)
        }
        for minute in [0, 1, 0, 1] { tell(minute) }
        #expect(account.replacements[Sample.api]?.filter { $0.container == "1" }.count == 1)
        for minute in 2..<500 { tell(minute) }
        #expect(account.replacements[Sample.api]?.count == 60)
    }

    @Test func aFailedBuildCountsOnlyAsTheNewestOfItsBranch() {
        var state = Sample.full()
        #expect(told(state).contains("build failure: api (fix/tax)"))
        let newer = Build(id: "new-1", branch: "fix/tax", status: .building, createdAt: Sample.ago(10))
        state.tell(.builds(Sample.api), .builds([newer] + Sample.builds))
        #expect(!told(state).contains { $0.contains("api") })
    }

    @Test(arguments: [BuildStatus.failure, .submissionFailure, .crashed, .unschedulable])
    func whateverEndsABuildBadlyCounts(status: BuildStatus) {
        var state = Sample.full()
        let build = Build(id: "new-1", branch: "main", status: status, createdAt: Sample.ago(10))
        state.tell(.builds(Sample.api), .builds([build] + Sample.builds))
        #expect(told(state).contains("build \(status.words): api (main)"))
    }

    @Test func anAbortedBuildIsNoProblem() {
        var state = Sample.full()
        let build = Build(id: "new-1", branch: "main", status: .aborted, createdAt: Sample.ago(10))
        state.tell(.builds(Sample.api), .builds([build]))
        #expect(!told(state).contains { $0.hasPrefix("build") })
    }

    @Test func pullRequestsAreBranchesOfTheirOwn() {
        var state = Sample.full()
        let builds = [
            Build(id: "b2", branch: "main", pullRequestID: 8, status: .success, createdAt: Sample.ago(10)),
            Build(id: "b1", branch: "main", pullRequestID: 7, status: .failure, createdAt: Sample.ago(20)),
        ]
        state.tell(.builds(Sample.api), .builds(builds))
        #expect(told(state).contains("build failure: api (#7)"))
    }

    @Test func whereNoBuildsWereReadTheServicesListTellsOfTheNewest() {
        var state = Sample.blank()
        state.tell(.projects, .projects(Sample.projects))
        let service = Service(id: "api", name: "api", kind: .combined, build: .init(status: .failure))
        state.tell(.services(Sample.shop), .services([service]))
        #expect(state.problems.list.map(\.row) == [.latestBuild(Sample.api)])
        #expect(state.problems.unknown.branches == 1)
    }

    @Test func whichOfServicesListAndBuildsWasReadLaterIsBelieved() {
        var state = Sample.full()
        let failed = Build(id: "new-1", branch: "main", status: .failure, createdAt: Sample.ago(10))
        state.tell(.builds(Sample.api), .builds([failed]), after: 1)
        #expect(told(state).contains("build failure: api (main)"))
        var services = Sample.services
        services[0].build = .init(status: .building, changedAt: state.now)
        state.tell(.services(Sample.shop), .services(services), after: 1)
        #expect(!told(state).contains { $0.contains("api") })
        services[0].build = .init(status: .crashed, changedAt: state.now)
        state.tell(.services(Sample.shop), .services(services), after: 1)
        #expect(told(state).filter { $0.contains("api") } == ["build crashed: api"], "and told once")
    }

    @Test func aJobWhoseLastRunFailedIsAProblemAndOneThatRecoveredIsNot() {
        var state = Sample.full()
        #expect(told(state).contains("run failed: nightly"))
        let run = JobRun(id: "run-0", status: .success, startedAt: Sample.ago(60), concludedAt: Sample.ago(30))
        state.tell(.runs(Sample.nightly), .runs([run] + Sample.runs))
        #expect(!told(state).contains("run failed: nightly"))
    }

    @Test(arguments: [AddonStatus.failed, .error, .errorAllocating])
    func anAddonInAFailingStatusIsAProblem(status: AddonStatus) {
        var state = Sample.full()
        state.tell(.addons(Sample.shop), .addons([Addon(id: "cache", name: "cache", status: status)]))
        #expect(told(state).contains("addon \(status.words): cache"))
    }

    @Test func aBackupThatIsADayOldAndNotOlderIsEnough() {
        var state = Sample.full()
        #expect(!told(state).contains { $0.contains("orders-db") })
        state.tell(.backups(Sample.orders), .backups(Sample.backups), after: 86_400 - 7100)
        #expect(!told(state).contains { $0.contains("orders-db") })
        state.tell(.backups(Sample.orders), .backups(Sample.backups), after: 1)
        #expect(told(state).contains("no recent backup: orders-db"))
    }

    @Test func onlyACompletedBackupCounts() {
        var state = Sample.full()
        let running = Backup(id: "b2", name: "b2", status: .inProgress, createdAt: Sample.ago(10))
        state.tell(.backups(Sample.orders), .backups([running]))
        #expect(told(state).contains("no backup: orders-db"))
        state.tell(.backups(Sample.orders), .backups([running] + Sample.backups))
        #expect(!told(state).contains { $0.contains("orders-db") })
    }

    @Test func aLastBackupThatFailedIsToldOnceEvenWhereNoneIsRecent() {
        var state = Sample.full()
        let failed = Backup(id: "b2", name: "b2", status: .failed, createdAt: Sample.ago(10))
        state.tell(.backups(Sample.orders), .backups([failed]))
        #expect(told(state).filter { $0.contains("orders-db") } == ["backup failed: orders-db (b2)"])
    }

    @Test func listsThatFailForOneReasonAreOneProblem() throws {
        var state = Sample.full()
        let error = APIError.unreachable(.timeout, mayHaveArrived: false)
        for feed in [Feed.services(Sample.shop), .jobs(Sample.shop), .runs(Sample.nightly)] {
            _ = state.update(.feedFailed(feed, error, retryIn: .seconds(8)), now: state.now)
        }
        let problems = state.problems.list.filter { $0.kind == .unreadable }
        #expect(problems.map(\.subject) == ["jobs of Shop and 2 more"])
        #expect(problems.first?.reason == "no answer in time")
        state.tell(.services(Sample.shop), .services(Sample.services))
        #expect(state.problems.list.first { $0.kind == .unreadable }?.subject == "jobs of Shop and 1 more")
    }

    @Test func whatIsWorkedOutStepByStepIsWhatStartingAnewGives() {
        for state in [Sample.full(), Sample.incident()] {
            let anew = Problems(state.account, oldestBackup: 86_400, now: state.now)
            #expect(state.problems.list == anew.list)
            #expect(state.problems.unknown == anew.unknown)
        }
        var state = Sample.incident()
        state.tell(.services(Sample.shop), .services(Array(Sample.services.dropFirst())), after: 1)
        _ = state.update(
            .feedFailed(.runs(Sample.nightly), .notFound(.init(status: 404, message: "no job")), retryIn: nil),
            now: state.now)
        #expect(state.problems.list == Problems(state.account, oldestBackup: 86_400, now: state.now).list)
        state.tell(.projects, .projects([Sample.projects[1]]))
        #expect(state.problems.list == Problems(state.account, oldestBackup: 86_400, now: state.now).list)
    }

    // MARK: - Order and count

    @Test func worstAndNewestComesFirst() {
        let ranks = Sample.incident().problems.list.map(\.kind)
        #expect(
            ranks == [
                .deploymentFailed, .addonFailed, .buildFailed, .backupFailed, .runFailed, .buildFailed, .unreadable,
                .backupMissing,
            ])
    }

    @Test func theHeaderCountsThemEverywhere() {
        for pane in Pane.allCases {
            var state = Sample.incident()
            state.press(Key(Character("\(pane.rawValue)")))
            #expect(state.view().grid.lines[0].contains("✗ 8 problems"))
        }
        #expect(Sample.incident(columns: 40, rows: 10).view().grid.lines[0].contains("✗8"))
        #expect(!Sample.blank().view().grid.lines[0].contains("problem"))
    }

    @Test func whatIsNotKnownIsSaid() {
        var state = Sample.full()
        state.press(Key("!"))
        let picture = state.view().grid.lines.joined()
        #expect(picture.contains("not known yet: a project's lists, runs of a job, backups of an addon"))
    }

    @Test func nothingBrokenIsSaidAndHowSureThatIs() {
        var state = Sample.blank()
        state.press(Key("!"))
        #expect(state.view().grid.lines.joined().contains("Reading…"))
        state.tell(.projects, .projects([Project(id: "p", name: "P")]))
        #expect(state.view().grid.lines.joined().contains("Nothing is broken, as far as is known."))
        state.tell(.services("p"), .services([]))
        state.tell(.jobs("p"), .jobs([]))
        state.tell(.addons("p"), .addons([]))
        #expect(state.view().grid.lines.joined().contains("Nothing is broken. "))
    }

    // MARK: - The page

    @Test func enterGoesToTheBuildWithEverythingSelectedAndEscapeComesBack() {
        var state = Sample.incident()
        state.press(Key("5"), Key("!"), Key("j"), Key("j"))
        let problem = BuildReference(service: Sample.api, build: "calm-owl-9")
        #expect(state.pageRow == .build(problem))
        state.press(Key(.enter))
        #expect(state.page == nil)
        #expect(state.focus == .builds)
        #expect(state.scope == Sample.shop)
        #expect(state.list(.services).selected == .service(Sample.api))
        #expect(state.selectedRow == .build(problem))
        state.press(Key(.escape))
        #expect(state.page == .problems)
        #expect(state.pageRow == .build(problem))
        state.press(Key(.escape))
        #expect(state.page == nil)
        #expect(state.focus == .backups)
        #expect(state.scope == nil)
    }

    @Test func enterGoesToWhateverIsBroken() {
        let state = Sample.incident()
        for (index, problem) in state.problems.list.enumerated() {
            var state = state
            state.press(Key("!"))
            for _ in 0..<index { state.press(Key("j")) }
            state.press(Key(.enter))
            #expect(state.page == nil)
            #expect(state.selectedRow == problem.row, "\(problem)")
        }
    }

    @Test func aFilterInThePaneDoesNotHideWhatIsGoneTo() {
        var state = Sample.incident()
        state.press(Key("G"), Key("2"), Key("/"))
        state.type("builder")
        state.press(Key(.enter), Key("!"), Key(.enter))
        #expect(state.selectedRow == .service(Sample.web))
    }

    @Test func theKeyThatHelpsWorksOnThePage() {
        var state = Sample.incident()
        state.press(Key("!"), Key("j"), Key("j"), Key("B"))
        #expect(state.overlay == .confirmation(Confirmation(subject: .buildLatest(Sample.api))))
        state.press(Key(.escape), Key("j"), Key("j"), Key("T"))
        #expect(state.overlay == .confirmation(Confirmation(subject: .run(Sample.nightly))))
        state.press(Key(.escape), Key("j"), Key("j"))
        #expect(state.press(Key("r")).acting == [.refresh([.jobs(Sample.data)])])
    }

    @Test func readOnlyOffersNoKeyThatActs() {
        var state = Sample.incident(readOnly: true)
        state.press(Key("!"))
        #expect(!state.view().grid.lines.joined().contains("run job"))
    }

    @Test func thePageIsFilteredAsItIsTyped() {
        var state = Sample.incident()
        state.press(Key("!"), Key("/"))
        state.type("backup")
        #expect(state.problemList.rows.count == 2)
        state.press(Key(.enter), Key(.escape))
        #expect(state.problemList.rows.count == 8)
        #expect(state.page == .problems)
    }

    @Test func theSameKeyClosesIt() {
        var state = Sample.incident()
        state.press(Key("3"), Key("!"), Key("!"))
        #expect(state.page == nil)
        #expect(state.focus == .builds)
        state.press(Key("!"), Key("2"))
        #expect(state.page == nil)
        #expect(state.focus == .services)
    }

    @Test func theSelectionStaysOnItsProblemWhileOthersCome() {
        var state = Sample.full()
        state.press(Key("!"), Key("j"))
        let selected = state.pageRow
        let error = Addon(id: "cache", name: "cache", status: .error)
        state.tell(.addons(Sample.shop), .addons([error]))
        #expect(state.pageRow == selected)
    }
}
