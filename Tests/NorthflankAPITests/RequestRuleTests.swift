import Northflank
import Testing

@testable import NorthflankAPI

// What the contract would refuse is never sent, and its field is named.

private let service = ServiceReference(project: "p1", service: "web")
private let job = JobReference(project: "p1", job: "nightly")
private let addon = AddonReference(project: "p1", addon: "db")
private let repository = RepositoryAddress(url: "https://github.com/owner/name", host: .github)
private let image = ImageSource.registry(image: "nginx:1", credentials: nil)

private func problems<Response>(_ endpoint: Endpoint<Response>) -> [String] {
    (endpoint.problem?.details?.members ?? [:]).keys.sorted()
}

@Test func eachRequestIsHeldAgainstItsFields() {
    #expect(problems(.startServiceBuild(service, BuildRequest(.branch("main"), sha: "abc"))) == ["sha"])
    #expect(
        problems(
            .startServiceBuild(
                service,
                BuildRequest(overrides: BuildOverrides(dockerfile: "Dockerfile", workingDirectory: "x", target: "a b")))
        )
            == [
                "overrides.docker.dockerFilePath", "overrides.docker.dockerWorkDir",
                "overrides.docker.dockerfileTarget",
            ])
    #expect(
        problems(.deploy(to: service, .image(.build(of: "x", branch: "", .sha("1")), nil)))
            == ["internal.branch", "internal.buildSHA", "internal.id"])
    #expect(
        problems(.deploy(to: service, .image(.registry(image: "nginx", credentials: "my key"), nil)))
            == ["external.credentials", "external.imagePath"])
    #expect(problems(.scaleService(service, ServiceScaleRequest(plan: "a_b"))) == ["deploymentPlan"])
    #expect(
        problems(.createProject(ProjectRequest(name: "My project!", color: "red", place: .region(""))))
            == ["color", "name", "region"])
    #expect(
        problems(
            .createService(
                in: "p1",
                ServiceRequest(
                    name: "no", description: "<b>",
                    work: .builds(RepositoryAddress(url: "nowhere", host: .github), .standard, .init()))))
            == ["description", "name", "vcsData.projectUrl"])
    #expect(
        problems(
            .createService(
                in: "p1",
                ServiceRequest(
                    name: "Web shop",
                    work: .buildsAndRuns(
                        repository, branch: "", .dockerfile(path: "x", workingDirectory: "/", engine: .kaniko),
                        .init(plan: "")))))
            == ["billing.deploymentPlan", "buildSettings.dockerfile.dockerFilePath", "vcsData.projectBranch"])
    #expect(
        problems(
            .createJob(
                in: "p1",
                JobRequest(name: "Job", trigger: .schedule("at noon"), source: .image(image), plan: "nf-compute-10")))
            == ["schedule"])
    #expect(problems(.runJob(job, RunRequest(plan: "x"))) == ["billing.deploymentPlan"])
    #expect(
        problems(
            .createAddon(in: "p1", AddonRequest(name: "db", type: "redis", version: "", plan: "a b", storage: 4096)))
            == ["billing.deploymentPlan", "name", "version"])
    #expect(
        problems(.backupAddon(addon, BackupRequest(name: "no_good", method: .dump))) == ["name"])
    #expect(
        problems(
            .backupVolume(
                VolumeReference(project: "p1", volume: "v1"), VolumeBackupRequest(name: "1st", description: "é")))
            == ["description", "name"])
}

@Test func whatIsRightIsSentAsItIsMeant() {
    #expect(
        Endpoint.startServiceBuild(
            service, BuildRequest(.pullRequest(7), overrides: BuildOverrides(arguments: ["A": "1"]))
        ).body == ["pullRequestId": 7, "overrides": ["buildArguments": ["A": "1"]]])
    #expect(
        Endpoint.deploy(
            to: service, .image(.build(of: "builder", branch: "main", .latest), .docker(.command("serve")))
        ).body == [
            "internal": ["id": "builder", "branch": "main", "buildSHA": "latest"],
            "docker": ["configType": "customCommand", "customCommand": "serve"],
        ])
    #expect(
        Endpoint.deploy(to: service, .runtime(.buildpack(.originalEntrypoint(command: "x")))).body
            == ["buildpack": ["configType": "originalEntrypointCustomCommand", "customCommand": "x"]])
    #expect(Endpoint.runJob(job).body == [:])
    #expect(
        Endpoint.runJob(job, RunRequest(environment: ["A": "1"], plan: "nf-compute-50", image: image)).body == [
            "runtimeEnvironment": ["A": "1"], "billing": ["deploymentPlan": "nf-compute-50"],
            "deployment": ["external": ["imagePath": "nginx:1"]],
        ])
    let manual = JobRequest(name: "Job", source: .image(image), plan: "nf-compute-10")
    #expect(Endpoint.createJob(in: "p1", manual).operation == .createManualJob)
    #expect(Endpoint.createJob(in: "p1", manual).body?["schedule"] == nil)
    #expect(
        Endpoint.getServiceMetrics(service, MetricsQuery([.cpu, .memory], span: .last(600))).query.map(\.encoded) == [
            "queryType=range", "metricTypes=cpu", "metricTypes=memory", "duration=600",
        ])
    #expect(
        Endpoint.getServiceLogs(service, LogQuery(limit: 5, kept: .oldest, filter: .matches("a.b")))
            .query.map(\.encoded) == [
                "queryType=range", "lineLimit=5", "direction=forward", "regexIncludes=a.b",
            ])
}

@Test func aRefusedRequestNamesItsFieldAndIsNeverSent() async throws {
    try await withServer { _, _ in
        [.json("{}")]
    } _: { client, server in
        let error = await failure { () async throws(APIError) in
            try await client.send(.runJob(job, RunRequest(plan: "x")))
        }
        #expect(
            error?.description
                == "not sent: billing.deploymentPlan: must be 3 to 100 characters long")
        #expect(server.connections == 0)
    }
}
