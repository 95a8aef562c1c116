import Foundation
import Northflank
import Testing

@testable import Dashboard

/// How the dashboard follows actions beyond builds, runs and backups.
@Suite struct ActionProgressTests {
    private func progress(_ action: Action, item: String? = nil, after tell: (inout State) -> Void) -> ActionProgress? {
        var state = Sample.full()
        tell(&state)
        return ActionProgress(of: action, item: item, in: state.account)
    }

    private func service(_ status: DeploymentStatus? = nil, paused: Bool = false) -> FeedContent {
        var service = Sample.services.first { $0.id == "api" } ?? Service(id: "api", name: "api", kind: .combined)
        service.deployment = status.map { .init(status: $0) }
        return .service(ServiceDetail(service: service, paused: paused))
    }

    @Test func aDeploymentGoesOnUntilItIsRolledOut() {
        let deploy = Action.deploy(Sample.api, .image(.registry(image: "nginx", credentials: nil), nil))
        for action in [deploy, .restart(.service(Sample.api)), .resume(.service(Sample.api))] {
            let ongoing = progress(action) { $0.tell(.service(Sample.api), service(.inProgress)) }
            #expect(ongoing?.isActive == true)
            let done = progress(action) { $0.tell(.service(Sample.api), service(.completed)) }
            #expect(done?.isActive == false && done?.health == .healthy)
            let failed = progress(action) { $0.tell(.service(Sample.api), service(.failed)) }
            #expect(failed?.health == .failing)
            #expect(progress(action) { _ in } == nil)
        }
    }

    @Test func aPauseIsDoneWhenTheServiceIsPaused() {
        let pause = Action.pause(.service(Sample.api))
        #expect(progress(pause) { $0.tell(.service(Sample.api), service()) }?.isActive == true)
        let paused = progress(pause) { $0.tell(.service(Sample.api), service(paused: true)) }
        #expect(paused?.status == "done" && paused?.isActive == false)
    }

    @Test func anAbortEndsWellWhereWhatItIsAboutIsAborted() {
        let abort = Action.abort(.build(BuildReference(service: Sample.api, build: "b1")))
        func build(_ status: BuildStatus) -> FeedContent { .builds([Build(id: "b1", status: status)]) }
        #expect(progress(abort) { $0.tell(.builds(Sample.api), build(.building)) }?.isActive == true)
        #expect(progress(abort) { $0.tell(.builds(Sample.api), build(.aborted)) }?.health == .healthy)
        #expect(progress(abort) { $0.tell(.builds(Sample.api), build(.failure)) }?.health == .failing)
    }

    @Test func aRestoreIsFollowedInItsAddonsList() {
        let restore = Action.restore(BackupReference(addon: Sample.orders, backup: "k1"))
        func list(_ status: BackupStatus) -> FeedContent { .restores([Restore(id: "r1", status: status)]) }
        #expect(
            progress(restore, item: "r1") { $0.tell(.restores(Sample.orders), list(.inProgress)) }?.isActive == true)
        #expect(progress(restore, item: "r1") { $0.tell(.restores(Sample.orders), list(.failed)) }?.health == .failing)
        #expect(progress(restore, item: "r2") { $0.tell(.restores(Sample.orders), list(.failed)) } == nil)
    }

    @Test func aSuspensionIsDoneWhenTheScheduleIsOff() {
        func detail(suspended: Bool) -> FeedContent {
            .job(JobDetail(job: Job(id: "nightly", name: "nightly", kind: .cron, suspended: suspended)))
        }
        for (action, isDone) in [(Action.suspend(Sample.nightly), true), (.unsuspend(Sample.nightly), false)] {
            let off = progress(action) { $0.tell(.job(Sample.nightly), detail(suspended: true)) }
            #expect(off?.isActive == !isDone)
            let on = progress(action) { $0.tell(.job(Sample.nightly), detail(suspended: false)) }
            #expect(on?.isActive == isDone)
        }
    }

    @Test func whatIsCreatedIsDoneWhenItsListShowsIt() {
        let creation = Action.create(Creation(.deploymentService, in: Sample.shop, ["name": "New"]))
        #expect(progress(creation, item: "new") { _ in } == nil)
        let services = Sample.services + [Service(id: "new", name: "New", kind: .deployment)]
        #expect(
            progress(creation, item: "new") { $0.tell(.services(Sample.shop), .services(services)) }?.status == "done")
    }

    @Test func titlesNameWhatHappensToWhat() {
        let saved = BackupReference(addon: Sample.orders, backup: "k1")
        let titles: [(Action, String)] = [
            (.restore(saved), "restore of shop/orders-db from k1"),
            (.abort(.build(BuildReference(service: Sample.api, build: "b1"))), "abort of build b1 of shop/api"),
            (
                .deploy(
                    Sample.api, .image(.build(of: "builder", branch: "main", .sha("12c15e7a0000")), nil)),
                "deployment of builder (main, 12c15e7) to shop/api"
            ),
            (.scale(.service(Sample.api, .init(instances: 1, plan: "p"))), "scaling of shop/api to 1 instance on p"),
            (
                .scale(.addon(Sample.orders, .init(storage: 8192, replicas: 3))),
                "scaling of shop/orders-db to 3 replicas, 8192 MB"
            ),
            (.pause(.addon(Sample.orders)), "pause of shop/orders-db"),
            (.unsuspend(Sample.nightly), "resuming of shop/nightly"),
            (.create(Creation(.cronJob, in: "shop", ["name": "Sweep"])), "creation of cron job Sweep in shop"),
            (.create(Creation(.project, in: nil, ["name": "Shop"])), "creation of project Shop"),
        ]
        for (action, title) in titles { #expect("\(action)" == title) }
    }
}
