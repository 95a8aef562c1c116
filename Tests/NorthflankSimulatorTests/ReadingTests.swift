import Northflank
import NorthflankSimulator
import Testing

/// What each read answers, held against the fields that the contract has.
@Suite struct ReadingTests {
    private let listed: Set = ["hasNextPage", "count"]

    @Test func projects() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects")
            #expect(answer.status == 200)
            #expect(answer.header("content-type") == ["application/json; charset=utf-8"])
            #expect(answer.count("data.projects") == 5)
            #expect(answer.keys("data.projects.0") == ["id", "name", "description"])
            #expect(answer.string("data.projects.0.id") == "checkout")
            #expect(answer.keys("pagination") == listed)
            #expect(answer["pagination.hasNextPage"] == .bool(false))
            #expect(answer.number("pagination.count") == 5)
        }
    }

    @Test func aProjectEmbedsWhatIsInItWithoutStatuses() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/checkout")
            #expect(
                answer.keys("data") == [
                    "id", "name", "description", "deployment", "createdAt", "services", "customRegistry", "jobs",
                    "addons", "cluster",
                ])
            #expect(answer.keys("data.services.0") == ["id", "appId", "name", "description", "serviceType"])
            #expect(answer.keys("data.jobs.0") == ["id", "appId", "name", "description", "jobType"])
            #expect(answer.keys("data.addons.0") == ["id", "appId", "name", "description", "spec"])
            #expect(answer.string("data.services.0.appId") == "/lumen-goods/checkout/storefront")
        }
    }

    @Test func servicesTellTheirLatestBuildAndDeployment() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/checkout/services")
            #expect(
                answer.keys("data.services.0") == [
                    "id", "appId", "projectId", "name", "tags", "description", "serviceType", "disabledCI",
                    "disabledCD", "status",
                ])
            #expect(answer.keys("data.services.0.status") == ["build", "deployment"])
            #expect(answer.keys("data.services.0.status.build") == ["status", "lastTransitionTime"])
            #expect(answer.keys("data.services.0.status.deployment") == ["status", "reason", "lastTransitionTime"])
            #expect(answer.string("data.services.2.serviceType") == "build")
            #expect(answer.keys("data.services.2.status") == ["build"])
            #expect(answer.string("data.services.3.serviceType") == "deployment")
            #expect(answer.keys("data.services.3.status") == ["deployment"])
        }
    }

    @Test func aServiceTellsWhereItComesFromAndWhatItRuns() async throws {
        try await withAccount { account async throws in
            let combined = try await account.get("/projects/checkout/services/storefront")
            #expect(combined.string("data.vcsData.projectUrl") == "https://github.com/lumen-goods/storefront")
            #expect(combined.string("data.vcsData.projectBranch") == "main")
            #expect(combined.string("data.deployment.internal.buildSHA") == "latest")
            let linked = try await account.get("/projects/checkout/services/orders")
            #expect(linked.string("data.deployment.internal.nfObjectId") == "orders-build")
            let external = try await account.get("/projects/search/services/meilisearch")
            #expect(external.string("data.deployment.external.imagePath") == "getmeili/meilisearch:v1.11")
            #expect(external["data.vcsData"] == nil)
        }
    }

    @Test func branchesHaveTheirNewestCommit() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/checkout/services/orders-build/branches")
            #expect(answer.keys("data.branches.0") == ["name", "id", "commit"])
            #expect(answer.keys("data.branches.0.commit") == ["sha", "author", "message", "date"])
            #expect(answer.string("data.branches.0.name") == "main")
            #expect(answer.string("data.branches.0.commit.sha")?.count == 40)
            #expect(try await account.get("/projects/checkout/services/orders/branches").status == 400)
        }
    }

    @Test func buildsComeNewestFirstAndTellTheirEndOnlyWhenThereIsOne() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/checkout/services/storefront/build?per_page=2")
            #expect(
                answer.keys("data.builds.0") == ["id", "branch", "status", "sha", "concluded", "createdAt"],
                "the newest one is under way")
            #expect(answer["data.builds.0.concluded"] == .bool(false))
            #expect(
                answer.keys("data.builds.1") == [
                    "id", "branch", "status", "sha", "registry", "concluded", "createdAt", "success", "message",
                    "buildConcludedAt",
                ])
            #expect(answer.number("data.builds.1.buildConcludedAt") != nil, "seconds, where others are text")
            let id = try #require(answer.string("data.builds.1.id"))
            let single = try await account.get("/projects/checkout/services/storefront/build/\(id)")
            #expect(single["data"] == answer["data.builds.1"])
        }
    }

    @Test func logLinesAreAnArrayStraightAtData() async throws {
        try await withAccount { account async throws in
            await account.simulator.advance(by: .seconds(30))
            let path = "/projects/checkout/services/storefront/build-logs"
            let answer = try await account.get(path)
            #expect(answer.keys("data.0") == ["containerId", "log", "ts"])
            let all = try #require(answer.count("data"))
            #expect(all > 4)
            #expect(try await account.get("\(path)?lineLimit=2").count("data") == 2)
            #expect(try await account.get("\(path)?textIncludes=Cloning").count("data") == 1)
            #expect(try await account.get("\(path)?textNotIncludes=Cloning").count("data") == all - 1)
            #expect(try await account.get("\(path)?direction=sideways").string("error.details.direction") != nil)
        }
    }

    @Test func containersCountTheirTimeInSeconds() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/search/services/meilisearch/containers")
            #expect(answer.count("data.containers") == 2)
            #expect(answer.keys("data.containers.0") == ["name", "createdAt", "status", "updatedAt"])
            #expect(answer.string("data.containers.0.status") == "TASK_RUNNING")
            #expect(answer.number("data.containers.0.createdAt") != nil)
        }
    }

    @Test func jobsHaveNoStatus() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/checkout/jobs")
            #expect(
                answer.keys("data.jobs.0") == [
                    "id", "projectId", "appId", "name", "tags", "description", "jobType", "disabledCI", "disabledCD",
                    "suspended",
                ])
            let cron = try await account.get("/projects/checkout/jobs/expire-baskets")
            #expect(cron.string("data.settings.cron.schedule") == "*/5 * * * *")
            let manual = try await account.get("/projects/checkout/jobs/reindex-orders")
            #expect(manual["data.settings.cron"] == nil)
        }
    }

    @Test func runsTellTheirEndOnlyWhenThereIsOne() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/data-platform/jobs/backfill/runs")
            let running: Set = [
                "id", "active", "backoffLimit", "completions", "concluded", "failed", "runName", "status", "succeeded",
                "startedAt",
            ]
            #expect(answer.string("data.runs.0.status") == "RUNNING")
            #expect(answer.keys("data.runs.0") == running)
            #expect(answer.keys("data.runs.1") == running.union(["concludedAt"]))
            #expect(answer.number("data.runs.0.active") == 1, "a number, not a boolean")
            let id = try #require(answer.string("data.runs.1.id"))
            let single = try await account.get("/projects/data-platform/jobs/backfill/runs/\(id)")
            #expect(single["data"] == answer["data.runs.1"])
        }
    }

    @Test func addonsTellTheirStatus() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects/data-platform/addons")
            #expect(
                answer.keys("data.addons.0") == ["id", "name", "appId", "tags", "description", "spec", "status"])
            #expect(answer.string("data.addons.0.spec.type") == "postgresql")
            #expect(answer.string("data.addons.1.status") == "paused")
            let single = try await account.get("/projects/data-platform/addons/warehouse")
            #expect(single.string("data.spec.config.versionTag") == "17.2")
        }
    }

    @Test func backupsTellTheirSizeAsText() async throws {
        try await withAccount { account async throws in
            await account.simulator.advance(by: .seconds(10))
            let answer = try await account.get("/projects/search/addons/catalogue/backups")
            #expect(answer.string("data.backups.0.status") == "in-progress")
            #expect(answer.keys("data.backups.0") == ["id", "name", "uid", "status", "createdAt", "config"])
            #expect(
                answer.keys("data.backups.1") == [
                    "id", "name", "uid", "status", "createdAt", "completedAt", "config",
                ])
            #expect(answer.keys("data.backups.1.config") == ["source", "size", "compressionType", "addonVersion"])
            let size = try #require(answer.string("data.backups.1.config.size").flatMap(Int.init))
            #expect(size > 1_000_000_000)
            let id = try #require(answer.string("data.backups.1.id"))
            let single = try await account.get("/projects/search/addons/catalogue/backups/\(id)")
            #expect(single.keys("data.config") == ["source", "size", "addonVersion"])
        }
    }

    @Test func onlyASingleBackupTellsOfItsLastRestore() async throws {
        try await withAccount { account async throws in
            let path = "/projects/checkout/addons/orders-db/backups"
            let list = try await account.get(path)
            #expect(list["data.backups.0.lastRestore"] == nil)
            let restored = try await account.get("\(path)/\(list.string("data.backups.0.id") ?? "")")
            #expect(restored.keys("data.lastRestore") == ["restoreTimestamp", "status", "completedAt"])
            #expect(restored.string("data.lastRestore.status") == "completed")
            let other = try await account.get("\(path)/\(list.string("data.backups.1.id") ?? "")")
            #expect(other.string("data.status") == "completed")
            #expect(other["data.lastRestore"] == nil)
        }
    }

    @Test func addonTypesTellWhichCanBeDumped() async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/addon-types")
            #expect(
                answer.keys("data.addonTypes.0") == [
                    "type", "name", "description", "versions", "major", "features", "resources",
                ])
            #expect(answer.string("data.addonTypes.0.type") == "postgresql")
            #expect(answer["data.addonTypes.0.features.backupsDump"] == .bool(true))
            #expect(answer.string("data.addonTypes.3.type") == "redis")
            #expect(answer["data.addonTypes.3.features.backupsDump"] == .bool(false))
            #expect(answer.number("data.addonTypes.3.resources.storage.default") == 4096)
        }
    }

    @Test(arguments: [
        "/projects", "/projects/checkout/services", "/projects/checkout/jobs/expire-baskets/runs", "/addon-types",
    ])
    func everythingIsServedUnderATeamToo(path: String) async throws {
        try await withAccount { account async throws in
            let plain = try await account.get(path)
            let team = try await account.get("/teams/lumen-goods\(path)")
            #expect(plain.status == 200)
            #expect(team.status == 200)
            #expect(team.text == plain.text)
        }
    }
}
