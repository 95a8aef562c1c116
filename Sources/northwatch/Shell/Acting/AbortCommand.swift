internal import ArgumentParser
internal import Dashboard
internal import Northflank

/// `northwatch abort shop/api swift-fox-12`
struct AbortCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "abort",
        abstract: "Aborts a build, a job's run, a backup or a restore.",
        discussion: """
            The request is sent once, whatever happens: where its answer is lost, the state of what was to be aborted \
            tells whether it arrived.

            EXAMPLES
              northwatch abort shop/api swift-fox-12
              northwatch abort shop/nightly 7d1c5e0a-6a9b-4a3e-9d6e-2b9d6f1c7a11
              northwatch abort shop/db first-backup --wait
            """)

    @ParentCommand var parent: Northwatch
    @Argument(
        help: "Whose: project/service, project/job or project/addon.", completion: Completions.names(NamedKind.allCases)
    )
    var name: String
    @Argument(
        help: "The id of the build, the run, the backup or the restore; a backup's name will do.",
        completion: Completions.parts([.builds, .runs, .backups, .restores]))
    var item: String
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        .abort(try await ongoing(account))
    }

    private func ongoing(_ account: OpenAccount) async throws(Complaint) -> Ongoing {
        switch try await account.find(name, among: NamedKind.allCases) {
        case .service(let service):
            let build = try await account.pick(item, .builds(service), "\(name) has no build") { known in
                (known.builds[service] ?? []).map { Nameable(id: $0.id.rawValue, name: $0.id.rawValue, value: $0.id) }
            }
            return .build(BuildReference(service: service, build: build))
        case .job(let job):
            let run = try await account.pick(item, .runs(job), "\(name) has no run") { known in
                (known.runs[job] ?? []).map {
                    Nameable(id: $0.id.rawValue, name: $0.runName ?? $0.id.rawValue, value: $0.id)
                }
            }
            return .run(RunReference(job: job, run: run))
        case .addon(let addon): return try await ongoing(of: addon, account)
        }
    }

    /// A backup, or else a restore of one.
    private func ongoing(of addon: AddonReference, _ account: OpenAccount) async throws(Complaint) -> Ongoing {
        try await account.read(.restores(addon), or: "the restores of \(name) can't be listed")
        let restores = account.known.restores[addon] ?? []
        if let restore = restores.first(where: { $0.id.rawValue == item }), let backup = restore.backup {
            return .restore(restore.id, of: BackupReference(addon: addon, backup: backup))
        }
        let backup = try await account.pick(item, .backups(addon), "\(name) has no backup or restore") { known in
            (known.backups[addon] ?? []).map { Nameable(id: $0.id.rawValue, name: $0.name, value: $0.id) }
        }
        return .backup(BackupReference(addon: addon, backup: backup))
    }
}
