import Northflank
import NorthflankSimulator
import Testing

@testable import NorthflankAPI

private let storefront = ServiceReference(project: "checkout", service: "storefront")
private let backfill = JobReference(project: "data-platform", job: "backfill")
private let catalogue = AddonReference(project: "search", addon: "catalogue")

@Test(arguments: [nil, "lumen"])
func everyReadingEndpointIsServedAndReadsWithoutANotice(team: String?) async throws {
    try await withSimulator(team: team) { client, simulator in
        func read<Response>(_ endpoint: Endpoint<Response>) async throws -> Response {
            let answer = try await client.send(endpoint)
            #expect(answer.notices.isEmpty, "\(endpoint.operation)")
            #expect(answer.rateLimit?.limit == 1000, "\(endpoint.operation)")
            return answer.value
        }
        #expect(try await read(.listProjects()).items.contains { $0.id == "checkout" })
        #expect(try await read(.getProject("checkout")).data.name == "Checkout")

        let services = try await read(.listServices("checkout")).items
        #expect(services.contains { $0.id == "storefront" && $0.kind == .combined && $0.deployment != nil })
        let service = try await read(.getService(storefront)).data
        #expect(service.service.id == "storefront")
        let branch = try #require(service.branch)
        #expect(try await read(.getServiceBranches(storefront)).items.contains { $0.name == branch })

        let build = try #require(try await read(.listServiceBuilds(storefront)).items.first)
        #expect(build.createdAt != nil && build.status != nil)
        #expect(
            try await read(.getServiceBuild(BuildReference(service: storefront, build: build.id))).data.id == build.id)

        #expect(try await read(.listJobs("data-platform")).items.contains { $0.id == "backfill" && $0.kind == .manual })
        let cron = JobReference(project: "data-platform", job: "hourly-rollup")
        #expect(try await read(.getJob(cron)).data.schedule == "5 * * * *")
        let run = try #require(try await read(.getJobRuns(backfill)).items.first)
        #expect(run.startedAt != nil && run.status != nil)
        #expect(try await read(.getRunDetails(RunReference(job: backfill, run: run.id))).data.id == run.id)

        #expect(try await read(.listAddons("search")).items.contains { $0.id == "catalogue" && $0.status != nil })
        #expect(try await read(.getAddon(catalogue)).data.addon.type == "mongodb")
        let backup = try #require(try await read(.listAddonBackups(catalogue)).items.first)
        #expect(
            try await read(.getAddonBackup(BackupReference(addon: catalogue, backup: backup.id))).data.id == backup.id)
        #expect(try await read(.listAddonTypes()).items.contains { $0.type == "postgresql" && $0.canDump })
        #expect(await simulator.requests.allSatisfy { $0.status == 200 })
    }
}

@Test func everyActionIsTakenAndItsWorkIsListed() async throws {
    try await withSimulator { client, _ in
        let actions: [Action] = [
            .startBuild(storefront, .latest), .runJob(backfill),
            .backUp(catalogue, BackupRequest(name: "northwatch 1", method: .dump)),
        ]
        for action in actions {
            guard case .accepted(let id?) = await client.perform(action, knownIDs: []) else {
                Issue.record("\(action) was not accepted")
                continue
            }
            let listed = try await client.load(action.feed).content.ids
            #expect(listed.contains(id))
        }
    }
}

@Test func aBuildServiceBuildsTheBranchItIsAskedFor() async throws {
    let service = ServiceReference(project: "checkout", service: "orders-build")
    try await withSimulator { client, _ in
        // It is linked to the whole repository, and so to no branch in particular.
        let branch = try #require(try await client.send(.getServiceBranches(service)).value.items.first)
        guard case .accepted = await client.perform(.startBuild(service, .branch(branch.name)), knownIDs: []) else {
            Issue.record("not accepted")
            return
        }
        // Without a branch it is refused, in the API's words.
        guard case .refused(let error) = await client.perform(.startBuild(service, .latest), knownIDs: []) else {
            Issue.record("not refused")
            return
        }
        #expect("\(error)".contains("branch"))
    }
}

@Test func aLargeAccountComesWholeAndWithoutNotices() async throws {
    try await withSimulator(SimulatorConfiguration(scenario: "large")) { client, _ in
        let projects = try await client.load(.projects)
        #expect(projects.content.ids.count == 200)
        #expect(Set(projects.content.ids).count == 200)
        #expect(projects.requests == 2)
        #expect(projects.notices.isEmpty)
    }
}

@Test func anEmptyAccountIsAnEmptyList() async throws {
    try await withSimulator(SimulatorConfiguration(scenario: "empty")) { client, _ in
        let answer = try await client.load(.projects)
        #expect(answer == FeedAnswer(content: .projects([])))
    }
}

