import Northflank
import NorthflankSimulator
import Testing

@Suite struct WritingTests {
    private let combined = "/projects/checkout/services/basket/build"
    private let builder = "/projects/checkout/services/orders-build/build"

    @Test func aCombinedServiceBuildsItsBranchWithoutABody() async throws {
        try await withAccount { account async throws in
            let answer = try await account.post(combined)
            #expect(answer.status == 200)
            #expect(answer.keys("data") == ["id", "branch", "sha", "createdAt", "status", "concluded"])
            #expect(answer.string("data.branch") == "main")
            let list = try await account.get(combined)
            #expect(list.string("data.builds.0.id") == answer.string("data.id"))
            #expect(list.string("data.builds.0.status") == "QUEUED")
        }
    }

    @Test func aStartedBuildRunsToItsEndAndIsRolledOut() async throws {
        try await withAccount { account async throws in
            let id = try #require(try await account.post(combined, "{}").string("data.id"))
            var seen: [String] = []
            for _ in 0..<100 {
                let status = try #require(try await account.get("\(combined)/\(id)").string("data.status"))
                if seen.last != status { seen.append(status) }
                await account.simulator.advance(by: .seconds(2))
            }
            #expect(seen.first == "QUEUED")
            #expect(seen.last == "SUCCESS")
            #expect(seen.contains("BUILDING"))
            let service = try await account.get("/projects/checkout/services/basket")
            #expect(service.string("data.deployment.internal.deployedSHA")?.count == 40)
        }
    }

    @Test func aBuildServiceBuildsTheBranchItIsTold() async throws {
        try await withAccount { account async throws in
            let branches = try await account.get("/projects/checkout/services/orders-build/branches")
            let name = try #require(branches.string("data.branches.1.name"))
            let answer = try await account.post(builder, "{\"branch\": \"\(name)\"}")
            #expect(answer.status == 200)
            #expect(answer.string("data.branch") == name)
            #expect(answer.string("data.sha") == branches.string("data.branches.1.commit.sha"))
        }
    }

    @Test func aNamedCommitIsBuilt() async throws {
        try await withAccount { account async throws in
            let builds = try await account.get(combined)
            let sha = try #require(builds.string("data.builds.2.sha"))
            #expect(try await account.post(combined, "{\"sha\": \"\(sha)\"}").string("data.sha") == sha)
        }
    }

