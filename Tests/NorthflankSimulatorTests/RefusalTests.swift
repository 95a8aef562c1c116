import Northflank
import NorthflankSimulator
import Testing

/// One request that isn't carried out, and what a user is told.
private struct Refused: CustomStringConvertible {
    var path: String
    var body: String
    var status: Int
    var message: String
    var details: [String: String] = [:]

    var description: String { "\(path) \(body)" }

    /// One field is wrong.
    static func field(_ path: String, _ body: String, _ field: String, _ why: String) -> Refused {
        Refused(path: path, body: body, status: 400, message: "Invalid value for \(field)", details: [field: why])
    }
}

private let shop = "/projects/checkout"
private let plan = #""billing": {"deploymentPlan": "nf-compute-10"}"#
private let run = #""deployment": {"instances": 1}"#
private let git = #""projectUrl": "https://github.com/owner/name", "projectType": "github""#
private let disk = #""billing": {"deploymentPlan": "nf-compute-10", "storage": 4096, "replicas": 1}"#
private let zeros = String(repeating: "0", count: 40)

private let refusals: [Refused] = [
    .field("/projects", #"{"region": "us-east"}"#, "name", "is required"),
    .field(
        "/projects", #"{"name": "1st", "region": "us-east"}"#, "name",
        "must be letters and digits, a letter first, with single blanks or '-' between words"),
    .field("/projects", #"{"name": "New"}"#, "region", "a region or a clusterId is needed"),
    .field("/projects", #"{"name": "New", "region": "mars"}"#, "region", "there is no region mars"),
    .field(
        "/projects", #"{"name": "New", "region": "us-east", "clusterId": "mine"}"#, "clusterId",
        "give only one of region, clusterId"),
    .field(
        "/projects", #"{"name": "New", "region": "us-east", "color": "red"}"#, "color",
        "must be a color such as #EF233C"),
    Refused(
        path: "/projects", body: #"{"name": "Checkout", "region": "us-east"}"#, status: 409,
        message: "There is a project checkout already"),

    .field("\(shop)/services/build", #"{"name": "New"}"#, "vcsData", "is required to build from git"),
    .field(
        "\(shop)/services/build", #"{"name": "New", "vcsData": {"projectUrl": "x", "projectType": "github"}}"#,
        "vcsData.projectUrl", "must be a repository's address such as https://github.com/owner/name"),
    .field(
        "\(shop)/services/build", #"{"name": "New", "vcsData": {\#(git)}, "billing": {"buildPlan": "huge"}}"#,
        "billing.buildPlan", "there is no plan huge"),
    .field(
        "\(shop)/services/combined",
        #"{"name": "New", \#(plan), \#(run), "vcsData": {\#(git), "projectBranch": "no-such"}}"#,
        "vcsData.projectBranch", "https://github.com/owner/name has no branch no-such"),
    Refused(
        path: "\(shop)/services/deployment", body: #"{"name": "Orders", \#(plan), \#(run)}"#, status: 409,
        message: "There is a service orders already"),
    .field(
        "\(shop)/services/deployment", #"{"name": "New", \#(plan), "deployment": {"instances": 101}}"#,
        "deployment.instances", "must be from 0 to 100"),
    .field(
        "\(shop)/services/deployment",
        #"{"name": "New", \#(plan), "deployment": {"instances": 1, "internal": {"id": "orders"}}}"#,
        "deployment.internal.id", "there is no service orders that builds"),
    .field(
        "\(shop)/services/deployment",
        #"{"name": "New", \#(plan), \#(run), "ports": [{"name": "p1", "internalPort": 80, "protocol": "FTP"}]}"#,
        "ports[0].protocol", "must be one of HTTP, HTTP/2, TCP, UDP"),

    Refused(
        path: "\(shop)/services/orders/deployment", body: "{}", status: 400,
        message: "Give internal, external, docker or buildpack"),
    Refused(
        path: "\(shop)/services/orders-build/deployment", body: #"{"docker": {"configType": "default"}}"#,
        status: 400, message: "A build service runs nothing"),
    .field(
        "\(shop)/services/orders/deployment",
        #"{"internal": {"id": "orders-build"}, "external": {"imagePath": "nginx:1"}}"#, "external",
        "give only one of internal, external"),
    .field(
        "\(shop)/services/orders/deployment", #"{"internal": {"id": "orders-build", "buildSHA": "\#(zeros)"}}"#,
        "internal.buildSHA", "orders-build has not built the commit \(zeros)"),
    .field(
        "\(shop)/services/orders/deployment", #"{"external": {"imagePath": "nginx"}}"#, "external.imagePath",
        "must be an image with its tag or digest, such as nginx:latest"),
    Refused(
        path: "\(shop)/services/basket/deployment", body: #"{"external": {"imagePath": "nginx:1"}}"#, status: 400,
        message: "A combined service runs only its own builds"),
    Refused(
        path: "\(shop)/services/orders/resume", body: "", status: 409, message: "The service is not paused"),
    Refused(
        path: "\(shop)/services/orders-build/scale", body: #"{"instances": 2}"#, status: 400,
        message: "A build service runs nothing"),

    .field("\(shop)/jobs/manual", #"{"name": "New", \#(plan)}"#, "backoffLimit", "is required"),
    .field(
        "\(shop)/jobs/manual", #"{"name": "New", \#(plan), "backoffLimit": 0}"#, "deployment",
        "vcs, internal or external is needed"),
    .field(
        "\(shop)/jobs/cron",
        #"{"name": "New", \#(plan), "backoffLimit": 0, "deployment": {"external": {"imagePath": "a:1"}}}"#, "schedule",
        "is required"),
    .field(
        "\(shop)/jobs/cron",
        #"{"name": "New", \#(plan), "backoffLimit": 0, "schedule": "99 * * * *", "#
            + #""deployment": {"external": {"imagePath": "a:1"}}}"#, "schedule", "99 * * * * is not a schedule"),
    Refused(
        path: "\(shop)/jobs/manual",
        body: #"{"name": "Reindex orders", \#(plan), "backoffLimit": 0, "#
            + #""deployment": {"external": {"imagePath": "a:1"}}}"#, status: 409,
        message: "There is a job reindex-orders already"),
    Refused(
        path: "\(shop)/jobs/reindex-orders/suspend", body: #"{"suspended": true}"#, status: 409,
        message: "The job has no schedule: it is a manual job"),
    Refused(
        path: "\(shop)/jobs/expire-baskets/resume", body: "", status: 409, message: "The job is not suspended"),
    .field(
        "\(shop)/jobs/reindex-orders/settings", #"{"schedule": "0 3 * * *"}"#, "schedule",
        "only a cron job has one"),
    .field(
        "\(shop)/jobs/reindex-orders/runs", #"{"billing": {"deploymentPlan": "huge"}}"#, "billing.deploymentPlan",
        "there is no plan huge"),

    .field("\(shop)/addons", #"{"name": "New", "version": "latest", \#(disk)}"#, "type", "is required"),
    .field(
        "\(shop)/addons", #"{"name": "New", "type": "oracle", "version": "latest", \#(disk)}"#, "type",
        "there is no addon type oracle"),
    .field(
        "\(shop)/addons", #"{"name": "New", "type": "redis", "version": "7", \#(disk)}"#, "version",
        "Redis® has no version 7; it has 7.4.1, 7.2.6, 6.2.16"),
    .field(
        "\(shop)/addons", #"{"name": "New", "type": "minio", "version": "latest", \#(disk)}"#, "billing.storage",
        "must be one of 8192, 16384, 65536, 131072, 262144, 524288"),
    Refused(
        path: "\(shop)/addons", body: #"{"name": "Sessions", "type": "redis", "version": "latest", \#(disk)}"#,
        status: 409, message: "There is an addon sessions already"),
    Refused(path: "\(shop)/addons/sessions/resume", body: "", status: 409, message: "The addon is not paused"),
    .field(
        "\(shop)/addons/sessions/scale", #"{"replicas": 2000}"#, "replicas", "must be one of 1, 2, 3"),

    .field("/projects/data-platform/volumes/event-spool/backups", "{}", "name", "is required"),
    Refused(
        path: "/projects/data-platform/volumes/nope/backups", body: #"{"name": "one"}"#, status: 404,
        message: "Volume nope not found"),
    Refused(
        path: "\(shop)/pipelines/nope/release-flows/Production/runs", body: "", status: 404,
        message: "Pipeline nope not found"),
    Refused(
        path: "\(shop)/pipelines/orders-release/release-flows/Development/runs", body: "", status: 404,
        message: "Release flow Development not found"),
]

@Suite struct RefusalTests {
    /// All of the same account: what is refused changes nothing.
    @Test func eachRefusalTellsWhatIsWrong() async throws {
        try await withAccount { account async throws in
            for refused in refusals {
                let answer = try await account.post(refused.path, refused.body)
                #expect(answer.status == refused.status, "\(refused): \(answer.text)")
                #expect(answer.string("error.message") == refused.message, "\(refused)")
                #expect(
                    answer["error.details"]?.members ?? [:] == refused.details.mapValues(JSONValue.string),
                    "\(refused)")
            }
        }
    }

    @Test func aBackupThatIsNotCompletedCanNotBeRestored() async throws {
        try await withAccount { account async throws in
            let path = "\(shop)/addons/sessions/backups"
            let id = try #require(try await account.post(path).string("data.id"))
            let answer = try await account.post("\(path)/\(id)/restore")
            #expect(answer.status == 409)
            #expect(
                answer.string("error.message")
                    == "The backup is scheduled: only a completed one can be restored")
        }
    }

    @Test func anAddonThatDoesNotRunCanNotBeRestored() async throws {
        try await withAccount { account async throws in
            let path = "\(shop)/addons/sessions"
            let id = try #require(try await account.get("\(path)/backups").string("data.backups.0.id"))
            _ = try await account.post("\(path)/pause")
            let answer = try await account.post("\(path)/backups/\(id)/restore")
            #expect(answer.status == 409)
            #expect(answer.string("error.message") == "The addon is not running: it is paused")
        }
    }

    @Test func aWrongQueryIsRefusedByTheNameOfWhatIsWrong() async throws {
        let queries = [
            ("logs?queryType=single", "queryType"), ("logs?duration=soon", "duration"),
            ("logs?lineLimit=0", "lineLimit"), ("logs?direction=up", "direction"),
            ("logs?startTime=never", "startTime"), ("logs?regexIncludes=(", "regexIncludes"),
            ("logs?textIncludes=a&regexIncludes=b", "regexIncludes"), ("metrics?metricTypes=heat", "metricTypes"),
            ("metrics?queryType=all", "queryType"), ("metrics?duration=0", "duration"),
        ]
        try await withAccount { account async throws in
            for (query, field) in queries {
                let answer = try await account.get("\(shop)/services/basket/\(query)")
                #expect(answer.status == 400, "\(query)")
                #expect(answer.keys("error.details") == [field], "\(query)")
            }
        }
    }
}

@Suite struct LogsAndMetricsTests {
    private let path = "/projects/search/services/meilisearch"

    @Test func aServiceLogsOnEachOfItsContainersTextAndJSON() async throws {
        try await withAccount { account async throws in
            await account.simulator.advance(by: .seconds(3600))
            let answer = try await account.get("\(path)/logs?duration=600&lineLimit=1000")
            let lines = answer["data"]?.items ?? []
            #expect(lines.contains { $0["log"]?.text != nil })
            #expect(lines.contains { $0["log"]?["level"]?.text != nil })
            let times = lines.compactMap { $0["ts"]?.text }
            #expect(times.count == lines.count && times == times.sorted())
            let containers = try await account.get("\(path)/containers").count("data.containers")
            #expect(Set(lines.compactMap { $0["containerId"]?.text }).count == containers)
        }
    }

    @Test func aLogIsFilteredByTextRegexContainerAndNumber() async throws {
        try await withAccount { account async throws in
            await account.simulator.advance(by: .seconds(3600))
            func lines(_ query: String) async throws -> [String] {
                try await account.get("\(path)/logs?duration=1200&lineLimit=5000&\(query)")["data"]?.items?.map {
                    $0["containerId"]?.text ?? ""
                } ?? []
            }
            let all = try await lines("direction=forward")
            let gets = try await lines("textIncludes=GET")
            #expect(!gets.isEmpty)
            #expect(try await gets.count + lines("textNotIncludes=GET").count == all.count)
            #expect(try await lines("regexIncludes=%5EGET%20").count == gets.count)
            #expect(try await gets.count + lines("regexNotIncludes=%5EGET%20").count == all.count)
            let one = try #require(all.first)
            #expect(try await Set(lines("containerName=\(one)")) == [one])
            #expect(
                try await account.get("\(path)/logs?duration=1200&lineLimit=5").count("data") == 5)
        }
    }

    @Test func thePastReadsTheSameEachTime() async throws {
        try await withAccount { account async throws in
            await account.simulator.advance(by: .seconds(3600))
            let query = "?duration=300&metricTypes=cpu&metricTypes=memory"
            let first = try await account.get("\(path)/metrics\(query)")
            #expect(first.keys("data") == ["cpu", "memory"])
            #expect(first.count("data.cpu.values.0.data") ?? 0 >= 10)
            #expect(first.string("data.memory.metricInfo.metricUnit") == "mb")
            #expect(try await account.get("\(path)/metrics\(query)").text == first.text)
            let single = try await account.get("\(path)/metrics?queryType=single")
            #expect(single.count("data.cpu.values.0.data") == 1)
        }
    }

    @Test func aFastAccountsLogIsAskedForByTheClientsTime() async throws {
        // The world's hour is the client's minute.
        try await withAccount(SimulatorConfiguration(clock: .running(speed: 60))) { account async throws in
            await account.simulator.advance(by: .seconds(7200))
            let all = try await account.get("\(path)/logs?duration=60&lineLimit=5000").count("data") ?? 0
            let few = try await account.get("\(path)/logs?duration=10&lineLimit=5000").count("data") ?? 0
            // Two containers, a line of each every six seconds.
            #expect(all > 900)
            #expect(few > 120 && few < 300)
        }
    }
}
