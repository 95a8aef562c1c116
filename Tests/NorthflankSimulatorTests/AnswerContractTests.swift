import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where each thing of the quiet account is that a path may name.
private let places: [String: String] = [
    "projectId": "checkout", "serviceId": "storefront", "jobId": "expire-baskets", "addonId": "orders-db",
    "pipelineId": "orders-release", "stage": "Production",
]

/// Bodies of what needs one, each of which is taken.
private let bodies: [APIOperation: JSONValue] = [
    .createProject: ["name": "New project", "region": "europe-west", "color": "#fff"],
    .createBuildService: ["name": "New build", "vcsData": repository],
    .createCombinedService: [
        "name": "New web", "billing": plan, "deployment": ["instances": 1],
        "vcsData": ["projectUrl": "https://github.com/owner/name", "projectType": "github", "projectBranch": "main"],
    ],
    .createDeploymentService: [
        "name": "New image", "billing": plan,
        "deployment": ["instances": 1, "external": ["imagePath": "nginx:1", "credentials": "hub"]],
        "healthChecks": [
            [
                "protocol": "HTTP", "type": "livenessProbe", "path": "/", "port": 80, "initialDelaySeconds": 1,
                "periodSeconds": 1, "timeoutSeconds": 1, "failureThreshold": 1,
            ]
        ],
    ],
    .updateServiceDeployment: ["docker": ["configType": "default"]],
    .createManualJob: [
        "name": "New job", "billing": plan, "backoffLimit": 0, "deployment": ["external": ["imagePath": "a:1"]],
    ],
    .createCronJob: [
        "name": "New cron", "billing": plan, "backoffLimit": 0, "schedule": "@daily",
        "deployment": ["external": ["imagePath": "a:1"]],
    ],
    .createJob: [
        "name": "New any", "billing": plan, "settings": ["backoffLimit": 0, "cron": ["schedule": "@daily"]],
        "deployment": ["external": ["imagePath": "a:1"]],
    ],
    .createAddon: [
        "name": "New addon", "type": "redis", "version": "latest",
        "billing": ["deploymentPlan": "nf-compute-10", "storage": 4096, "replicas": 1],
    ],
    .backupVolume: ["name": "New backup"],
]

private let plan: JSONValue = ["deploymentPlan": "nf-compute-10"]
private let repository: JSONValue = ["projectUrl": "https://github.com/owner/name", "projectType": "github"]

/// The contract's fields of each answer with their types, taken from its OpenAPI document.
private func contract() throws -> [String: [String: String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Contract/answers.json")
    return try JSONDecoder().decode([String: [String: String]].self, from: Data(contentsOf: file))
}

@Suite struct AnswerContractTests {
    /// Every operation asked once of the quiet account, in an order in which what they name is there.
    private func answers() throws -> [(APIOperation, JSONValue)] {
        let start = Date(timeIntervalSince1970: 1_790_000_000)
        var world = Scenario.calm.world(seed: 1, start: start)
        world.advance(to: start + 60)
        var places = places
        let addon = AddonReference(project: "checkout", addon: "orders-db")
        // The calm account's last backup of it was restored.
        let backup = try #require(world.addons[addon]?.backups.last { !$0.restores.isEmpty })
        var answers: [(APIOperation, JSONValue)] = []
        // What reads comes first, then what changes.
        let routes = Route.all.sorted { $0.operation.method == .get && $1.operation.method != .get }
        world.startRelease(
            ReleaseFlowReference(project: "checkout", pipeline: "orders-release", stage: .production),
            name: "one", about: "two")
        for route in routes {
            let operation = route.operation
            places["serviceId"] = operation == .patchDeploymentService ? "orders" : "storefront"
            places["backupId"] = backup.id.rawValue
            places["restoreId"] = backup.restores[0].id
            places["buildId"] =
                world.services[.init(project: "checkout", service: "storefront")]?.builds.last?.id.rawValue
            places["runId"] = world.jobs[.init(project: "checkout", job: "expire-baskets")]?.jobRuns.last?.id.rawValue
            if operation.path.contains("release-flows") {
                places["runId"] = world.pipelines[0].runs[.production]?.last?.id.rawValue
            }
            if operation.path.contains("volumes") {
                places["projectId"] = "data-platform"
                places["volumeId"] = "event-spool"
                let volume = VolumeReference(project: "data-platform", volume: "event-spool")
                places["backupId"] = world.backUp(volume, name: "one", about: "two")?.id.rawValue
            } else {
                places["projectId"] = "checkout"
            }
            let restore: JSONValue = ["restoreId": .string(backup.restores[0].id)]
            let call = Call(
                parameters: places, body: operation == .abortBackupRestore ? restore : bodies[operation])
            try call.check(against: operation.body)
            do {
                let bytes = try route.answer(&world, call).encoded { $0 }
                answers.append((operation, try JSONDecoder().decode(JSONValue.self, from: Data(bytes))))
            } catch let refusal as Refusal where refusal.status == 409 {
                // It isn't in a state for this, such as paused; what it would answer is empty.
            }
        }
        return answers
    }

    @Test func noAnswerHasAFieldThatTheContractDoesNotHave() throws {
        let contract = try contract()
        let answers = try answers()
        // What a state forbids is aborting and resuming, which have nothing to say.
        #expect(answers.count > 50)
        for (operation, answer) in answers where operation != .listAddonTypes {
            let fields = try #require(contract[operation.id], "\(operation)")
            for (path, type) in answer.types(at: "") {
                let its = fields[path]
                #expect(its != nil, "\(operation): the contract has no \(path)")
                guard let its, !its.isEmpty else { continue }
                let words = its.split(separator: "|")
                let fits = words.contains { $0 == type || ($0 == "number" && type == "integer") }
                #expect(fits, "\(operation): \(path) is \(type), not \(its)")
            }
        }
    }
}

extension JSONValue {
    /// The path of each field with its JSON Schema type; what the contract keeps as maps or leaves open is passed over.
    fileprivate func types(at path: String) -> [(String, String)] {
        switch self {
        case .null: []
        case .bool: [(path, "boolean")]
        case .string: [(path, "string")]
        case .number(let number): [(path, Int64(exactly: number) == nil ? "number" : "integer")]
        case .array(let items):
            [(path, "array")] + items.flatMap { $0.types(at: "\(path)[]") }
        case .object(let members):
            (path.isEmpty ? [] : [(path, "object")])
                + members.flatMap { name, value in
                    // A log line may be any JSON.
                    name == "log" ? [] : value.types(at: path.isEmpty ? name : "\(path).\(name)")
                }
        }
    }
}
