internal import Dashboard
internal import Northflank
internal import NorthflankAPI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a log is of, and when that began, where it has a beginning.
struct Logged: Sendable {
    var source: LogSource
    var began: Date?

    /// Whether it comes to an end by itself.
    var ends: Bool {
        switch source {
        case .service, .addon: false
        case .build, .run, .backup: true
        }
    }
}

/// Finds what `northwatch logs` is asked for.
struct LoggedFinder {
    let account: OpenAccount

    private static let latest = "latest"

    func find(_ name: String, build: String?, run: String?, backup: String?) async throws(Complaint) -> Logged {
        if let build { return try await self.build(build, of: try await account.service(name)) }
        if let run { return try await self.run(run, of: try await account.job(name)) }
        if let backup { return try await self.backup(backup, of: try await account.addon(name)) }
        switch try await account.find(name, among: NamedKind.allCases) {
        case .service(let service): return Logged(source: .service(service))
        case .job(let job): return try await self.run(Self.latest, of: job)
        case .addon(let addon): return Logged(source: .addon(addon))
        }
    }

    private func build(_ id: String, of service: ServiceReference) async throws(Complaint) -> Logged {
        let build = try await one(id, "build", of: service, .builds(service), \.builds[service]) {
            try await account.client.send(.getServiceBuild(BuildReference(service: service, build: .init(id)))).value
                .data
        }
        return Logged(source: .build(BuildReference(service: service, build: build.id)), began: build.createdAt)
    }

    private func run(_ id: String, of job: JobReference) async throws(Complaint) -> Logged {
        let run = try await one(id, "run", of: job, .runs(job), \.runs[job]) {
            try await account.client.send(.getRunDetails(RunReference(job: job, run: .init(id)))).value.data
        }
        return Logged(source: .run(RunReference(job: job, run: run.id)), began: run.startedAt)
    }

    private func backup(_ id: String, of addon: AddonReference) async throws(Complaint) -> Logged {
        let backup = try await one(id, "backup", of: addon, .backups(addon), \.backups[addon]) {
            try await account.client.send(.getAddonBackup(BackupReference(addon: addon, backup: .init(id)))).value.data
        }
        return Logged(source: .backup(BackupReference(addon: addon, backup: backup.id)), began: backup.createdAt)
    }

    /// The one of that id, or the newest of the list.
    private func one<Item>(
        _ id: String, _ what: String, of holder: some Any, _ feed: Feed,
        _ list: KeyPath<Dashboard.Account, [Item]?>, ask: () async throws -> Item
    ) async throws(Complaint) -> Item {
        guard id == Self.latest else {
            do {
                return try await ask()
            } catch let error as APIError {
                throw Complaint(error, "\(what) \(id) can't be read")
            } catch {
                throw Complaint(.unreachable, "\(what) \(id) can't be read: \(error)")
            }
        }
        try await account.read(feed, or: "the \(what)s can't be listed")
        guard let newest = account.known[keyPath: list]?.first else {
            throw Complaint(.broken, "there is no \(what) yet, and so no log")
        }
        return newest
    }
}
