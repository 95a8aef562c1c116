import Northflank
import NorthflankSimulator
import Testing

@testable import NorthflankAPI

// The public guide's walk, sent by the client and carried out by the simulator, with its effects.

/// A clock of its own for each test.
private var manual: SimulatorConfiguration { SimulatorConfiguration(scenario: "empty", clock: .manual()) }
private let example = RepositoryAddress(
    url: "https://github.com/northflank-examples/node-express-example", host: .github)
private let project: Project.ID = "api-example-project"
private let builder = ServiceReference(project: project, service: "build-service")
private let deployed = ServiceReference(project: project, service: "deployment-service")

/// A project with a build service and a deployment service that runs nothing yet.
private func withProject(
    _ body: @Sendable (NorthflankClient, Simulator) async throws -> Void
) async throws {
    try await withSimulator(manual) { client, simulator in
        let project = try await client.send(
            .createProject(
                ProjectRequest(
                    name: "API example project", description: "This is a new project.", color: "#EF233C",
                    place: .region("europe-west")))
        ).value.data
        let build = try await client.send(
            .createService(
                in: project.id,
                ServiceRequest(
                    name: "Build service",
                    work: .builds(example, .standard, .init(branches: ["master"], pullRequests: ["*"]))))
        ).value.data
        #expect(build.id == builder.service && build.kind == .build)
        let deployment = try await client.send(
            .createService(
                in: project.id,
                ServiceRequest(
                    name: "Deployment service",
                    work: .runs(nil, .init(plan: "nf-compute-10", runtime: .docker(.standard)))))
        ).value.data
        #expect(deployment.id == deployed.service && deployment.deployment == nil)
        try await body(client, simulator)
    }
}

extension NorthflankClient {
    fileprivate func get(_ service: ServiceReference) async throws -> ServiceDetail {
        try await send(.getService(service)).value.data
    }

    /// Starts a build and lets it end.
    fileprivate func build(_ request: BuildRequest, _ simulator: Simulator) async throws -> Build {
        let id = try await send(.startServiceBuild(builder, request)).value.data.id
        await simulator.advance(by: .seconds(600))
        return try await send(.getServiceBuild(BuildReference(service: builder, build: id))).value.data
    }
}

/// One after the other: each has an account of its own, and making one takes its time.
@Suite(.serialized) struct GuideTests {
    @Test func aCreatedBuildServiceBuildsNothingUntilItIsTold() async throws {
        try await withProject { client, simulator in
            await simulator.advance(by: .seconds(600))
            #expect(try await client.send(.listServiceBuilds(builder)).value.items.isEmpty)
            let build = try await client.build(.branch("master"), simulator)
            #expect(build.status == .success && build.branch == "master")
        }
    }

    @Test func aPullRequestIsBuiltByItsNumber() async throws {
        try await withProject { client, simulator in
            let pull = try #require(try await client.send(.getServicePullRequests(builder)).value.items.first)
            let build = try await client.build(BuildRequest(.pullRequest(pull.id)), simulator)
            #expect(build.pullRequestID == pull.id && build.sha == pull.sha && build.branch == pull.source)
        }
    }

    @Test func aBuildIsStartedWithItsCommitAndItsOverrides() async throws {
        try await withProject { client, simulator in
            let branch = try #require(try await client.send(.getServiceBranches(builder)).value.items.first)
            let build = try await client.build(
                BuildRequest(
                    .branch(branch.name), sha: branch.sha,
                    overrides: BuildOverrides(arguments: ["VERSION": "2"], dockerfile: "/docker/Dockerfile")), simulator
            )
            #expect(build.sha == branch.sha)
            let body = try #require(await simulator.requests.last { $0.method == "POST" }?.body)
            #expect(body.contains(#""overrides":{"buildArguments":{"VERSION":"2"}"#))
        }
    }

