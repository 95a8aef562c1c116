import Northflank
import Refresh
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct HintsTests {
    /// Tuesday, 24 November 2026, 12:00:00.
    private let noon = Date(timeIntervalSince1970: 1_795_521_600)
    private let shop: Project.ID = "shop"
    private let nightly = JobReference(project: "shop", job: "nightly")

    private func service(_ status: BuildStatus, _ changedAt: Date) -> FeedContent {
        .services([
            Service(id: "web", name: "web", kind: .combined, build: .init(status: status, changedAt: changedAt)),
            Service(id: "proxy", name: "proxy", kind: .deployment),
        ])
    }

    private func addon(_ status: AddonStatus) -> FeedContent { .addons([Addon(id: "db", name: "db", status: status)]) }

    private func job(_ schedule: String?, suspended: Bool = false) -> FeedContent {
        let job = Job(id: "nightly", name: "nightly", kind: .cron, suspended: suspended)
        return .job(JobDetail(job: job, schedule: schedule))
    }

    private func run(_ status: RunStatus, _ startedAt: Date) -> FeedContent {
        .runs([JobRun(id: "r", status: status, startedAt: startedAt)])
    }

    @Test func aServiceWhoseBuildMovedHasChangedBuilds() {
        var hints = Hints()
        _ = hints.heard(.services(shop), service(.success, noon), at: noon)
        let told = hints.heard(.services(shop), service(.failure, noon + 60), at: noon + 70)
        #expect(told == [.changed(builds("web"))])
    }

    @Test func aSecondBuildThatEndsLikeTheFirstIsSeenByItsTime() {
        var hints = Hints()
        _ = hints.heard(.services(shop), service(.success, noon), at: noon)
        let told = hints.heard(.services(shop), service(.success, noon + 60), at: noon + 70)
        #expect(told == [.changed(builds("web"))])
    }

    @Test func theFirstListTellsNothing() {
        var hints = Hints()
        #expect(hints.heard(.services(shop), service(.failure, noon), at: noon).isEmpty)
        #expect(hints.heard(.addons(shop), addon(.backup), at: noon).isEmpty)
    }

    @Test func anUnchangedListTellsNothing() {
        var hints = Hints()
        for _ in 0..<3 {
            #expect(hints.heard(.services(shop), service(.building, noon), at: noon).isEmpty)
            #expect(hints.heard(.addons(shop), addon(.running), at: noon).isEmpty)
        }
    }

    @Test func whatTheBuildsToldFirstIsNoNews() {
        var hints = Hints()
        _ = hints.heard(.services(shop), service(.building, noon), at: noon)
        let build = Build(id: "b", status: .failure, createdAt: noon, concludedAt: noon + 59.6)
        _ = hints.heard(builds("web"), .builds([build]), at: noon + 61)
        #expect(hints.heard(.services(shop), service(.failure, noon + 60), at: noon + 70).isEmpty)
        let told = hints.heard(.services(shop), service(.failure, noon + 500), at: noon + 510)
        #expect(told == [.changed(builds("web"))], "another one has failed")
    }

    @Test func aBackupThatBeginsOrEndsShowsInItsAddonsStatus() {
        var hints = Hints()
        let backups = Hint.changed(.backups(AddonReference(project: "shop", addon: "db")))
        _ = hints.heard(.addons(shop), addon(.running), at: noon)
        #expect(hints.heard(.addons(shop), addon(.backup), at: noon + 60) == [backups])
        #expect(hints.heard(.addons(shop), addon(.backup), at: noon + 120).isEmpty)
        #expect(hints.heard(.addons(shop), addon(.running), at: noon + 180) == [backups])
    }

    @Test func runsAreQuietUntilJustAfterTheScheduleFires() {
        var hints = Hints()
        #expect(hints.heard(.job(nightly), job("30 * * * *"), at: noon).isEmpty, "its runs are not known yet")
        let told = hints.heard(.runs(nightly), run(.success, noon - 1_800), at: noon + 600)
        #expect(told == [.quiet(.runs(nightly), .seconds(1_200 + 10))])
    }

    @Test func aScheduleThatIsLearntLaterQuietensTheRunsToo() {
        var hints = Hints()
        #expect(hints.heard(.runs(nightly), run(.success, noon - 1_800), at: noon).isEmpty)
        let told = hints.heard(.job(nightly), job("30 * * * *"), at: noon)
        #expect(told == [.quiet(.runs(nightly), .seconds(1_800 + 10))])
    }

    @Test func aRunThatShouldBeThereIsLookedForAgainForAWhile() {
        var hints = Hints()
        _ = hints.heard(.job(nightly), job("0 * * * *"), at: noon - 60)
        let early = hints.heard(.runs(nightly), run(.success, noon - 3_600), at: noon + 10)
        #expect(early == [.quiet(.runs(nightly), .seconds(10))])
        let late = hints.heard(.runs(nightly), run(.success, noon - 3_600), at: noon + 100)
        #expect(late == [.quiet(.runs(nightly), .seconds(3_500 + 10))])
    }

    @Test func somebodyMayRunADailyJobByHand() {
        var hints = Hints()
        _ = hints.heard(.job(nightly), job("@daily"), at: noon)
        let told = hints.heard(.runs(nightly), run(.success, noon - 43_200), at: noon)
        #expect(told == [.quiet(.runs(nightly), .seconds(4 * 3_600))])
    }

    @Test func aRunUnderWayIsNotQuiet() {
        var hints = Hints()
        _ = hints.heard(.job(nightly), job("0 * * * *"), at: noon)
        #expect(hints.heard(.runs(nightly), run(.running, noon), at: noon + 20).isEmpty)
    }

    @Test(arguments: [nil, "", "whenever"])
    func withoutAScheduleThatCanBeReadRunsAreAskedAtTheirInterval(schedule: String?) {
        var hints = Hints()
        _ = hints.heard(.job(nightly), job(schedule), at: noon)
        #expect(hints.heard(.runs(nightly), run(.success, noon - 60), at: noon).isEmpty)
    }

    @Test func soAreThoseOfASuspendedJob() {
        var hints = Hints()
        _ = hints.heard(.job(nightly), job("0 * * * *", suspended: true), at: noon)
        #expect(hints.heard(.runs(nightly), run(.success, noon - 60), at: noon).isEmpty)
    }

    @Test func whatIsKnownOfAProjectThatIsGoneIsForgotten() {
        var hints = Hints()
        _ = hints.heard(.services(shop), service(.success, noon), at: noon)
        _ = hints.heard(.projects, .projects([]), at: noon)
        #expect(hints.heard(.services(shop), service(.failure, noon + 60), at: noon + 70).isEmpty)
    }
}
