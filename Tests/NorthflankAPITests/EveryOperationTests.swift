import Northflank
import NorthflankSimulator
import Testing

@testable import NorthflankAPI

private let shop = ServiceReference(project: "checkout", service: "storefront")
private let job = JobReference(project: "checkout", job: "expire-baskets")
private let addon = AddonReference(project: "checkout", addon: "orders-db")
private let volume = VolumeReference(project: "data-platform", volume: "event-spool")
private let flow = ReleaseFlowReference(project: "checkout", pipeline: "orders-release", stage: .production)
private let repository = RepositoryAddress(url: "https://github.com/owner/name", host: .gitlab)
private let image = ImageSource.registry(image: "nginx:latest", credentials: nil)

/// A request of each operation that there is, in an order in which each one is taken.
private func sendEverything(_ client: NorthflankClient, _ simulator: Simulator) async throws {
    func send<Response>(_ endpoint: Endpoint<Response>) async throws -> Response {
        let answer = try await client.send(endpoint)
        #expect(answer.notices.isEmpty, "\(endpoint.operation): \(answer.notices)")
        return answer.value
    }
    _ = try await send(.listProjects())
    _ = try await send(.createProject(ProjectRequest(name: "New one", place: .cluster("team/cluster-1"))))
    _ = try await send(.getProject("new-one"))
    #expect(try await send(.listPlans()).items.contains { $0.id == "nf-compute-50" && $0.cpu == 0.5 })
    #expect(try await send(.listRegions()).items.contains { $0.id == "europe-west" && $0.place != nil })

    _ = try await send(.listServices("checkout"))
    for (name, work) in [
        ("One", ServiceRequest.Work.builds(repository, .standard, .init(plan: "nf-compute-400-16"))),
        ("Two", .buildsAndRuns(repository, branch: "main", .standard, .init(plan: "nf-compute-10"))),
        ("Three", .runs(image, .init(plan: "nf-compute-10", environment: ["A": "1"]))),
    ] {
        _ = try await send(.createService(in: "new-one", ServiceRequest(name: "Service \(name)", work: work)))
    }
    _ = try await send(.getService(shop))
    #expect(try await send(.getServiceDeployment(shop)).data.instances == 4)
    _ = try await send(.deploy(to: shop, .runtime(.buildpack(.process("web")))))
    _ = try await send(.scaleService(shop, ServiceScaleRequest(instances: 2)))
    _ = try await send(.restartService(shop))
    _ = try await send(.patchService(shop, .combined, ServiceScaleRequest(instances: 2, plan: "nf-compute-50")))
    let three = ServiceReference(project: "new-one", service: "service-three")
    _ = try await send(
        .patchService(three, .deployment, ServiceScaleRequest(instances: 1), image: image, runtime: .docker(.standard)))
    await simulator.advance(by: .seconds(300))
    #expect(try await send(.listServiceContainers(shop)).items.count == 2)
    _ = try await send(.getServiceHealthChecks(shop))
    _ = try await send(.getServiceBranches(shop))
    _ = try await send(.getServicePullRequests(shop))

    _ = try await send(.listServiceBuilds(shop))
    let build = BuildReference(service: shop, build: try await send(.startServiceBuild(shop, .latest)).data.id)
    await simulator.advance(by: .seconds(30))
    _ = try await send(.getServiceBuild(build))
    #expect(!(try await send(.getBuildLogs(build)).items.isEmpty))
    #expect(!(try await send(.getBuildMetrics(build)).data.byKind.isEmpty))
    _ = try await send(.abortServiceBuild(build))

    #expect(!(try await send(.getServiceLogs(shop)).items.isEmpty))
    #expect(!(try await send(.getServiceMetrics(shop)).data.byKind.isEmpty))
    _ = try await send(.pauseService(shop))
    _ = try await send(.resumeService(shop))

    _ = try await send(.listJobs("checkout"))
    _ = try await send(
        .createJob(in: "new-one", JobRequest(name: "By hand", source: .image(image), plan: "nf-compute-10")))
    _ = try await send(
        .createJob(
            in: "new-one",
            JobRequest(name: "By time", trigger: .schedule("@daily"), source: .image(image), plan: "nf-compute-10")))
    _ = try await send(
        .createAnyJob(
            in: "new-one",
            JobRequest(name: "Any", trigger: .schedule("@hourly"), source: .image(image), plan: "nf-compute-10")))
    let any = JobReference(project: "new-one", job: "any")
    _ = try await send(.patchJob(any, JobSettingsRequest(deadline: 30, schedule: "5 4 * * *")))
    #expect(try await send(.getJob(any)).data.schedule == "5 4 * * *")
    _ = try await send(.getJob(job))
    _ = try await send(.suspendJob(job))
    _ = try await send(.resumeJob(job))
    _ = try await send(.updateJobSettings(job, JobSettingsRequest(deadline: 60)))
    _ = try await send(.getJobRuns(job))
    let run = RunReference(job: job, run: try await send(.runJob(job)).data.id)
    _ = try await send(.getRunDetails(run))
    _ = try await send(.listJobContainers(job, run: run.run))
    #expect(try await send(.getRunLogs(run)).items.first?.text == "starting")
    _ = try await send(.getRunMetrics(run))
    _ = try await send(.abortJobRun(run))

    _ = try await send(.listAddonTypes())
    _ = try await send(.listAddons("checkout"))
    _ = try await send(
        .createAddon(
            in: "new-one", AddonRequest(name: "Cache", type: "redis", plan: "nf-compute-20", storage: 4096)))
    _ = try await send(.getAddon(addon))
    _ = try await send(.restartAddon(addon))
    await simulator.advance(by: .seconds(60))
    #expect(try await send(.listAddonContainers(addon)).items.count == 1)
    _ = try await send(.getAddonLogs(addon))
    _ = try await send(.getAddonMetrics(addon, MetricsQuery([.cpu, .diskUsage])))

    _ = try await send(.listAddonBackups(addon))
    let started = try await send(.backupAddon(addon, BackupRequest(name: "one more", method: .dump))).data.id
    let backup = BackupReference(addon: addon, backup: started)
    await simulator.advance(by: .seconds(600))
    _ = try await send(.getAddonBackup(backup))
    #expect(try await send(.getBackupLogs(backup)).items.last?.text == "backup completed")
    let restore = try await send(.restoreBackup(backup)).data.id
    #expect(try await send(.getRestoreLogs(restore, of: backup)).items.count == 1)
    _ = try await send(.abortRestore(restore, of: backup))
    _ = try await send(.listBackupRestores(backup))
    _ = try await send(.listAddonRestores(addon))
    _ = try await send(.listBackupSchedules(addon))
    let other = try await send(.backupAddon(addon, BackupRequest(name: "another", method: .snapshot))).data.id
    _ = try await send(.abortBackup(BackupReference(addon: addon, backup: other)))
    _ = try await send(.scaleAddon(addon, AddonScaleRequest(plan: "nf-compute-200")))
    _ = try await send(.patchAddon(addon, AddonScaleRequest(replicas: 2)))
    _ = try await send(.pauseAddon(addon))
    _ = try await send(.resumeAddon(addon))

    _ = try await send(.listVolumes("data-platform"))
    _ = try await send(.getVolume(volume))
    let copy = try await send(.backupVolume(volume, VolumeBackupRequest(name: "copy", description: "Now"))).data.id
    _ = try await send(.getVolumeBackup(copy, of: volume))
    _ = try await send(.listVolumeBackups(volume))

    _ = try await send(.listPipelines("checkout"))
    _ = try await send(.getPipeline(flow.pipeline, in: "checkout"))
    _ = try await send(.startRelease(flow))
    let release = try #require(try await send(.listReleaseRuns(flow)).items.first).id
    _ = try await send(.getReleaseRun(release, of: flow))
    _ = try await send(.abortRelease(release, of: flow))
}

