import Foundation
import Northflank

/// One of each, with every field filled in.
enum Samples {
    static let now = Date(timeIntervalSince1970: 1_780_000_000.125)

    static let project = Project(id: "shop", name: "Shop ☕", description: "Where the money is made")
    static let service = Service(
        id: "api", name: "api", kind: .combined, description: "The front door", tags: ["prod", "eu"],
        ciDisabled: true, cdDisabled: true, build: .init(status: .building, changedAt: now),
        deployment: .init(status: .failed, reason: "SCALING", changedAt: now))
    static let job = Job(
        id: "nightly", name: "nightly", kind: .cron, description: "Every night", tags: ["cron"], suspended: true)
    static let jobDetail = JobDetail(job: job, createdAt: now, schedule: "0 3 * * *")
    static let addon = Addon(
        id: "orders-db", name: "orders", description: "All orders", tags: ["db"], type: "postgresql",
        status: .running)
    static let addonType = AddonType(
        type: "postgresql", name: "PostgreSQL", canDump: true, description: "A database", versions: ["16.4"],
        storage: .init(options: [4096], standard: 4096), replicas: .init(options: [1, 3], standard: 1))
    static let port = ServicePort(
        name: "http", number: 8080, protocol: "HTTP", isPublic: true, address: "api.example.com")
    static let serviceDetail = ServiceDetail(
        service: service, createdAt: now, paused: true, repository: "https://example.com/shop", branch: "main",
        plan: "nf-compute-20",
        deployment: .init(
            instances: 2, image: .build(of: "builder", branch: "main", wanted: "latest", deployed: "12c15e7")),
        ports: [port])
    static let addonDetail = AddonDetail(
        addon: addon, createdAt: now, version: "16.4", replicas: 2, storage: 4096, plan: "nf-compute-100-2",
        region: "europe-west", hasTLS: true, isPublic: true)
    static let build = Build(
        id: "swift-fox-12", branch: "main", pullRequestID: 7, status: .init("A_NEW_WORD"), sha: "12c15e7",
        registryURI: "registry/x", createdAt: now, concludedAt: now, concluded: true, success: true, message: "Built")
    static let run = JobRun(
        id: "run-1", runName: "nightly-1", status: .failed, startedAt: now, concludedAt: now, concluded: true,
        backoffLimit: -1, completions: 3)
    static let backup = Backup(
        id: "backup-1", name: "nightly 1", status: .completed, createdAt: now, completedAt: now, source: "snapshot",
        size: 1_288_490_188, addonVersion: "16.4",
        lastRestore: .init(startedAt: now, status: .completed, completedAt: now))

    static let container = Container(name: "api-1", status: .failed, createdAt: now, updatedAt: now)
    static let metrics = Metrics(byKind: [
        .cpu: Metric(
            unit: "vCPU", series: [.init(container: "api-1", volume: "v", points: [.init(value: 0.5, at: now)])]),
        .memory: Metric(unit: "mb", series: []),
    ])
    static let restore = Restore(
        id: "restore-1", backup: "backup-1", status: .completed, startedAt: now, completedAt: now)

    static let schedule = BackupSchedule(
        id: "schedule-1", method: "dump", interval: "weekly", minutes: [0], hours: [3], days: [6], createdAt: now)

    static let projects = FeedAnswer(content: .projects([project]), notices: ["one was odd"], requests: 2)

    static let api = ServiceReference(project: "shop", service: "api")
    static let nightly = JobReference(project: "shop", job: "nightly")
    static let orders = AddonReference(project: "shop", addon: "orders-db")

    private static let saved = BackupReference(addon: orders, backup: "backup-1")

    /// Every kind of action, as far as the journal keeps it.
    static let actions: [Action] =
        [
            .startBuild(api, .latest), .startBuild(api, .branch("main")),
            .startBuild(api, BuildRequest(.pullRequest(7))),
            .runJob(nightly), .backUp(orders, BackupRequest(name: "northwatch-1", method: .dump)), .restore(saved),
            .abort(.build(BuildReference(service: api, build: "swift-fox-12"))),
            .abort(.run(RunReference(job: nightly, run: "run-1"))), .abort(.backup(saved)),
            .abort(.restore("1780000000", of: saved)),
            .deploy(api, .image(.build(of: "builder", branch: "main", .latest), nil)),
            .deploy(api, .image(.build(of: "builder", branch: "main", .sha("12c15e7")), nil)),
            .deploy(api, .image(.registry(image: "nginx:1.27", credentials: nil), nil)),
            .deploy(api, .runtime(.docker(.standard))), .restart(.service(api)), .restart(.addon(orders)),
            .pause(.service(api)), .pause(.addon(orders)), .resume(.service(api)), .resume(.addon(orders)),
            .scale(.service(api, ServiceScaleRequest(instances: 3, plan: "nf-compute-20"))),
            .scale(.addon(orders, AddonScaleRequest(plan: "nf-compute-20", storage: 8192, replicas: 3))),
            .suspend(nightly), .unsuspend(nightly),
        ]
        + Creation.Kind.allCases.map { .create(Creation($0, in: $0 == .project ? nil : "shop", ["name": "New"])) }

    /// Every kind of feed with its content.
    static let contents: [(feed: Feed, content: FeedContent)] = [
        (.projects, .projects([project])), (.services("shop"), .services([service])), (.jobs("shop"), .jobs([job])),
        (.addons("shop"), .addons([addon])), (.builds(api), .builds([build])), (.runs(nightly), .runs([run])),
        (.backups(orders), .backups([backup])), (.job(nightly), .job(jobDetail)),
        (.service(api), .service(serviceDetail)), (.addon(orders), .addon(addonDetail)),
        (.addonTypes, .addonTypes([addonType])), (.containers(api), .containers([container])),
        (.serviceMetrics(api), .metrics(metrics)), (.addonMetrics(orders), .metrics(metrics)),
        (.restores(orders), .restores([restore])), (.schedules(orders), .schedules([schedule])),
    ]

    static let problem = APIError.Problem(
        status: 409, message: "busy", id: "e-1", details: .string("field: it is taken"))

    static let errors: [APIError] = [
        .unreachable(.dns(host: "api"), mayHaveArrived: false),
        .unreachable(.connection("reset"), mayHaveArrived: true),
        .unreachable(.tls("expired"), mayHaveArrived: false), .unreachable(.timeout, mayHaveArrived: true),
        .unauthorized(problem), .forbidden(problem, permission: "Project > View"), .notFound(problem),
        .conflict(problem), .invalid(problem), .rateLimited(problem, retryAfter: .milliseconds(1500)),
        .server(problem), .unexpected(status: 502, path: "/v1/projects", detail: "HTML"), .cancelled,
    ]
}
