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
              TOKEN=… northwatch run shop/migrate --env MODE=thorough --env TOKEN --plan nf-compute-50
              northwatch run shop/migrate --image registry.example.com/migrate:2 --credentials registry
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The job: project/job.", completion: Completions.names([.job]))
    var name: String

    @Option(
        name: .customLong("env"),
        help: ArgumentHelp(
            "A variable for this run only, once or more; NAME alone takes the environment's value.",
            valueName: "NAME=VALUE"))
    var variables: [String] = []

    @Option(
        help: ArgumentHelp("The plan for this run only: northwatch get plans lists them.", valueName: "plan"),
        completion: Completions.plans)
    var plan: String?

    @Option(help: ArgumentHelp("A registry's image for this run only, such as alpine:3.20.", valueName: "image"))
    var image: String?

    @Option(help: ArgumentHelp("With --image: the id of saved credentials, for a private registry.", valueName: "id"))
    var credentials: String?

    @OptionGroup var rest: BodyOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func validate() throws {
        if credentials != nil, image == nil { throw Complaint.usage("--credentials goes with --image") }
    }

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        var request = RunRequest(try rest.body(for: .runJob))
        let variables = try Assignments.values(variables, option: "--env")
        request.environment.merge(variables) { _, new in new }
        request.plan = plan ?? request.plan
        if let image { request.image = .registry(image: image, credentials: credentials) }
        return .runJob(try await account.job(name), request)
    }
}
