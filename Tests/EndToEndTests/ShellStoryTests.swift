import Foundation
import TestSupport
import Testing

/// The whole life of the public guide "Use the API", from the shell, with the real binary against the real simulator.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ShellStoryTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")

    private func northwatch(_ arguments: String..., on simulator: SimulatorProcess) throws -> Command {
        try ShellReadingTests.northwatch(
            arguments + ["--state-dir", folder.appending(path: "state").path], on: simulator)
    }

    /// Expects it to go well.
    private func done(_ arguments: String..., on simulator: SimulatorProcess) throws -> String {
        let run = try ShellReadingTests.northwatch(
            arguments + ["--state-dir", folder.appending(path: "state").path], on: simulator)
        #expect(run.code == 0, "\(arguments): \(run.errors)")
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func file(_ text: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "body-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func advance(_ seconds: Int, _ simulator: SimulatorProcess) throws {
        try simulator.order("advance", #"{"seconds": \#(seconds)}"#)
    }

    /// One field of what `get -o json` shows.
    private func field(_ name: String, _ kind: String, _ path: String, on simulator: SimulatorProcess) throws -> String?
    {
        let json = try done("get", kind, path, "-o", "json", on: simulator)
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        return object?[name].map { "\($0)" }
    }

    /// Of what a command has begun.
    private func id(_ json: String) throws -> String {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        return try #require(object["id"] as? String)
    }

    // MARK: - The files

    private let project = """
        name: API example project
        description: This is a new project.
        color: "#EF233C"
        region: europe-west
        """
    private let buildService = """
        name: Build service
        billing: {deploymentPlan: nf-compute-10}
        vcsData:
          projectUrl: https://github.com/northflank-examples/node-express-example
          projectType: github
        buildSettings:
          dockerfile: {buildEngine: kaniko, dockerFilePath: /Dockerfile, dockerWorkDir: /}
        buildConfiguration:
          prRestrictions: ["*"]
          branchRestrictions: [master]
          ciIgnoreFlags: ["[skip ci]", "[ci skip]"]
          ciIgnoreFlagsEnabled: false
          isAllowList: false
        """
    private let deploymentService = """
        {"name": "Deployment service", "billing": {"deploymentPlan": "nf-compute-10"},
         "deployment": {"instances": 1, "docker": {"configType": "default"}, "buildpack": {"configType": "default"},
                        "storage": {"ephemeralStorage": {"storageSize": 1024}}}, "healthChecks": []}
        """
    private let job = """
        name: Manual job
        billing: {deploymentPlan: nf-compute-20}
        backoffLimit: 0
        runOnSourceChange: never
        activeDeadlineSeconds: 600
        deployment:
          docker: {configType: default}
          vcs:
            projectUrl: https://github.com/northflank-examples/mock-job
            projectType: github
            projectBranch: main
        buildSettings:
          dockerfile: {buildEngine: kaniko, dockerFilePath: /Dockerfile, dockerWorkDir: /}
        """
    private let addon = """
        name: database
        type: mongodb
        version: latest
        billing: {deploymentPlan: nf-compute-50, storageClass: ssd, storage: 4096, replicas: 1}
        tlsEnabled: false
        """

    // MARK: - The story

    @Test func theGuidesWholeLifeIsLivedFromTheShell() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let simulator = try await SimulatorProcess("--scenario", "empty", "--control")
        try await builds(simulator)
        try await deploys(simulator)
        try await runs(simulator)
        try await backsUp(simulator)
    }

    private func builds(_ simulator: SimulatorProcess) async throws {
        let place = "api-example-project"
        #expect(try done("create", "project", "-f", file(project), on: simulator) == place)
        #expect(try done("get", "projects", "-o", "name", on: simulator) == place)
        #expect(
            try done("create", "build-service", place, "-f", file(buildService), on: simulator)
                == "\(place)/build-service")
        let started = try done("build", "\(place)/build-service", "--branch", "master", "--json", on: simulator)
        let build = "\(place)/build-service/\(try id(started))"
        let log = try done("logs", "\(place)/build-service", "--build", "latest", on: simulator)
        try advance(600, simulator)
        #expect(try field("status", "build", build, on: simulator) == "SUCCESS")
        let whole = try done("logs", "\(place)/build-service", "--build", "latest", "--follow", on: simulator)
        #expect(whole.count > log.count)
        #expect(whole.hasPrefix(log))
        #expect(try !done("get", "branches", "\(place)/build-service", on: simulator).isEmpty)
        #expect(try !done("get", "pull-requests", "\(place)/build-service", on: simulator).isEmpty)
    }

    private func deploys(_ simulator: SimulatorProcess) async throws {
        let service = "api-example-project/deployment-service"
        #expect(
            try done(
                "create", "deployment-service", "API example project", "-f", file(deploymentService), on: simulator)
                == service)
        _ = try done("deploy", service, "--latest", "--branch", "master", "--from", "build-service", on: simulator)
        try advance(120, simulator)
        #expect(try done("get", "containers", service, "-o", "name", on: simulator).split(separator: "\n").count == 1)
        _ = try done("deploy", service, "--image", "nginx:latest", on: simulator)
        let yaml = try done("get", "service", service, "-o", "yaml", on: simulator)
        #expect(yaml.contains("nginx:latest"))
        let never = String(repeating: "0", count: 40)
        let path = "projects/api-example-project/services/deployment-service/deployment"
        let refused = try northwatch(
            "api", "POST", path, "-d",
            #"{"internal": {"id": "build-service", "branch": "master", "buildSHA": "\#(never)"}}"#, on: simulator)
        #expect(refused.code == 1)
        #expect(refused.errors.contains("has not built the commit"))
    }

    private func runs(_ simulator: SimulatorProcess) async throws {
        let name = "api-example-project/manual-job"
        #expect(try done("create", "job", "api-example-project", "-f", file(job), on: simulator) == name)
        let run = try id(try done("run", name, "--json", on: simulator))
        try advance(1200, simulator)
        #expect(["SUCCESS", "FAILED"].contains(try field("status", "run", "\(name)/\(run)", on: simulator)))
        #expect(try !done("logs", name, "--json", on: simulator).isEmpty)
    }

    private func backsUp(_ simulator: SimulatorProcess) async throws {
        let name = "api-example-project/database"
        #expect(try done("get", "addon-types", "-o", "name", on: simulator).contains("mongodb"))
        #expect(try done("create", "addon", "api-example-project", "-f", file(addon), on: simulator) == name)
        try advance(1200, simulator)
        let path = "projects/api-example-project/addons/database/backups"
        let backup = try id(
            try done("backup", name, "--type", "snapshot", "--json", on: simulator))
        try advance(1200, simulator)
        #expect(try field("status", "backup", "\(name)/\(backup)", on: simulator) == "completed")
        _ = try done("api", "POST", "\(path)/\(backup)/restore", on: simulator)
        try advance(1200, simulator)
        #expect(try done("get", "restores", name, on: simulator).contains("completed"))
        #expect(try !done("logs", name, "--restore", "latest", "--follow", on: simulator).isEmpty)
        #expect(try field("lastRestore", "backup", "\(name)/\(backup)", on: simulator) != nil)
    }
}