@Test func anAwkwardAccountLosesNoItem() async throws {
    try await withSimulator(SimulatorConfiguration(scenario: "awkward")) { client, _ in
        guard case .projects(let projects) = try await client.load(.projects).content else { return }
        #expect(projects.count == 4)
        for project in projects {
            let services = try await client.load(.services(project.id))
            let jobs = try await client.load(.jobs(project.id))
            let addons = try await client.load(.addons(project.id))
            #expect(!services.content.ids.isEmpty)
            for answer in [services, jobs, addons] {
                #expect(!answer.notices.contains { $0.contains("left out") }, "\(answer.notices)")
            }
            for id in services.content.ids.prefix(3) {
                let builds = try await client.load(.builds(.init(project: project.id, service: .init(id))))
                #expect(!builds.notices.contains { $0.contains("left out") }, "\(builds.notices)")
            }
        }
    }
}

@Test func theWrongTokenIsUnauthorized() async throws {
    try await withSimulator(SimulatorConfiguration(token: "another-token")) { client, _ in
        guard case .unauthorized = await failure({ () async throws(APIError) in try await client.load(.projects) })
        else {
            Issue.record("not unauthorized")
            return
        }
    }
}

@Test func whatIsNotThereIsNotFound() async throws {
    try await withSimulator { client, _ in
        guard
            case .notFound = await failure({ () async throws(APIError) in try await client.load(.services("nowhere")) })
        else {
            Issue.record("not a 404")
            return
        }
    }
}

@Test func theHoursRequestsRunOutWithTheTimeToWait() async throws {
    let records = Collected<AnswerRecord>()
    let observer = ClientObserver(onAnswer: { records.add($0) })
    try await withSimulator(SimulatorConfiguration(rateLimit: 3), observer: observer) { client, _ in
        for _ in 1...3 { _ = try await client.send(.listProjects()) }
        guard
            case .rateLimited(_, let wait) = await failure({ () async throws(APIError) in
                try await client.send(.listProjects())
            })
        else {
            Issue.record("not limited")
            return
        }
        #expect(wait > .seconds(3500) && wait <= .seconds(3600))
    }
    #expect(records.all.map(\.rateLimit?.remaining) == [2, 1, 0, 0])
    #expect(records.all.map(\.status) == [200, 200, 200, 429])
}

private let impatient = ClientTimeouts(connect: .seconds(5), readIdle: .seconds(2), total: .seconds(20))

@Test(arguments: [Fault.closedAfter, .truncated, .slow(.seconds(4))])
func anActionThatHappenedWhileItsAnswerWasLostIsFound(fault: Fault) async throws {
    try await withSimulator(timeouts: impatient) { client, simulator in
        await simulator.script(ScriptedFault(fault, method: "POST"))
        let known = Set(try await client.load(.runs(backfill)).content.ids)
        let outcome = await client.perform(.runJob(backfill), knownIDs: known)
        let new = Set(try await client.load(.runs(backfill)).content.ids).subtracting(known)
        guard case .found(let id, after: _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(new == [id])
        #expect(await simulator.requests.filter { $0.method == "POST" }.count == 1)
    }
}

@Test(arguments: [Fault.closedBefore, .badGateway, .status(503)])
func anActionThatDidNotHappenIsSaidToBeSo(fault: Fault) async throws {
    let clock = ClientClock(now: ClientClock.system.now, sleep: { _ in try Task.checkCancellation() })
    try await withSimulator(clock: clock) { client, simulator in
        await simulator.script(ScriptedFault(fault, method: "POST"))
        let outcome = await client.perform(
            .backUp(catalogue, BackupRequest(name: "northwatch 2", method: .snapshot)))
        guard case .notFound = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(await simulator.requests.filter { $0.method == "POST" }.count == 1)
    }
}

extension FeedContent {
    fileprivate var ids: [String] {
        switch self {
        case .projects(let items): items.map(\.id.rawValue)
        case .services(let items): items.map(\.id.rawValue)
        case .jobs(let items): items.map(\.id.rawValue)
        case .addons(let items): items.map(\.id.rawValue)
        case .builds(let items): items.map(\.id.rawValue)
        case .runs(let items): items.map(\.id.rawValue)
        case .backups(let items): items.map(\.id.rawValue)
        case .job(let detail): [detail.job.id.rawValue]
        case .addonTypes(let items): items.map(\.type)
        case .service(let detail): [detail.service.id.rawValue]
        case .addon(let detail): [detail.addon.id.rawValue]
        case .restores(let items): items.map(\.id.rawValue)
        case .containers(let items): items.map(\.name)
        case .metrics(let metrics): metrics.byKind.keys.map(\.rawValue)
        case .schedules(let items): items.map(\.id.rawValue)
        }
    }
}