@Suite(.serialized) struct EveryOperationTests {
    @Test(arguments: [nil, "lumen"])
    func everyOperationHasAnEndpointThatTheSimulatorTakes(team: String?) async throws {
        let asked = Collected<String>()
        let observer = ClientObserver(onRequest: { asked.add($0) })
        try await withSimulator(SimulatorConfiguration(clock: .manual()), team: team, observer: observer) {
            try await sendEverything($0, $1)
            #expect(await $1.requests.allSatisfy { $0.status == 200 })
        }
        #expect(Set(asked.all) == Set(APIOperation.allCases.map(\.id)))
    }

    @Test(arguments: ["Project > Jobs > General > Read", "Project > Services > General > Create"])
    func aRoleThatLacksAPermissionIsToldItsName(permission: String) async throws {
        let all = Set(APIOperation.allCases.compactMap(\.permission))
        let role = SimulatorConfiguration(permissions: all.subtracting([permission]))
        try await withSimulator(role) { client, _ in
            // The platform's own lists ask for none.
            _ = try await client.send(.listAddonTypes())
            _ = try await client.send(.listServices("checkout"))
            let error = await failure { () async throws(APIError) in
                if permission.contains("Jobs") {
                    _ = try await client.send(.runJob(job))
                } else {
                    let work = ServiceRequest.Work.runs(nil, .init(plan: "nf-compute-10"))
                    _ = try await client.send(
                        .createService(in: "checkout", ServiceRequest(name: "Service", work: work)))
                }
            }
            #expect(
                error
                    == .forbidden(
                        .init(status: 403, message: "The API token's role lacks the permission \(permission)"),
                        permission: permission
                    ).sameID(as: error))
            #expect(error?.remedy == "ask for an API role with this permission")
        }
    }
}

extension APIError {
    /// With the id that the other one has: the server makes it up.
    fileprivate func sameID(as other: APIError?) -> APIError {
        guard case .forbidden(var problem, let permission) = self, case .forbidden(let its, _)? = other else {
            return self
        }
        problem.id = its.id
        return .forbidden(problem, permission: permission)
    }
}
