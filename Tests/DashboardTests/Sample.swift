import Foundation
import Northflank
import TerminalUI

@testable import Dashboard

/// A small account, as the API would tell it at a fixed moment.
enum Sample {
    static let now = Date(timeIntervalSince1970: 1_780_000_000)

    static func ago(_ seconds: Double) -> Date { now.addingTimeInterval(-seconds) }

    static let shop: Project.ID = "shop"
    static let data: Project.ID = "data"
    static let api = ServiceReference(project: shop, service: "api")
    static let web = ServiceReference(project: shop, service: "web")
    static let builder = ServiceReference(project: shop, service: "builder")
    static let nightly = JobReference(project: shop, job: "nightly")
    static let cleanup = JobReference(project: shop, job: "cleanup")
    static let orders = AddonReference(project: shop, addon: "orders-db")
    static let cache = AddonReference(project: shop, addon: "cache")

    static let projects = [
        Project(id: shop, name: "Shop", description: "Where the money is made"), Project(id: data, name: "Data"),
    ]

    static let services = [
        Service(
            id: "api", name: "api", kind: .combined,
            build: .init(status: .success, changedAt: ago(3600)),
            deployment: .init(status: .completed, reason: "DEPLOYING", changedAt: ago(3500))),
        Service(
            id: "builder", name: "builder", kind: .build, build: .init(status: .building, changedAt: ago(64))),
        Service(
            id: "web", name: "web", kind: .deployment,
            deployment: .init(status: .failed, reason: "DEPLOYING", changedAt: ago(120))),
    ]

    static let builds = [
        Build(
            id: "swift-fox-12", branch: "main", status: .success, sha: "12c15e7ee25fd78f567ebf87f9178b8ad70025b3",
            createdAt: ago(3780), concludedAt: ago(3600), concluded: true, success: true, message: "Image built"),
        Build(
            id: "calm-owl-3", branch: "fix/tax", status: .failure, sha: "9aa15e7ee25fd78f567ebf87f9178b8ad70025b3",
            createdAt: ago(90_000), concludedAt: ago(89_900), concluded: true, success: false,
            message: "Step 7/12: npm test failed"),
    ]

    static let builderBuilds = [
        Build(
            id: "brave-elk-7", branch: "develop", status: .building, sha: "77777e7ee25fd78f567ebf87f9178b8ad70025b3",
            createdAt: ago(80))
    ]

    static let jobs = [
        Job(id: "nightly", name: "nightly", kind: .cron), Job(id: "cleanup", name: "cleanup", kind: .manual),
    ]

    static let runs = (1...5).map { number in
        JobRun(
            id: .init("run-\(number)"), runName: "nightly-\(number)", status: number == 1 ? .failed : .success,
            startedAt: ago(Double(number) * 86_400), concludedAt: ago(Double(number) * 86_400 - 42))
    }

    static let addons = [
        Addon(id: "orders-db", name: "orders-db", type: "postgresql", status: .running),
        Addon(id: "cache", name: "cache", type: "redis", status: .paused),
    ]

    static let backups = [
        Backup(
            id: "backup-1", name: "nightly 1", status: .completed, createdAt: ago(7200), completedAt: ago(7100),
            source: "snapshot", size: 1_288_490_188, addonVersion: "16.4")
    ]

    static let addonTypes = [
        AddonType(type: "postgresql", name: "PostgreSQL", canDump: true),
        AddonType(type: "redis", name: "Redis", canDump: false),
    ]

    /// The sample on a bad day.
    static func incident(columns: Int = 120, rows: Int = 40, readOnly: Bool = false) -> State {
        var state = full(columns: columns, rows: rows, readOnly: readOnly)
        let failed = Build(
            id: "calm-owl-9", branch: "main", status: .crashed, createdAt: ago(900), concludedAt: ago(700),
            message: "The builder ran out of memory")
        state.tell(.builds(api), .builds([failed] + builds))
        var addons = addons
        addons[1].status = .errorAllocating
        state.tell(.addons(shop), .addons(addons))
        let backup = Backup(id: "backup-2", name: "nightly 2", status: .failed, createdAt: ago(4000))
        state.tell(.backups(orders), .backups([backup] + backups))
        state.tell(.backups(cache), .backups([]))
        let error = APIError.forbidden(
            .init(status: 403, message: "Insufficient permissions"), permission: "Project > Jobs > General > Read")
        _ = state.update(.feedFailed(.jobs(data), error, retryIn: nil), now: now.addingTimeInterval(5))
        return state
    }

    /// A dashboard that nothing has been told yet.
    static func blank(
        columns: Int = 120, rows: Int = 40, readOnly: Bool = false, project: Project.ID? = nil
    ) -> State {
        State(
            session: Session(host: "api.northflank.com", team: "acme", readOnly: readOnly, project: project),
            appearance: Appearance(theme: Theme(name: "plain", styles: [:]), symbols: .unicode), now: now,
            size: Size(columns: columns, rows: rows))
    }

    /// A dashboard that knows all of the sample.
    static func full(columns: Int = 120, rows: Int = 40, readOnly: Bool = false) -> State {
        var state = blank(columns: columns, rows: rows, readOnly: readOnly)
        state.tell(.projects, .projects(projects))
        state.tell(.services(shop), .services(services))
        state.tell(.services(data), .services([]))
        state.tell(.jobs(shop), .jobs(jobs))
        state.tell(.addons(shop), .addons(addons))
        state.tell(.builds(api), .builds(builds))
        state.tell(.builds(builder), .builds(builderBuilds))
        state.tell(.runs(nightly), .runs(runs))
        state.tell(.backups(orders), .backups(backups))
        state.tell(.addonTypes, .addonTypes(addonTypes))
        return state
    }
}

extension State {
    @discardableResult
    mutating func tell(_ feed: Feed, _ content: FeedContent, after seconds: Double = 0) -> [Effect] {
        update(
            .feedLoaded(feed, FeedAnswer(content: content)), now: now.addingTimeInterval(seconds))
    }

    /// Presses keys one after another: `press("j", "enter", "ctrl-d")`; a whole word is typed with `type`.
    @discardableResult
    mutating func press(_ keys: Key...) -> [Effect] {
        keys.flatMap { update(.input(.key($0)), now: now) }
    }

    @discardableResult
    mutating func type(_ text: String) -> [Effect] {
        text.flatMap { update(.input(.key(Key($0))), now: now) }
    }

    mutating func wait(_ seconds: Double) -> [Effect] { update(.tick, now: now.addingTimeInterval(seconds)) }

    var shownActions: [String] { toasts.map(\.text) }
}

extension [Effect] {
    /// What is to be kept fresh, by the last effect that says so.
    var watched: [Feed: Attention]? {
        compactMap { if case .watch(let feeds) = $0 { feeds } else { nil } }.last
    }

    /// All but what is to be kept fresh, and what is written down.
    var acting: [Effect] {
        filter { effect in
            switch effect {
            case .watch, .keepChanges: false
            default: true
            }
        }
    }
}
