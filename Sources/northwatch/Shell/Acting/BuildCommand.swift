internal import ArgumentParser
internal import Dashboard
internal import Northflank

/// `northwatch build shop/api`
struct BuildCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Starts a build of a service.",
        discussion: """
            A combined service builds its linked branch. A build service needs --branch or --pull-request. The \
            request is sent once, whatever happens: where its answer is \
            lost, the list of builds tells whether it arrived.

            EXAMPLES
              northwatch build shop/api
              northwatch build shop/api-build --branch main --wait && northwatch deploy shop/api --latest
              northwatch build shop/api-build --pull-request 12 --wait --timeout 15m
              NPM_TOKEN=… northwatch build shop/api --arg NODE_ENV=production --arg NPM_TOKEN
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The service: project/service.", completion: Completions.names([.service]))
    var name: String

    @Option(
        help: ArgumentHelp("Of a build service: the branch to build.", valueName: "branch"),
        completion: Completions.parts([.branches]))
    var branch: String?

    @Option(help: ArgumentHelp("Of a build service: the pull request to build.", valueName: "n"))
    var pullRequest: Int?

    @Option(
        help: ArgumentHelp(
            "The commit, all 40 characters of it; the newest otherwise.", valueName: "sha"))
    var commit: String?

    @Option(
        name: .customLong("arg"),
        help: ArgumentHelp(
            "A build argument for this build only, once or more; NAME alone takes the environment's value.",
            valueName: "NAME=VALUE"))
    var arguments: [String] = []

    @Option(help: ArgumentHelp("The Dockerfile for this build only, from the root: /Dockerfile.", valueName: "path"))
    var dockerfile: String?

    @Option(help: ArgumentHelp("Where this build works, from the root: /app.", valueName: "path"))
    var workingDirectory: String?

    @Option(help: ArgumentHelp("The stage of the Dockerfile that this build ends with.", valueName: "stage"))
    var target: String?

    @OptionGroup var rest: BodyOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func validate() throws {
        if branch != nil, pullRequest != nil {
            throw Complaint.usage("--branch and --pull-request exclude each other")
        }
        if branch == "" { throw Complaint.usage("--branch needs a name, and was given nothing") }
    }

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        var request = BuildRequest(try rest.body(for: .startServiceBuild))
        let arguments = try Assignments.values(arguments, option: "--arg")
        request.overrides.arguments.merge(arguments) { _, new in new }
        request.overrides.dockerfile = dockerfile ?? request.overrides.dockerfile
        request.overrides.workingDirectory = workingDirectory ?? request.overrides.workingDirectory
        request.overrides.target = target ?? request.overrides.target
        request.sha = commit ?? request.sha
        let service = try await account.service(name)
        if branch != nil || pullRequest != nil || request.source == .linked {
            request.source = try await source(of: service, account)
        }
        return .startBuild(service, request)
    }

    private func source(
        of service: ServiceReference, _ account: OpenAccount
    ) async throws(Complaint) -> BuildRequest.Source {
        if let branch { return .branch(branch) }
        if let pullRequest { return .pullRequest(pullRequest) }
        switch account.known.service(service)?.kind {
        case .deployment: throw .usage("\(name) deploys what another service builds: build that one")
        case .build: throw .usage("\(name) is a build service: say what to build, by --branch or --pull-request")
        default: return .linked
        }
    }
}