    @Test func anAbortedBuildIsOverAndCanNotBeAbortedAgain() async throws {
        try await withProject { client, _ in
            let id = try await client.send(.startServiceBuild(builder, .branch("master"))).value.data.id
            let build = BuildReference(service: builder, build: id)
            _ = try await client.send(.abortServiceBuild(build))
            #expect(try await client.send(.getServiceBuild(build)).value.data.status == .aborted)
            #expect(
                await failure { () async throws(APIError) in try await client.send(.abortServiceBuild(build)) }?
                    .description == "conflict: The build is already concluded")
        }
    }

    @Test func latestWaitsForTheFirstBuildAndThenRuns() async throws {
        try await withProject { client, simulator in
            _ = try await client.send(
                .deploy(to: deployed, .image(.build(of: builder.service, branch: "master", .latest), nil)))
            await simulator.advance(by: .seconds(600))
            #expect(try await client.get(deployed).service.deployment == nil)
            #expect(try await client.send(.listServiceContainers(deployed)).value.items.isEmpty)

            let build = try await client.build(.branch("master"), simulator)
            await simulator.advance(by: .seconds(120))
            let service = try await client.get(deployed)
            #expect(service.service.deployment?.status == .completed)
            #expect(
                service.deployment?.image
                    == .build(of: builder.service, branch: "master", wanted: "latest", deployed: build.sha))
            #expect(try await client.send(.listServiceContainers(deployed)).value.items.map(\.status) == [.running])
        }
    }

    @Test func aFixedCommitStaysWhenANewerOneIsBuilt() async throws {
        try await withProject { client, simulator in
            let first = try await client.build(.branch("master"), simulator)
            let sha = try #require(first.sha)
            _ = try await client.send(
                .deploy(to: deployed, .image(.build(of: builder.service, branch: "master", .sha(sha)), nil)))
            let main = try #require(
                try await client.send(.getServiceBranches(builder)).value.items.first { $0.name == "main" })
            _ = try await client.build(BuildRequest(.branch("main"), sha: main.sha), simulator)
            #expect(
                try await client.get(deployed).deployment?.image
                    == .build(of: builder.service, branch: "master", wanted: sha, deployed: sha))
        }
    }

    @Test func aCommitThatWasNeverBuiltIsRefused() async throws {
        try await withProject { client, _ in
            let never = String(repeating: "0", count: 40)
            let error = await failure { () async throws(APIError) in
                try await client.send(
                    .deploy(to: deployed, .image(.build(of: builder.service, branch: "master", .sha(never)), nil)))
            }
            #expect(
                error?.description == "refused: Invalid value for internal.buildSHA: "
                    + "build-service has not built the commit \(never)")
        }
    }

    @Test func anImageIsDeployedAndItsRuntimeChangedAlone() async throws {
        try await withProject { client, simulator in
            _ = try await client.send(
                .deploy(
                    to: deployed, .image(.registry(image: "nginx:latest", credentials: "hub-1"), .docker(.standard))))
            #expect(try await client.get(deployed).deployment?.image == .registry(image: "nginx:latest"))
            await simulator.advance(by: .seconds(120))
            let before = try await client.send(.listServiceContainers(deployed)).value.items
            _ = try await client.send(.deploy(to: deployed, .runtime(.docker(.command("nginx -g 'daemon off;'")))))
            #expect(try await client.get(deployed).deployment?.image == .registry(image: "nginx:latest"))
            #expect(try await client.send(.listServiceContainers(deployed)).value.items != before)
        }
    }

    @Test func aServiceIsScaledPausedResumedAndRestarted() async throws {
        try await withProject { client, simulator in
            func containers() async throws -> [Container] {
                await simulator.advance(by: .seconds(120))
                return try await client.send(.listServiceContainers(deployed)).value.items
            }
            _ = try await client.send(.deploy(to: deployed, .image(.registry(image: "nginx:1", credentials: nil), nil)))
            #expect(try await containers().count == 1)
            _ = try await client.send(.scaleService(deployed, ServiceScaleRequest(instances: 3, plan: "nf-compute-50")))
            #expect(try await client.get(deployed).service.deployment?.reason == "SCALING")
            let three = try await containers()
            #expect(three.count == 3)
            #expect(try await client.get(deployed).plan == "nf-compute-50")

            _ = try await client.send(.restartService(deployed))
            let others = try await containers()
            #expect(others.count == 3 && Set(others.map(\.name)).isDisjoint(with: three.map(\.name)))

            _ = try await client.send(.pauseService(deployed))
            #expect(try await containers().isEmpty)
            #expect(try await client.get(deployed).paused == true)
            #expect(
                await failure { () async throws(APIError) in try await client.send(.restartService(deployed)) }?
                    .description == "conflict: The service is not running")

            _ = try await client.send(.resumeService(deployed, instances: 2))
            #expect(try await containers().count == 2)
            #expect(
                await failure { () async throws(APIError) in try await client.send(.resumeService(deployed)) }?
                    .description == "conflict: The service is not paused")
        }
    }

    @Test func aCombinedServiceBuildsItsBranchAndRunsAnOlderBuildWhenToldTo() async throws {
        try await withProject { client, simulator in
            let shop = ServiceReference(project: project, service: "shop")
            _ = try await client.send(
                .createService(
                    in: project,
                    ServiceRequest(
                        name: "Shop",
                        work: .buildsAndRuns(
                            example, branch: "main", .buildpack(builder: nil), .init(plan: "nf-compute-20")))))
            _ = try await client.send(.startServiceBuild(shop, .latest))
            await simulator.advance(by: .seconds(600))
            let detail = try await client.get(shop)
            guard case .build(of: "shop", branch: "main", wanted: "latest", let sha?) = detail.deployment?.image else {
                Issue.record("\(String(describing: detail.deployment))")
                return
            }
            _ = try await client.send(.deploy(to: shop, .image(.build(of: "shop", branch: "main", .sha(sha)), nil)))
            #expect(
                try await client.get(shop).deployment?.image
                    == .build(of: "shop", branch: "main", wanted: sha, deployed: sha))
        }
    }

    @Test func aManualJobRunsWithWhatIsOverridden() async throws {
        try await withProject { client, simulator in
            let mock = RepositoryAddress(url: "https://github.com/northflank-examples/mock-job", host: .github)
            let created = try await client.send(
                .createJob(
                    in: project,
                    JobRequest(
                        name: "Manual job", source: .repository(mock, branch: "main", .standard), plan: "nf-compute-20",
                        deadline: 600, runtime: .docker(.standard)))
            ).value.data
            #expect(created.kind == .manual)
            let job = JobReference(project: project, job: created.id)
            let plain = try await client.send(.runJob(job)).value.data
            let other = try await client.send(
                .runJob(
                    job,
                    RunRequest(
                        environment: ["RANGE": "2026"], plan: "nf-compute-50",
                        image: .registry(image: "alpine:3", credentials: nil), runtime: .docker(.command("true"))))
            ).value.data
            _ = try await client.send(.abortJobRun(RunReference(job: job, run: other.id)))
            await simulator.advance(by: .seconds(600))
            let runs = try await client.send(.getJobRuns(job)).value.items
            #expect(runs.map(\.id) == [other.id, plain.id])
            #expect(runs.map(\.status) == [.failed, .success])
            #expect(
                await failure { () async throws(APIError) in
                    try await client.send(.abortJobRun(RunReference(job: job, run: plain.id)))
                }?.description == "conflict: The run is already concluded")
        }
    }

    @Test func aCronJobRunsOnItsScheduleUnlessItIsSuspended() async throws {
        try await withProject { client, simulator in
            _ = try await client.send(
                .createJob(
                    in: project,
                    JobRequest(
                        name: "Cron job", trigger: .schedule("*/5 * * * *"),
                        source: .image(.registry(image: "alpine:3", credentials: nil)), plan: "nf-compute-10")))
            let job = JobReference(project: project, job: "cron-job")
            func runs() async throws -> Int {
                await simulator.advance(by: .seconds(3600))
                return try await client.send(.getJobRuns(job)).value.items.count
            }
            #expect(try await runs() == 12)
            _ = try await client.send(.suspendJob(job))
            #expect(try await client.send(.getJob(job)).value.data.job.suspended)
            #expect(try await runs() == 12)
            _ = try await client.send(.resumeJob(job))
            _ = try await client.send(.updateJobSettings(job, JobSettingsRequest(retries: 1, schedule: "*/30 * * * *")))
            #expect(try await client.send(.getJob(job)).value.data.schedule == "*/30 * * * *")
            #expect(try await runs() == 14)
            #expect(
                await failure { () async throws(APIError) in try await client.send(.resumeJob(job)) }?.description
                    == "conflict: The job is not suspended")
        }
    }

    @Test func anAddonIsCreatedBackedUpAndRestored() async throws {
        try await withProject { client, simulator in
            let type = try #require(
                try await client.send(.listAddonTypes()).value.items.first { $0.type == "mongodb" })
            let storage = try #require(type.storage.standard)
            #expect(!type.versions.isEmpty && type.replicas.options.contains(1))
            let created = try await client.send(
                .createAddon(
                    in: project,
                    AddonRequest(
                        name: "database", type: type.type, plan: "nf-compute-50", storage: storage))
            ).value.data
            #expect(created.health == .active)
            let addon = AddonReference(project: project, addon: created.id)

            // It doesn't run yet: the backup waits until it does.
            let id = try await client.send(
                .backupAddon(addon, BackupRequest(name: "Example backup 1", method: .dump, compression: .zstd))
            ).value.data.id
            let backup = BackupReference(addon: addon, backup: id)
            #expect(try await client.send(.getAddonBackup(backup)).value.data.status == .scheduled)
            await simulator.advance(by: .seconds(900))
            #expect(try await client.send(.getAddon(addon)).value.data.addon.status == .running)
            #expect(try await client.send(.getAddonBackup(backup)).value.data.status == .completed)

            let restore = try await client.send(.restoreBackup(backup)).value.data.id
            #expect(try await client.send(.getAddon(addon)).value.data.addon.status == .restore)
            #expect(try await client.send(.getAddonBackup(backup)).value.data.lastRestore?.status == .inProgress)
            await simulator.advance(by: .seconds(900))
            #expect(try await client.send(.getAddonBackup(backup)).value.data.lastRestore?.status == .completed)
            #expect(try await client.send(.listBackupRestores(backup)).value.items.map(\.id) == [restore])

            let second = try await client.send(.restoreBackup(backup)).value.data.id
            _ = try await client.send(.abortRestore(second, of: backup))
            let all = try await client.send(.listAddonRestores(addon)).value.items
            #expect(all.map(\.status) == [.aborted, .completed])
            #expect(all.map(\.backup) == [id, id])
            #expect(
                await failure { () async throws(APIError) in
                    try await client.send(.abortRestore(second, of: backup))
                }?.description == "conflict: The restore is already concluded")
        }
    }

    @Test func aPausedAddonsBackupBeginsWhenItRunsAgain() async throws {
        try await withSimulator(SimulatorConfiguration(clock: .manual())) { client, simulator in
            let addon = AddonReference(project: "data-platform", addon: "cold-storage")
            let id = try await client.send(
                .backupAddon(addon, BackupRequest(name: "one", method: .snapshot))
            ).value.data.id
            let backup = BackupReference(addon: addon, backup: id)
            await simulator.advance(by: .seconds(3600))
            #expect(try await client.send(.getAddonBackup(backup)).value.data.status == .scheduled)
            _ = try await client.send(.resumeAddon(addon))
            await simulator.advance(by: .seconds(60))
            #expect(try await client.send(.getAddonBackup(backup)).value.data.status == .inProgress)
            await simulator.advance(by: .seconds(900))
            #expect(try await client.send(.getAddonBackup(backup)).value.data.status == .completed)
            #expect(
                await failure { () async throws(APIError) in try await client.send(.resumeAddon(addon)) }?.description
                    == "conflict: The addon is not paused")
        }
    }

    @Test func anAddonIsScaledRestartedAndPaused() async throws {
        try await withSimulator(SimulatorConfiguration(clock: .manual())) { client, simulator in
            let addon = AddonReference(project: "checkout", addon: "sessions")
            func status() async throws -> AddonStatus? {
                try await client.send(.getAddon(addon)).value.data.addon.status
            }
            _ = try await client.send(.scaleAddon(addon, AddonScaleRequest(storage: 8192, replicas: 3)))
            #expect(try await status() == .scaling)
            await simulator.advance(by: .seconds(120))
            #expect(try await client.send(.listAddonContainers(addon)).value.items.count == 3)
            _ = try await client.send(.restartAddon(addon))
            #expect(try await status() == .postDeployment)
            _ = try await client.send(.pauseAddon(addon))
            #expect(try await status() == .paused)
            #expect(
                await failure { () async throws(APIError) in try await client.send(.restartAddon(addon)) }?.description
                    == "conflict: The addon is not running: it is paused")
            #expect(
                await failure { () async throws(APIError) in
                    try await client.send(.scaleAddon(addon, AddonScaleRequest(storage: 4096)))
                }?.description == "refused: Invalid value for storage: a disk of 8192 only grows")
        }
    }

    @Test func aReleaseRollsOutTheStagesServices() async throws {
        try await withSimulator(SimulatorConfiguration(clock: .manual())) { client, simulator in
            let pipeline = try #require(try await client.send(.listPipelines("checkout")).value.items.first)
            let detail = try await client.send(.getPipeline(pipeline.id, in: "checkout")).value.data
            #expect(detail.members.map(\.stage) == [.staging, .production])
            let flow = ReleaseFlowReference(project: "checkout", pipeline: pipeline.id, stage: .production)
            let orders = ServiceReference(project: "checkout", service: "orders")
            let before = try await client.get(orders).service.deployment?.changedAt
            _ = try await client.send(.startRelease(flow, ReleaseRequest(name: "Friday")))
            let run = try #require(try await client.send(.listReleaseRuns(flow)).value.items.first)
            #expect(run.status == .pending && run.name == "Friday")
            await simulator.advance(by: .seconds(100))
            #expect(try await client.send(.getReleaseRun(run.id, of: flow)).value.data.status == .success)
            #expect(try await client.get(orders).service.deployment?.changedAt != before)

            _ = try await client.send(.startRelease(flow))
            let second = try #require(try await client.send(.listReleaseRuns(flow)).value.items.first)
            #expect(try await client.send(.abortRelease(second.id, of: flow)).value.data.status == .aborted)
            #expect(
                await failure { () async throws(APIError) in
                    try await client.send(.abortRelease(second.id, of: flow))
                }?.description == "conflict: The run is already concluded")
        }
    }

    @Test func aVolumeIsBackedUp() async throws {
        try await withSimulator(SimulatorConfiguration(clock: .manual())) { client, simulator in
            let volume = try #require(try await client.send(.listVolumes("data-platform")).value.items.first)
            #expect(volume.size == 10_240 && volume.attachedTo == ["event-collector"])
            let reference = VolumeReference(project: "data-platform", volume: volume.id)
            #expect(try await client.send(.getVolume(reference)).value.data == volume)
            let id = try await client.send(.backupVolume(reference, VolumeBackupRequest(name: "one more"))).value.data
                .id
            await simulator.advance(by: .seconds(100))
            #expect(try await client.send(.getVolumeBackup(id, of: reference)).value.data.status == "completed")
            #expect(try await client.send(.listVolumeBackups(reference)).value.items.map(\.id) == [id])
        }
    }
}
