import Northflank
import NorthflankSimulator
import Testing

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Every action beyond starting something in a list, by the real client on a simulated account: it is taken, it shows,
// and where its answer is lost what became of it is found out without sending it again.

private let shop: Project.ID = "checkout"
private let storefront = ServiceReference(project: shop, service: "storefront")
private let orders = AddonReference(project: shop, addon: "orders-db")
private let nightly = JobReference(project: "data-platform", job: "hourly-rollup")

/// One action of each kind that sets a state; all of them can be taken at once in the incident's account.
private let settings: [Action] = [
    .deploy(storefront, .image(.build(of: "storefront", branch: "main", .sha(Fact.commit)), nil)),
    .restart(.service(storefront)), .pause(.service(storefront)),
    .scale(.service(storefront, ServiceScaleRequest(instances: 2, plan: "nf-compute-20"))),
    .restart(.addon(orders)), .pause(.addon(orders)), .scale(.addon(orders, AddonScaleRequest(replicas: 2))),
    .suspend(nightly),
]

private enum Fact {
    /// Stands for a commit that was built, which each account has others of.
    static let commit = "0000000000000000000000000000000000000000"
}

/// With a commit that was built in the place of the one that stands for it.
private func real(_ action: Action, _ client: NorthflankClient) async throws -> Action {
    guard case .deploy(let service, .image(.build(let builder, _, .sha), _)) = action else { return action }
    let builds = try await client.send(.listServiceBuilds(service)).value.items.filter { $0.status == .success }
    let build = try #require(builds.dropFirst().first)
    return .deploy(
        service,
        .image(.build(of: builder, branch: try #require(build.branch), .sha(try #require(build.sha))), nil))
}

/// A client whose waiting takes no time.
private let hasty = ClientClock(now: ClientClock.system.now, sleep: { _ in try Task.checkCancellation() })

private func expectSignTells(_ expected: Reconciliation.Verdict, _ action: Action, _ client: NorthflankClient)
    async throws
{
    let sign = action.dispatch.sign
    guard case .state = sign.wanted else { return }
    let look = try await sign.look(client).get()
    let reconciliation = Reconciliation(
        wanted: sign.wanted, known: nil, sentAt: nil, lost: .cancelled, accepted: false)
    #expect(reconciliation.verdict(on: look) == expected, "\(action): \(look)")
}

@Suite(.serialized) struct ActionsContractTests {
    @Test func everyActionSendsTheOperationThatItNames() {
        let saved = BackupReference(addon: orders, backup: "b")
        let actions: [Action] =
            settings + [
                .startBuild(storefront, .latest), .runJob(nightly), .restore(saved),
                .backUp(orders, BackupRequest(name: "one", method: .dump)), .resume(.service(storefront)),
                .resume(.addon(orders)), .unsuspend(nightly),
                .abort(.build(BuildReference(service: storefront, build: "b"))),
                .abort(.run(RunReference(job: nightly, run: "r"))), .abort(.backup(saved)),
                .abort(.restore("1", of: saved)),
            ] + Creation.Kind.allCases.map { .create(Creation($0, in: $0 == .project ? nil : shop, [:])) }
        for action in actions { #expect(action.dispatch.operation == action.operation) }
        #expect(Set(actions.map(\.operation)).count == actions.count)
    }

    @Test(arguments: settings) func whatSetsAStateIsTakenAndShows(action: Action) async throws {
        try await withSimulator { client, simulator in
            let action = try await real(action, client)
            #expect(await client.perform(action) == .accepted(id: nil))
            try await expectSignTells(.arrived(nil), action, client)
            #expect(await simulator.requests.filter { $0.method != "GET" }.count == 1)
        }
    }

    @Test(arguments: settings) func aLostAnswerIsMadeUpForByLooking(action: Action) async throws {
        try await withSimulator(clock: hasty) { client, simulator in
            let action = try await real(action, client)
            await simulator.script(ScriptedFault(.closedAfter, method: "POST"))
            guard case .found(id: nil, after: _) = await client.perform(action) else {
                Issue.record("\(action) was not found")
                return
            }
            #expect(await simulator.requests.filter { $0.method != "GET" }.count == 1)
        }
    }

    @Test(arguments: settings) func whatDidNotArriveIsSaidToBeSo(action: Action) async throws {
        try await withSimulator(clock: hasty) { client, simulator in
            let action = try await real(action, client)
            await simulator.script(ScriptedFault(.closedBefore, method: "POST"))
            switch (action, await client.perform(action)) {
            // Old containers don't prove that new ones won't come.
            case (.restart, .unknown(_, reason: "not all of its containers are new")), (_, .notFound): break
            case (_, let outcome): Issue.record("\(action): \(outcome)")
            }
            #expect(await simulator.requests.filter { $0.method != "GET" }.count == 1)
        }
    }

    @Test func whatIsPausedOrSuspendedIsResumed() async throws {
        try await withSimulator(clock: hasty) { client, simulator in
            for (pause, resume) in [
                (Action.pause(.service(storefront)), Action.resume(.service(storefront))),
                (.pause(.addon(orders)), .resume(.addon(orders))), (.suspend(nightly), .unsuspend(nightly)),
            ] {
                #expect(await client.perform(pause) == .accepted(id: nil))
                await simulator.script(ScriptedFault(.closedAfter, method: "POST"))
                guard case .found(id: nil, after: _) = await client.perform(resume) else {
                    Issue.record("\(resume) was not found")
                    continue
                }
                // It isn't in a state for this any more.
                guard case .refused(.conflict) = await client.perform(resume) else {
                    Issue.record("\(resume) was not refused")
                    continue
                }
            }
        }
    }

    @Test func whatGoesOnIsAborted() async throws {
        try await withSimulator(clock: hasty) { client, simulator in
            let begin: [(Action, (String) -> Ongoing)] = [
                (.startBuild(storefront, .latest), { .build(BuildReference(service: storefront, build: .init($0))) }),
                (.runJob(nightly), { .run(RunReference(job: nightly, run: .init($0))) }),
                (
                    .backUp(orders, BackupRequest(name: "northwatch 1", method: .snapshot)),
                    { .backup(BackupReference(addon: orders, backup: .init($0))) }
                ),
            ]
            for (action, ongoing) in begin {
                for fault in [Fault?.none, .closedAfter] {
                    guard case .accepted(let id?) = await client.perform(action, knownIDs: []) else {
                        Issue.record("\(action) was not accepted")
                        continue
                    }
                    let abort = Action.abort(ongoing(id))
                    if let fault { await simulator.script(ScriptedFault(fault)) }
                    switch await client.perform(abort) {
                    case .accepted(id: nil): #expect(fault == nil)
                    case .found(id: nil, after: _): #expect(fault != nil)
                    case let outcome: Issue.record("\(abort): \(outcome)")
                    }
                    // What is over can't be aborted.
                    guard case .refused(.conflict) = await client.perform(abort) else {
                        Issue.record("\(abort) was not refused")
                        continue
                    }
                }
            }
        }
    }

    @Test func aRestoreIsFoundByItsAddonsListAndCanBeAborted() async throws {
        try await withSimulator(clock: hasty) { client, simulator in
            let backups = try await client.send(.listAddonBackups(orders)).value.items
            let saved = BackupReference(
                addon: orders, backup: try #require(backups.first { $0.status == .completed }).id)
            await simulator.script(ScriptedFault(.closedAfter, method: "POST"))
            guard case .found(let id?, after: _) = await client.perform(.restore(saved)) else {
                Issue.record("the restore was not found")
                return
            }
            guard case .restores(let list) = try await client.load(.restores(orders)).content else { return }
            #expect(list.first?.id.rawValue == id)
            #expect(list.first?.backup == saved.backup)
            #expect(await client.perform(.abort(.restore(.init(id), of: saved))) == .accepted(id: nil))
        }
    }

    @Test func whatIsCreatedIsFoundByItsName() async throws {
        try await withSimulator(clock: hasty) { client, simulator in
            let plan: JSONValue = ["deploymentPlan": "nf-compute-10"]
            let creations = [
                Creation(.project, in: nil, ["name": "New project", "region": "europe-west"]),
                Creation(
                    .deploymentService, in: shop,
                    ["name": "New service", "billing": plan, "deployment": ["instances": 1]]),
                Creation(
                    .job, in: shop,
                    [
                        "name": "New job", "billing": plan, "backoffLimit": 0,
                        "deployment": ["external": ["imagePath": "alpine:3"]],
                    ]),
                Creation(
                    .addon, in: shop,
                    [
                        "name": "New addon", "type": "redis", "version": "latest",
                        "billing": ["deploymentPlan": "nf-compute-10", "storage": 4096, "replicas": 1],
                    ]),
            ]
            for creation in creations {
                let action = Action.create(creation)
                await simulator.script(ScriptedFault(.closedBefore, method: "POST"))
                guard case .notFound = await client.perform(action) else {
                    Issue.record("\(action) did arrive")
                    continue
                }
                await simulator.script(ScriptedFault(.closedAfter, method: "POST"))
                guard case .found(let id?, after: _) = await client.perform(action) else {
                    Issue.record("\(action) was not found")
                    continue
                }
                #expect(id.hasPrefix("new-"))
            }
        }
    }

    @Test func whatTheContractRefusesIsNeverSent() {
        let unnamed = Action.create(Creation(.addon, in: shop, ["type": "redis"]))
        #expect(unnamed.problem?.details?.members?.keys.sorted() == ["billing", "name", "version"])
        #expect(Action.deploy(storefront, .image(.registry(image: "", credentials: nil), nil)).problem != nil)
        #expect(
            Action.deploy(storefront, .image(.build(of: "web", branch: "main", .sha("12c15e7")), nil)).problem != nil)
        #expect(Action.restart(.service(storefront)).problem == nil)
    }
}
