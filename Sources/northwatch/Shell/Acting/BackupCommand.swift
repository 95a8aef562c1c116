internal import ArgumentParser
internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `northwatch backup shop/db`
struct BackupCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Backs up an addon.",
        discussion: """
            The request is sent once, whatever happens: where its answer is lost, the backup's name tells whether it \
            arrived. A paused addon's backup waits until it runs again.

            EXAMPLES
              northwatch backup shop/db
              northwatch backup shop/db --type dump --wait && ./migrate
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The addon: project/addon.", completion: Completions.names([.addon]))
    var name: String

    @Option(
        help: ArgumentHelp(
            "snapshot, a copy of the disk, or dump, the database's own, where the addon's type can.",
            valueName: "type"),
        completion: .list(BackupRequest.Method.allCases.map(\.rawValue)), transform: method)
    var type = BackupRequest.Method.snapshot

    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        let addon = try await account.addon(name)
        let name = BackupRequest.uniqueName(at: Date(), seed: .random(in: .min ... .max))
        return .backUp(addon, BackupRequest(name: name, method: type))
    }

    private static func method(_ text: String) throws -> BackupRequest.Method {
        if let method = BackupRequest.Method(rawValue: text) { return method }
        let all = BackupRequest.Method.allCases.map(\.rawValue).joined(separator: " or ")
        throw Complaint.usage("\"\(text)\" is no type of backup: give \(all)")
    }
}
