import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

/// What `northwatch status` tells of an account.
@Suite struct StatusReportTests {
    private func report(
        _ account: Account, _ preferences: Preferences = Preferences(), maxAge: Double = 60
    ) -> StatusReport {
        StatusReport(account, preferences, freshSince: Sample.ago(maxAge), now: Sample.now)
    }

    private func text(_ report: StatusReport, width: Int = 80, most: Int = 20) -> [String] {
        report.lines(.unicode, width: width, most: most).map { line in
            var text = line.map(\.text).joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// All lists of the sample; its second project has nothing in it.
    private static var whole: Account {
        var account = Sample.full().account
        for feed in [Feed.jobs(Sample.data), .addons(Sample.data)] {
            let content: FeedContent = if case .jobs = feed { .jobs([]) } else { .addons([]) }
            account.loaded(feed, FeedAnswer(content: content), at: Sample.now)
        }
        return account
    }

    @Test func whatTheConfigurationIgnoresIsNotBroken() {
        var preferences = Preferences()
        let kinds = Set(report(Self.whole).problems.map(\.kind))
        #expect(report(Self.whole).verdict == .broken && !kinds.isEmpty)
        preferences.ignoredProblems = [IgnoreRule(kinds: kinds)]
        #expect(report(Self.whole, preferences).problems.isEmpty)
        #expect(report(Self.whole, preferences).verdict == .well)
    }

    private static var well: Account {
        var account = Account()
        account.loaded(.projects, FeedAnswer(content: .projects([Sample.projects[0]])), at: Sample.now)
        account.loaded(.services(Sample.shop), FeedAnswer(content: .services([Sample.services[0]])), at: Sample.now)
        account.loaded(.jobs(Sample.shop), FeedAnswer(content: .jobs([])), at: Sample.now)
        account.loaded(.addons(Sample.shop), FeedAnswer(content: .addons([])), at: Sample.now)
        account.loaded(.builds(Sample.api), FeedAnswer(content: .builds([Sample.builds[0]])), at: Sample.now)
        account.loaded(.containers(Sample.api), FeedAnswer(content: .containers([])), at: Sample.now)
        return account
    }

    // MARK: - The verdict

    @Test func whereEverythingWorksAllIsWell() {
        #expect(report(Self.well).verdict == .well)
        #expect(text(report(Self.well)) == ["● nothing is broken · as of now · 1 service, 0 jobs and 0 addons in Shop"])
    }

    @Test func oneProblemOfAFreshProjectIsEnough() {
        #expect(report(Self.whole).verdict == .broken)
        // Whatever else can't be read.
        var account = Self.whole
        account.failed(.addons(Sample.data), Self.refused, at: Sample.now, retryIn: nil)
        #expect(report(account).verdict == .broken)
    }

    @Test func aListThatWasNeverReadLeavesTheQuestionOpenAndItsErrorSaysWhy() {
        var account = Self.well
        account.loaded(.projects, FeedAnswer(content: .projects(Sample.projects)), at: Sample.now)
        #expect(report(account).verdict == .notAsked)
        account.failed(.services(Sample.data), Self.refused, at: Sample.now, retryIn: nil)
        #expect(report(account).verdict == .failed(Self.refused))
        #expect(
            text(report(account))[1]
                == "  ▲ services of Data can't be read: not allowed: no (needs Project > Services > General > Read)")
    }

    @Test func anAccountOfWhichNothingIsKnownIsNotWell() {
        #expect(report(Account()).verdict == .notAsked)
        #expect(text(report(Account()))[0].hasPrefix("? can't tell"))
    }

    @Test func whatIsOlderThanAskedForIsOldEvenIfItWasBroken() {
        var account = Self.whole
        for (feed, content) in Self.lists(account) {
            account.loaded(feed, FeedAnswer(content: content), at: Sample.ago(3600), from: .remembered)
        }
        #expect(report(account).verdict == .old)
        #expect(text(report(account))[0].hasPrefix("▲ old: 3 broken when last seen, 1 under way"))
        #expect(report(account, maxAge: 7200).verdict == .broken)
    }

    @Test func aProblemOfAnOldProjectIsNoProofAndOneOfAFreshProjectIs() {
        var account = Self.whole
        account.loaded(.services(Sample.data), FeedAnswer(content: .services([])), at: Sample.ago(3600))
        #expect(report(account).verdict == .broken)
        account.loaded(
            .services(Sample.shop), FeedAnswer(content: .services(Sample.services)), at: Sample.ago(3600))
        #expect(report(account).verdict == .old)
    }

    private static let refused = APIError.forbidden(
        .init(status: 403, message: "no"), permission: "Project > Services > General > Read")

    private static func lists(_ account: Account) -> [(Feed, FeedContent)] {
        [(.projects, .projects(account.projects))]
            + account.projects.flatMap { project in
                [
                    (.services(project.id), .services(account.services[project.id] ?? [])),
                    (.jobs(project.id), .jobs(account.jobs[project.id] ?? [])),
                    (.addons(project.id), .addons(account.addons[project.id] ?? [])),
                ]
            }
    }

    // MARK: - What is told

    @Test func itTellsWhatIsBrokenAndWhatIsUnderWay() {
        #expect(
            text(report(Self.whole)) == [
                "✗ 3 broken, 1 under way · as of now · 3 services, 2 jobs and 2 addons in 2 proj…",
                "  ✗ deployment failed  web                Shop  2m ago   deploying",
                "  ✗ run failed         nightly            Shop  23h ago",
                "  ✗ build failure      api (fix/tax)      Shop  1d ago   Step 7/12: …test failed",
                "  ◐ build building     builder (develop)  Shop  1m20s",
                "  ? not known yet: runs of a job, backups of an addon, containers of 2 services",
            ])
    }

