import Foundation
import TestSupport
import Testing

/// What a user is told where something is refused, whoever refuses it: the program before it asks, or the API. Each
/// stands with its exit code in `Snapshots/EndToEndTests/refusals.txt`, for a person to read.
@Suite(.timeLimit(.minutes(5))) struct RefusalWordsTests {
    private struct Refused {
        var why: String
        var arguments: [String]
        /// Where `-f -` reads from.
        var body: String?

        init(_ why: String, _ command: String, body: String? = nil) {
            self.why = why
            self.body = body
            arguments = command.split(separator: " ").map(String.init)
        }
    }

    private static let redis =
        #""type": "redis", "billing": {"deploymentPlan": "nf-compute-10", "storage": 4096, "replicas": 1}"#
    private static let project = #"{"name": "New", "region": "europe-west"}"#
    private static let plan = #""billing": {"deploymentPlan": "nf-compute-10"}"#
    private static let image = #""deployment": {"external": {"imagePath": "alpine:3"}}"#
    private static let git = #"{"projectUrl": "https://github.com/owner/name", "projectType": "github"}"#

    private static let missing = [
        Refused("a project without a region", "create project -f -", body: #"{"name": "New"}"#),
        Refused("a project without a name", "create project -f -", body: #"{"region": "europe-west"}"#),
        Refused(
            "a build service without a repository", "create build-service checkout -f -", body: #"{"name": "New"}"#),
        Refused(
            "a deployment service without a plan", "create deployment-service checkout -f -",
            body: #"{"name": "New", "deployment": {"instances": 1}}"#),
        Refused(
            "a job without anything to run", "create job checkout -f -",
            body: "{\"name\": \"New\", \(plan), \"backoffLimit\": 0}"),
        Refused(
            "a cron job without a schedule", "create cron-job checkout -f -",
            body: "{\"name\": \"New\", \(plan), \"backoffLimit\": 0, \(image)}"),
        Refused(
            "an addon without a type", "create addon checkout -f -",
            body: #"{"name": "New", "version": "latest", "billing": {"deploymentPlan": "nf-compute-10"}}"#),
        Refused("nothing to deploy", "deploy checkout/orders"),
        Refused("nothing to scale", "scale service:checkout/orders"),
        Refused("a body that is no object", "create project -f -", body: "[1]"),
        Refused("a body that is neither YAML nor JSON", "create project -f -", body: "{\"name\": "),
    ]

    private static let patterns = [
        Refused(
            "a name that begins with a digit", "create project -f -", body: #"{"name": "1st", "region": "europe-west"}"#
        ),
        Refused(
            "a name that is too long", "create project -f -",
            body: "{\"name\": \"\(String(repeating: "n", count: 200))\", \"region\": \"europe-west\"}"),
        Refused(
            "a color that is none", "create project -f -",
            body: #"{"name": "New", "region": "europe-west", "color": "red"}"#),
        Refused(
            "a region that there is not", "create project -f -", body: #"{"name": "New", "region": "mars"}"#),
        Refused(
            "a repository that is no address", "create build-service checkout -f -",
            body: #"{"name": "New", "vcsData": {"projectUrl": "x", "projectType": "github"}}"#),
        Refused(
            "a plan that there is not", "create build-service checkout -f -",
            body: "{\"name\": \"New\", \"billing\": {\"buildPlan\": \"huge\"}, \"vcsData\": \(git)}"),
        Refused(
            "more instances than there may be", "create deployment-service checkout -f -",
            body: "{\"name\": \"New\", \(plan), \"deployment\": {\"instances\": 101}}"),
        Refused(
            "a schedule that is none", "create cron-job checkout -f -",
            body: "{\"name\": \"New\", \(plan), \"backoffLimit\": 0, \"schedule\": \"99 * * * *\", \(image)}"),
        Refused(
            "an addon's version that there is not", "create addon checkout -f -",
            body: "{\"name\": \"New\", \"version\": \"7\", \(redis)}"),
        Refused("a commit that is cut", "build checkout/basket --commit abc123"),
        Refused("a branch and a pull request", "build checkout/orders-build --branch main --pull-request 3"),
        Refused("a branch of a combined service", "build checkout/basket --branch main"),
        Refused("an image without a tag", "deploy checkout/orders --image nginx"),
        Refused("a build and an image", "deploy checkout/orders --latest --image nginx:1"),
        Refused("a build that there is not", "deploy checkout/orders --build no-such-build"),
        Refused("an image for a combined service", "deploy checkout/basket --image nginx:1"),
        Refused("too many instances", "scale service:checkout/orders --instances 101"),
        Refused("fewer than none", "scale service:checkout/orders --instances=-1"),
        Refused("replicas of a service", "scale service:checkout/orders --replicas 2"),
        Refused("more replicas than a type takes", "scale checkout/sessions --replicas 2000"),
        Refused("a variable without a name", "run checkout/reindex-orders --env =1"),
        Refused("a plan for a run that there is not", "run checkout/reindex-orders --plan huge"),
        Refused("a way of backing up that there is not", "backup checkout/sessions --type copy"),
        Refused("a dump of what can't be dumped", "backup checkout/sessions --type dump"),
        Refused("an expression that is none", "logs checkout/basket --grep ("),
        Refused("a time that is none", "logs checkout/basket --since soon"),
    ]

    private static let unknown = [
        Refused("a project", "get services chekout"),
        Refused("a service", "build checkout/baskets"),
        Refused("a job", "run checkout/reindex"),
        Refused("an addon", "backup checkout/session"),
        Refused("a build", "abort checkout/basket no-such-build"),
        Refused("a run", "abort checkout/reindex-orders no-such-run"),
        Refused("a backup", "restore checkout/sessions no-such-backup --confirm checkout/sessions"),
        Refused("a branch", "build checkout/orders-build --branch no-such-branch"),
        Refused("a volume", "get volume data-platform/nowhere"),
        Refused("a pipeline", "get release-runs checkout/nowhere/Production"),
        Refused("a stage", "get release-runs checkout/orders-release/Development"),
        Refused("a path", "api GET projects/checkout/nothing"),
        Refused("a kind", "get servces"),
        Refused("a subcommand", "biuld checkout/basket"),
        Refused("a name without a project", "build basket"),
    ]

    private static let conflicts = [
        Refused(
            "a project of this name", "create project -f -", body: #"{"name": "Checkout", "region": "europe-west"}"#),
        Refused(
            "a service of this name", "create deployment-service checkout -f -",
            body: "{\"name\": \"Orders\", \(plan), \"deployment\": {\"instances\": 1}}"),
        Refused(
            "a job of this name", "create job checkout -f -",
            body: "{\"name\": \"Reindex orders\", \(plan), \"backoffLimit\": 0, \(image)}"),
        Refused(
            "an addon of this name", "create addon checkout -f -",
            body: "{\"name\": \"Sessions\", \"version\": \"latest\", \(redis)}"),
        Refused("a service that isn't paused", "resume service:checkout/orders"),
        Refused("an addon that isn't paused", "resume checkout/sessions"),
        Refused("a build service runs nothing", "scale checkout/orders-build --instances 2"),
        Refused("a deployment service builds nothing", "build service:checkout/orders"),
        Refused("a job that isn't suspended", "api POST projects/checkout/jobs/expire-baskets/resume"),
        Refused(
            "a job without a schedule", "api POST projects/checkout/jobs/reindex-orders/suspend -d {\"suspended\":true}"
        ),
        Refused("the name that confirms is missing", "pause service:checkout/orders"),
        Refused("another name confirms", "pause service:checkout/orders --confirm checkout/basket"),
        Refused("to scale to nothing unconfirmed", "scale service:checkout/orders --instances 0"),
    ]

    /// Commands by the permission that they need.
    private static let permissions = [
        ("Project > Projects > Manage > Create", Refused("create a project", "create project -f -", body: project)),
        ("Project > Services > Deployment > Deploy Build", Refused("build", "build checkout/basket")),
        (
            "Project > Services > Deployment > Update Deployment",
            Refused("deploy", "deploy checkout/orders --image nginx:1")
        ),
        (
            "Project > Services > Deployment > Scale Service",
            Refused("scale", "scale service:checkout/orders --instances 2")
        ),
        ("Project > Services > General > Update", Refused("restart", "restart service:checkout/orders")),
        ("Project > Services > General > Read", Refused("list services", "get services checkout")),
        ("Project > Jobs > General > Read", Refused("run a job", "run checkout/reindex-orders")),
        ("Project > Addons > General > Update", Refused("back up", "backup checkout/sessions")),
        (
            "Project > Addons > General > Create",
            Refused(
                "create an addon", "create addon checkout -f -",
                body: "{\"name\": \"New\", \"version\": \"latest\", \(redis)}")
        ),
        ("Project > Services > Deployment > View Instance Logs", Refused("read a log", "logs service:checkout/orders")),
    ]

    private func told(_ refused: Refused, _ environment: [String: String]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "refused-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        var arguments = refused.arguments
        if let body = refused.body {
            try Data(body.utf8).write(to: file)
            arguments = arguments.map { $0 == "-" ? file.path : $0 }
        }
        let run = try Command.run(Command.northwatch, arguments + ["--no-state"], environment: environment)
        #expect(run.code != 0, "\(refused.why) is not refused: \(run.output)")
        // What is left of the hour, and names with the time in them, are other each time.
        let lines = run.errors.replacing(file.path, with: "FILE").replacing(/northwatch-\d{8}-\w+-\w+/, with: "NAME")
            .split(separator: "\n").filter { !$0.contains(" are left for ") }
        return (["\(refused.why): exit \(run.code)"] + lines.map { "    \($0)" }).joined(separator: "\n")
    }

    /// What there is: nothing of what is refused may add to it.
    private func holdings(_ environment: [String: String]) throws -> [String] {
        try ["projects", "services", "jobs", "addons"].map { kind in
            try Command.run(
                Command.northwatch, ["get", kind, "-o", "name", "--no-state"], environment: environment
            ).output
        }
    }

    @Test func eachRefusalSaysWhatWasWrongAndWhatToDo() async throws {
        let simulator = try await SimulatorProcess("--token", "good-token")
        let environment = ["NORTHFLANK_API_URL": simulator.url, "NORTHFLANK_API_TOKEN": "good-token"]
        let before = try holdings(environment)
        var pages: [String] = []
        for (title, all) in [
            ("MISSING", Self.missing), ("NOT WELL FORMED", Self.patterns), ("UNKNOWN", Self.unknown),
            ("NOT IN THIS STATE", Self.conflicts),
        ] {
            pages.append(([title] + (try all.map { try told($0, environment) })).joined(separator: "\n\n"))
        }
        let look = Refused("not signed in", "get projects")
        let wrong = environment.merging(["NORTHFLANK_API_TOKEN": "bad-token"]) { $1 }
        let readOnly = Refused("actions are switched off", "build checkout/basket --read-only")
        var denials = [try told(look, wrong), try told(readOnly, environment)]
        for (permission, refused) in Self.permissions {
            let denying = try await SimulatorProcess("--deny", permission)
            let place = ["NORTHFLANK_API_URL": denying.url, "NORTHFLANK_API_TOKEN": "good-token"]
            denials.append(try told(refused, place))
        }
        let page = (["NOT ALLOWED"] + denials).joined(separator: "\n\n")
        #expect(try holdings(environment) == before)
        expectText((pages + [page]).joined(separator: "\n\n\n") + "\n", named: "refusals")
    }
}
