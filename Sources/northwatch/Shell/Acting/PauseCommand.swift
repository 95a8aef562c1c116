internal import ArgumentParser
internal import Northflank

/// `northwatch pause shop/api --confirm shop/api`
struct PauseCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Pauses a service or an addon: nothing of it runs.",
        discussion: """
            Whoever uses it can't any more, so its name must be said twice. "resume" lets it run again.

            EXAMPLES
              northwatch pause shop/api --confirm shop/api
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The service or the addon: project/name.", completion: Completions.names([.service, .addon]))
    var name: String
    @OptionGroup var confirming: ConfirmingOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    var confirm: String? { confirming.confirm }

    func action(on account: OpenAccount) async throws(Complaint) -> Action { .pause(try await account.workload(name)) }
}

/// `northwatch resume shop/api`
struct ResumeCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Lets a paused service or addon run again.",
        discussion: """
            EXAMPLES
              northwatch resume shop/api --wait
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The service or the addon: project/name.", completion: Completions.names([.service, .addon]))
    var name: String
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func action(on account: OpenAccount) async throws(Complaint) -> Action { .resume(try await account.workload(name)) }
}
