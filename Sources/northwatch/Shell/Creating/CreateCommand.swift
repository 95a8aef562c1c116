internal import ArgumentParser
internal import Northflank

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// `northwatch create KIND [PROJECT] -f FILE`: something new, from a file.
struct CreateCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Creates a project, a service, a job or an addon from a file, and prints its name.",
        discussion: """
            The file is the body of the API's request, in YAML or JSON; --example prints one to fill in. It is held \
            against the API's contract before anything is sent, and each mistake is told with its line. The request \
            is sent once; where its answer is lost, the list tells whether it arrived.

            EXIT CODES
            \(ShellExit.listing())

            EXAMPLES
              northwatch create project --example > shop.yaml
              northwatch create project -f shop.yaml
              northwatch create build-service shop -f api.yaml --dry-run
              northwatch create cron-job shop -f - < nightly.yaml
              northwatch get plans
                  What to give as a deploymentPlan; regions and addon-types are listed likewise.
            """
    )

    @ParentCommand var parent: Northwatch

    @Argument(
        help: ArgumentHelp(
            "What to create: \(Creation.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"),
        completion: .list(Creation.Kind.allCases.map(\.rawValue)), transform: Creation.Kind.named)
    var kind: Creation.Kind

    @Argument(
        help: ArgumentHelp("Where, unless the context names a project; not for a project.", valueName: "project"),
        completion: Completions.projects)
    var project: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("A file in YAML or JSON; - is standard input.", valueName: "file"),
        completion: .file())
    var file: String?

    @Flag(help: "Print a body to fill in, with what each field takes, and send nothing.")
    var example = false

    @Flag(help: "Check the file and say what would be created; send nothing.")
    var dryRun = false

    @Flag(help: "As JSON: an object that tells what came of it, with the id.")
    var json = false

    @OptionGroup var options: ShellOptions

    func validate() throws {
        guard example != (file != nil) else { throw Complaint.usage("give either --file FILE or --example") }
        if kind == .project, let project {
            throw Complaint.usage("a project is in no project: leave out \"\(project)\"")
        }
    }

    /// An example and a dry run need neither a token nor a network.
    func run() throws {
        if example { return Line.putPrepared(Self.example(of: kind), on: STDOUT_FILENO) }
        // Mistakes are told before anything is opened.
        let body = try body()
        guard dryRun else {
            return try run { account throws(Complaint) in try await create(body, on: account) }
        }
        let name = body["name"]?.text ?? ""
        Line.put("\(kind.words) \"\(name)\" is as the API wants it; nothing was sent", on: STDOUT_FILENO)
    }

    static func example(of kind: Creation.Kind) -> String {
        "# \(kind.words): POST /v1/\(kind.operation.path)\n\(kind.operation.body?.template() ?? "{}")"
    }

    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit {
        try await create(try body(), on: account)
    }

    private func create(_ body: JSONValue, on account: OpenAccount) async throws(Complaint) -> ShellExit {
        try account.checkMayAct()
        let place = try await place(account)
        let action = Action.create(Creation(kind, in: place, body))
        let report = ActionReport(title: "\(action)", outcome: await account.perform(action))
        if json { return try report.say(true) }
        guard report.exit == .well else { throw Complaint(report.exit, report.words) }
        if case .found = report.outcome { Line.note(report.words) }
        Line.say([place?.rawValue, report.item].compactMap(\.self).joined(separator: "/"))
        return .well
    }

    private func place(_ account: OpenAccount) async throws(Complaint) -> Project.ID? {
        guard kind != .project else { return nil }
        if let project { return try await account.project(project) }
        guard let project = account.account.project else {
            throw .usage("where? give the project: northwatch create \(kind.rawValue) PROJECT --file FILE")
        }
        return project
    }

    private func body() throws(Complaint) -> JSONValue {
        try RequestFile.read(file ?? "").body(for: kind.operation)
    }
}