    @Test(arguments: [
        ("/projects/checkout/services/orders-build/build", "{}", "branch"),
        ("/projects/checkout/services/orders-build/build", #"{"branch": "main", "pullRequestId": 3}"#, "pullRequestId"),
        ("/projects/checkout/services/orders-build/build", #"{"branch": "no-such-branch"}"#, "branch"),
        ("/projects/checkout/services/orders-build/build", #"{"branch": 7}"#, "branch"),
        ("/projects/checkout/services/orders-build/build", #"{"pullRequestId": 1.5}"#, "pullRequestId"),
        ("/projects/checkout/services/orders-build/build", #"{"pullRequestId": 999999}"#, "pullRequestId"),
        ("/projects/checkout/services/basket/build", #"{"branch": "main"}"#, "branch"),
        ("/projects/checkout/services/basket/build", #"{"pullRequestId": 3}"#, "pullRequestId"),
        ("/projects/checkout/services/basket/build", #"{"sha": "abc"}"#, "sha"),
        (
            "/projects/checkout/services/basket/build", #"{"sha": "0123456789012345678901234567890123456789"}"#,
            "sha"
        ),
        ("/projects/checkout/services/basket/build", #"{"bundleUrl": "https://example.com/a.tar"}"#, "bundleUrl"),
        (
            "/projects/checkout/services/basket/build", #"{"overrides": {"buildArguments": 3}}"#,
            "overrides.buildArguments"
        ),
        (
            "/projects/checkout/services/basket/build", #"{"overrides": {"docker": {"dockerFilePath": "Dockerfile"}}}"#,
            "overrides.docker.dockerFilePath"
        ),
        ("/projects/checkout/addons/orders-db/backups", #"{"name": "ab"}"#, "name"),
        (
            "/projects/checkout/addons/orders-db/backups", #"{"name": "a-name-that-is-longer-than-39-characters"}"#,
            "name"
        ),
        ("/projects/checkout/addons/orders-db/backups", #"{"name": "no_underscores"}"#, "name"),
        ("/projects/checkout/addons/orders-db/backups", #"{"name": "-dash"}"#, "name"),
        ("/projects/checkout/addons/orders-db/backups", #"{"backupType": "copy"}"#, "backupType"),
        ("/projects/checkout/addons/sessions/backups", #"{"backupType": "dump"}"#, "backupType"),
        ("/projects/checkout/addons/orders-db/backups", #"{"compressionType": "zip"}"#, "compressionType"),
        (
            "/projects/checkout/addons/orders-db/backups", #"{"additionalDestinations": [{"type": "custom"}]}"#,
            "additionalDestinations[0].destinationId"
        ),
        ("/projects/checkout/jobs/expire-baskets/runs", #"{"runtimeEnvironment": ["A"]}"#, "runtimeEnvironment"),
        (
            "/projects/checkout/jobs/expire-baskets/runs", #"{"billing": {"deploymentPlan": "x_y"}}"#,
            "billing.deploymentPlan"
        ),
        (
            "/projects/checkout/jobs/expire-baskets/runs", #"{"deployment": {"docker": {"configType": "odd"}}}"#,
            "deployment.docker.configType"
        ),
        (
            "/projects/checkout/jobs/expire-baskets/runs", #"{"deployment": {"internal": {"buildSHA": "newest"}}}"#,
            "deployment.internal.buildSHA"
        ),
        (
            "/projects/checkout/jobs/expire-baskets/runs", #"{"deployment": {"external": {}}}"#,
            "deployment.external.imagePath"
        ),
    ])
    func aBodyAgainstTheContractIsRefusedByTheFieldsName(path: String, body: String, field: String) async throws {
        try await withAccount { account async throws in
            let answer = try await account.post(path, body)
            #expect(answer.status == 400)
            #expect(answer.keys("error.details") == [field])
            #expect(answer.string("error.message")?.contains(field) == true)
        }
    }

    @Test(arguments: ["[]", "3", "{", "not json"])
    func aBodyThatIsNoObjectIsRefused(body: String) async throws {
        try await withAccount { account async throws in
            #expect(try await account.post(combined, body).status == 400)
        }
    }

    @Test func aDeploymentServiceCanNotBuild() async throws {
        try await withAccount { account async throws in
            let answer = try await account.post("/projects/checkout/services/orders/build", #"{"branch": "main"}"#)
            #expect(answer.status == 400)
            #expect(answer.string("error.message") == "The service doesn't build: it is a deployment service")
        }
    }

    @Test func aRefusedRequestChangesNothing() async throws {
        try await withAccount { account async throws in
            let before = try await account.get(combined)
            _ = try await account.post(combined, #"{"sha": "abc"}"#)
            #expect(try await account.get(combined).text == before.text)
        }
    }

    @Test func aBuildIsAbortedOnce() async throws {
        try await withAccount { account async throws in
            let id = try #require(try await account.post(combined).string("data.id"))
            #expect(try await account.delete("\(combined)/\(id)").status == 200)
            #expect(try await account.get("\(combined)/\(id)").string("data.status") == "ABORTED")
            #expect(try await account.delete("\(combined)/\(id)").status == 409)
        }
    }

    @Test func aJobRunsWithoutABody() async throws {
        try await withAccount { account async throws in
            let path = "/projects/checkout/jobs/reindex-orders/runs"
            let answer = try await account.post(path)
            #expect(answer.status == 200)
            #expect(answer.keys("data") == ["id", "runName"])
            let id = try #require(answer.string("data.id"))
            #expect(try await account.get("\(path)/\(id)").string("data.status") == "RUNNING")
            await account.simulator.advance(by: .seconds(600))
            #expect(try await account.get("\(path)/\(id)").string("data.status") == "SUCCESS")
            #expect(try await account.get(path).string("data.runs.0.id") == id)
        }
    }

    @Test func aRunWithEveryOverrideIsTaken() async throws {
        try await withAccount { account async throws in
            let body = """
                {"runtimeEnvironment": {"A": "1"}, "billing": {"deploymentPlan": "nf-compute-50"},
                 "deployment": {"docker": {"configType": "customCommand", "customCommand": "ls"},
                                "external": {"imagePath": "ghcr.io/lumen/tool:v1", "credentials": "ghcr-1"}}}
                """
            #expect(try await account.post("/projects/checkout/jobs/reindex-orders/runs", body).status == 200)
        }
    }

    @Test func aBackupIsTakenByItsNameAndType() async throws {
        try await withAccount { account async throws in
            let path = "/projects/checkout/addons/orders-db/backups"
            let answer = try await account.post(path, #"{"name": "Before 4/5:30 migration", "backupType": "dump"}"#)
            #expect(answer.status == 200)
            #expect(answer.keys("data") == ["id", "name", "uid", "status", "createdAt", "config"])
            #expect(answer.string("data.name") == "Before 4/5:30 migration")
            #expect(answer.string("data.status") == "scheduled")
            let id = try #require(answer.string("data.id"))
            await account.simulator.advance(by: .seconds(600))
            #expect(try await account.get("\(path)/\(id)").string("data.status") == "completed")
        }
    }

    @Test func aBackupWithoutANameGetsOne() async throws {
        try await withAccount { account async throws in
            let answer = try await account.post("/projects/checkout/addons/sessions/backups")
            #expect(answer.status == 200)
            #expect(answer.string("data.name")?.hasPrefix("Backup 20") == true)
            #expect(answer.string("data.config.source.type") == "snapshot")
        }
    }

    @Test func aPausedAddonsBackupStaysScheduled() async throws {
        try await withAccount { account async throws in
            let path = "/projects/data-platform/addons/cold-storage/backups"
            let id = try #require(try await account.post(path).string("data.id"))
            await account.simulator.advance(by: .seconds(86_400))
            #expect(try await account.get("\(path)/\(id)").string("data.status") == "scheduled")
        }
    }
}
