internal import ArgumentParser
internal import Dashboard
internal import Northflank

/// `northwatch restore shop/db nightly-1 --confirm shop/db`
struct RestoreCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the place of an addon's data.",
        discussion: """
            What the addon holds now is lost, so its name must be said twice. The request is sent once, whatever \
            happens: where its answer is lost, the list of restores tells whether it arrived.

            EXAMPLES
              northwatch restore shop/db first-backup --confirm shop/db --wait
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The addon: project/addon.", completion: Completions.names([.addon]))
    var name: String
    @Argument(help: "The backup, by its id or name.", completion: Completions.parts([.backups]))
    var backup: String
    @OptionGroup var confirming: ConfirmingOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    var confirm: String? { confirming.confirm }

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        let addon = try await account.addon(name)
        let id = try await account.pick(backup, .backups(addon), "\(name) has no backup") { known in
            (known.backups[addon] ?? []).map { Nameable(id: $0.id.rawValue, name: $0.name, value: $0.id) }
        }
        return .restore(BackupReference(addon: addon, backup: id))
    }
}