/// `northwatch create`, where something is wrong.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ShellCreateTests {
    private func create(
        _ arguments: String..., body: String, on simulator: SimulatorProcess?
    ) throws -> Command {
        let file = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString).yaml")
        try Data(body.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let all = ["create"] + arguments + ["-f", file.path]
        guard let simulator else { return try Command.run(Command.northwatch, all) }
        return try ShellReadingTests.northwatch(all + ["--no-state"], on: simulator)
    }

    private let shop = "name: Shop two\nregion: europe-west\n"

    @Test func aMistakeIsFoundBeforeAnythingIsSent() throws {
        let run = try create("project", body: "name: x\n", on: nil)
        #expect(run.code == 64)
        #expect(run.errors.contains("line 1: name must be 3 to 39 characters long"))
        let dry = try create("project", "--dry-run", body: shop, on: nil)
        #expect(dry.code == 0)
        #expect(dry.output.contains("nothing was sent"))
    }

    @Test func anExampleNeedsNeitherATokenNorANetwork() throws {
        let run = try Command.run(Command.northwatch, ["create", "addon", "--example"])
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("# addon: POST /v1/projects/{projectId}/addons\nname: "))
    }

    @Test func aRoleThatMayNotIsTold() async throws {
        let simulator = try await SimulatorProcess("--deny", "Project > Projects > Manage > Create")
        let run = try create("project", body: shop, on: simulator)
        #expect(run.code == 3)
        #expect(run.errors.contains("Project > Projects > Manage > Create"))
    }

    @Test func aLostAnswerIsSettledByTheListAndNothingIsCreatedTwice() async throws {
        let simulator = try await SimulatorProcess("--control", "--scenario", "empty")
        let fault = #"{"kind": "closedAfter", "method": "POST", "path": "/v1/projects"}"#
        try simulator.order("fault", fault)
        let run = try create("project", "--json", body: shop, on: simulator)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.errors.contains("finding out whether it arrived"))
        #expect(run.output.contains(#""outcome" : "found""#))
        #expect(run.output.contains(#""id" : "shop-two""#))
        let list = try ShellReadingTests.northwatch(["get", "projects", "-o", "name", "--no-state"], on: simulator)
        #expect(list.output == "shop-two\n")
    }

    @Test func aSlipInANameIsSaidAndSentAsItIs() throws {
        let run = try create("project", "--dry-run", body: "\(shop)descripton: x\n", on: nil)
        #expect(run.code == 0)
        #expect(run.errors.contains("line 3: did descripton mean description?"), "\(run.errors)")
    }
}
