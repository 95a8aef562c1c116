internal import ArgumentParser
internal import Northflank

/// `northwatch run shop/nightly`
struct RunCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs a job.",
        discussion: """
            The request is sent once, whatever happens: where its answer is lost, the list of runs tells whether it \
            arrived.

            EXAMPLES
              northwatch run shop/nightly
              northwatch run shop/migrate --wait && northwatch deploy shop/api --latest
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The job: project/job.", completion: Completions.names([.job]))
    var name: String
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func action(on account: OpenAccount) async throws(Complaint) -> Action { .runJob(try await account.job(name)) }
}
