internal import ArgumentParser
internal import Northflank

/// `northwatch restart shop/api`
struct RestartCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "Restarts a service or an addon.",
        discussion: """
            New containers take the place of all old ones. The request is sent once, whatever happens: where its \
            answer is lost, the containers tell whether it arrived.

            EXAMPLES
              northwatch restart shop/api
              northwatch restart addon:shop/db --wait
                  Where a service has the same name.
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The service or the addon: project/name.", completion: Completions.names([.service, .addon]))
    var name: String
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        .restart(try await account.workload(name))
    }
}