    @Test func longListsAreCutAndWhatIsLeftOutIsCounted() {
        let lines = text(report(Self.whole), most: 2)
        #expect(lines.contains("  and 2 more"))
        #expect(lines.count == 5)
    }

    @Test func projectsThatAreNotAskedForAreLeftOut() {
        let scoped = Self.whole.scoped(to: [Sample.data])
        #expect(report(scoped).verdict == .well)
        #expect(report(scoped).problems.isEmpty)
        #expect(text(report(scoped))[0] == "● nothing is broken · as of now · 0 services, 0 jobs and 0 addons in Data")
    }

    @Test func scriptsGetTheSameAsJSON() throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let object = try JSONSerialization.jsonObject(with: encoder.encode(report(Self.whole))) as? [String: Any]
        let json = try #require(object)
        #expect(json["verdict"] as? String == "broken")
        let problems = try #require(json["problems"] as? [[String: Any]])
        #expect(problems.map { $0["what"] as? String } == ["deployment failed", "run failed", "build failure"])
        #expect(problems.map { $0["service"] as? String } == ["web", nil, "api"])
        #expect(problems.map { $0["item"] as? String } == [nil, "run-1", "calm-owl-3"])
        #expect((json["underWay"] as? [Any])?.count == 1)
        #expect((json["unknown"] as? [String: Int])?["runsOfJobs"] == 1)
    }

    // MARK: - What is under way

    @Test func everythingThatWillEndByItselfIsUnderWay() {
        var account = Self.well
        let services = [
            Service(id: "api", name: "api", kind: .combined, build: .init(status: .success)),
            Service(
                id: "web", name: "web", kind: .combined, build: .init(status: .cloning, changedAt: Sample.ago(9)),
                deployment: .init(status: .inProgress, changedAt: Sample.ago(5))),
        ]
        account.loaded(.services(Sample.shop), FeedAnswer(content: .services(services)), at: Sample.now)
        account.loaded(.jobs(Sample.shop), FeedAnswer(content: .jobs(Sample.jobs)), at: Sample.now)
        let run = JobRun(id: "run-9", status: .running, startedAt: Sample.ago(60))
        account.loaded(.runs(Sample.nightly), FeedAnswer(content: .runs([run])), at: Sample.now)
        var addons = Sample.addons
        addons[0].status = .backup
        addons[1].status = .scaling
        account.loaded(.addons(Sample.shop), FeedAnswer(content: .addons(addons)), at: Sample.now)
        let backup = Backup(id: "b", name: "first", status: .inProgress, createdAt: Sample.ago(30))
        account.loaded(.backups(Sample.orders), FeedAnswer(content: .backups([backup])), at: Sample.now)
        #expect(
            account.underWay.map { "\($0.what): \($0.subject)" } == [
                "run running: nightly", "backup in progress: orders-db (first)", "build cloning: web",
                "deployment in progress: web", "addon scaling: cache",
            ])
    }

    @Test func whatIsUnderWayIsAskedForFirstAndContainersLast() {
        var account = Sample.full().account
        let run = JobRun(id: "run-9", status: .running, startedAt: Sample.ago(60))
        account.loaded(.runs(Sample.cleanup), FeedAnswer(content: .runs([run])), at: Sample.now)
        #expect(
            account.details == [
                .runs(Sample.cleanup), .builds(Sample.builder), .runs(Sample.nightly), .backups(Sample.orders),
                .backups(Sample.cache), .builds(Sample.api), .containers(Sample.api), .containers(Sample.web),
            ])
    }
}
