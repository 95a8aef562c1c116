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
    /// Asks for some of its lines.
    var lines: @Sendable (LogQuery) -> Endpoint<LogLines>
    var began: Date?
    /// Asks whether it is over; nil for what goes on until it is ended.
    var isOver: (@Sendable () async throws(APIError) -> Bool)?

    /// Of what goes on.
    init(_ source: LogSource) { lines = source.lines }

    init(
        _ lines: @escaping @Sendable (LogQuery) -> Endpoint<LogLines>, began: Date?,
        isOver: @escaping @Sendable () async throws(APIError) -> Bool
    ) {
        (self.lines, self.began, self.isOver) = (lines, began, isOver)
    }
}

/// Finds what `northwatch logs` is asked for.
struct LoggedFinder {
    let account: OpenAccount

    private static let latest = "latest"

    func find(
        _ name: String, build: String?, run: String?, backup: String?, restore: String?
    ) async throws(Complaint) -> Logged {
        if let build { return try await self.build(build, of: try await account.service(name)) }
        if let run { return try await self.run(run, of: try await account.job(name)) }
        if let backup { return try await self.backup(backup, of: try await account.addon(name)) }
        if let restore { return try await self.restore(restore, of: try await account.addon(name)) }
        switch try await account.find(name, among: NamedKind.allCases) {
        case .service(let service): return Logged(.service(service))
        case .job(let job): return try await self.run(Self.latest, of: job)
        case .addon(let addon): return Logged(.addon(addon))
        }
    }

    private func build(_ id: String, of service: ServiceReference) async throws(Complaint) -> Logged {
        let ask = { @Sendable [account] (id: Build.ID) async throws(APIError) in
            try await account.client.send(.getServiceBuild(BuildReference(service: service, build: id))).value.data
        }
        let build = try await one(id, "build", .builds(service), \.builds[service], ask)
        return Logged(LogSource.build(BuildReference(service: service, build: build.id)).lines, began: build.createdAt)
        {
            () async throws(APIError) in try await ask(build.id).status?.isActive == false
        }
    }

    private func run(_ id: String, of job: JobReference) async throws(Complaint) -> Logged {
        let ask = { @Sendable [account] (id: JobRun.ID) async throws(APIError) in
            try await account.client.send(.getRunDetails(RunReference(job: job, run: id))).value.data
        }
        let run = try await one(id, "run", .runs(job), \.runs[job], ask)
        return Logged(LogSource.run(RunReference(job: job, run: run.id)).lines, began: run.startedAt) {
            () async throws(APIError) in try await ask(run.id).status?.isActive == false
        }
    }

    private func backup(_ id: String, of addon: AddonReference) async throws(Complaint) -> Logged {
        let ask = { @Sendable [account] (id: Backup.ID) async throws(APIError) in
            try await account.client.send(.getAddonBackup(BackupReference(addon: addon, backup: id))).value.data
        }
        let backup = try await one(id, "backup", .backups(addon), \.backups[addon], ask)
        return Logged(
            LogSource.backup(BackupReference(addon: addon, backup: backup.id)).lines, began: backup.createdAt
        ) { () async throws(APIError) in try await ask(backup.id).status?.isActive == false }
    }

    /// Only the addon's list tells of which backup a restore is.
    private func restore(_ id: String, of addon: AddonReference) async throws(Complaint) -> Logged {
        let all = { @Sendable [account] () async throws(APIError) in
            try await account.client.send(.listAddonRestores(addon)).value.items
        }
        try await account.read(.restores(addon), or: "the restores can't be listed")
        let list = account.known.restores[addon] ?? []
        guard let restore = id == Self.latest ? list.first : list.first(where: { $0.id.rawValue == id }),
            let backup = restore.backup
        else { throw Complaint(.broken, "there is no restore \(id), and so no log") }
        let reference = BackupReference(addon: addon, backup: backup)
        return Logged({ .getRestoreLogs(restore.id, of: reference, $0) }, began: restore.startedAt) {
            () async throws(APIError) in
            try await all().first { $0.id == restore.id }?.status?.isActive == false
        }
    }

    /// The one of that id, or the newest of the list.
    private func one<Item>(
        _ id: String, _ what: String, _ feed: Feed, _ list: KeyPath<Dashboard.Account, [Item]?>,
        _ ask: (Identifier<Item>) async throws(APIError) -> Item
    ) async throws(Complaint) -> Item {
        guard id == Self.latest else {
            do throws(APIError) {
                return try await ask(Identifier(id))
            } catch {
                throw Complaint(error, "\(what) \(id) can't be read")
            }
        }
        try await account.read(feed, or: "the \(what)s can't be listed")
        guard let newest = account.known[keyPath: list]?.first else {
            throw Complaint(.broken, "there is no \(what) yet, and so no log")
        }
        return newest
    }
}
