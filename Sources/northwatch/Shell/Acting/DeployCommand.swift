internal import ArgumentParser
internal import Dashboard
internal import Northflank

/// `northwatch deploy shop/api --latest`
struct DeployCommand: ActingCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Deploys a build or an image to a service.",
        discussion: """
            Builds are those of the service that it deploys already, or of --from. Deploying an earlier build is \
            rolling back. A file takes what else there is, such as how containers start, with an image or alone: \
            docker: {configType: customCommand, customCommand: ./serve}. The request is sent once, whatever happens: where its answer is lost, what the service runs \
            tells whether it arrived.

            EXAMPLES
              northwatch deploy shop/api --latest --wait
              northwatch deploy shop/api --build swift-fox-12
              northwatch deploy shop/api --latest --from api-build --branch main
              northwatch deploy shop/proxy --image nginx:1.27
              northwatch deploy shop/api -f start.yaml
            """)

    @ParentCommand var parent: Northwatch
    @Argument(help: "The service: project/service.", completion: Completions.names([.service]))
    var name: String

    @Option(
        help: ArgumentHelp("This build, by its id.", valueName: "id"), completion: Completions.parts([.builds]))
    var build: String?

    @Flag(help: "The newest build of the branch, now and from now on.")
    var latest = false

    @Option(
        help: ArgumentHelp("With --latest: the branch; the one that is deployed otherwise.", valueName: "branch"),
        completion: Completions.parts([.branches]))
    var branch: String?

    @Option(
        help: ArgumentHelp(
            "The service of the same project whose builds are meant; the one that is deployed otherwise.",
            valueName: "service"),
        completion: Completions.neighbours)
    var from: String?

    @Option(help: ArgumentHelp("This image of a registry, such as nginx:1.27.", valueName: "image"))
    var image: String?

    @Option(help: ArgumentHelp("With --image: the id of saved credentials, for a private registry.", valueName: "id"))
    var credentials: String?

    @OptionGroup var rest: BodyOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var options: ShellOptions

    func validate() throws {
        let images = [build != nil, latest, image != nil].count { $0 }
        guard images == 1 || images == 0 && rest.file != nil else {
            throw Complaint.usage("say what to deploy: one of --build ID, --latest and --image IMAGE, or a --file")
        }
        if branch != nil, !latest { throw Complaint.usage("--branch goes with --latest") }
        if credentials != nil, image == nil { throw Complaint.usage("--credentials goes with --image") }
        if from != nil, image != nil { throw Complaint.usage("--from is about builds, and --image is none") }
    }

    func action(on account: OpenAccount) async throws(Complaint) -> Action {
        let body = try rest.body(for: .updateServiceDeployment)
        let service = try await account.service(name)
        let isNamed = build != nil || latest || image != nil
        if isNamed, body["internal"] ?? body["external"] != nil {
            throw .usage("the image is named twice: by an option, and in --file")
        }
        let image = isNamed ? try await source(for: service, account) : nil
        guard let request = DeployRequest(image.map { $0.json.adding(body) } ?? body) else {
            throw .usage(
                "--file says no whole deployment: a registry's image; a build's id, branch and buildSHA; or how "
                    + "containers start")
        }
        return .deploy(service, request)
    }

    private func source(for service: ServiceReference, _ account: OpenAccount) async throws(Complaint) -> ImageSource {
        if let image { return .registry(image: image, credentials: credentials) }
        let (builder, current) = try await builder(of: service, account)
        if let build { return try await source(build, of: builder, account) }
        guard let branch = branch ?? current else {
            throw .usage("\(name) deploys no branch yet: say which one, by --branch")
        }
        return .build(of: builder.service, branch: branch, .latest)
    }

    /// Whose builds are meant, and the branch of them that is deployed now.
    private func builder(
        of service: ServiceReference, _ account: OpenAccount
    ) async throws(Complaint) -> (ServiceReference, branch: String?) {
        if let from {
            let name = from.contains("/") ? from : "\(service.project)/\(from)"
            return (try await account.service(name), nil)
        }
        try await account.read(.service(service), or: "what \(name) deploys can't be read")
        guard let detail = account.known.serviceDetails[service] else {
            throw Complaint(.unreachable, "what \(name) deploys can't be read")
        }
        if case .build(let builder, let branch, _, _) = detail.deployment?.image {
            return (ServiceReference(project: service.project, service: builder), branch)
        }
        guard detail.service.kind == .combined else {
            throw .usage("\(name) deploys no builds yet: say whose, by --from SERVICE")
        }
        return (service, detail.branch)
    }

    private func source(
        _ id: String, of builder: ServiceReference, _ account: OpenAccount
    ) async throws(Complaint) -> ImageSource {
        let place = "\(builder.project)/\(builder.service)"
        try await account.read(.builds(builder), or: "the builds of \(place) can't be listed")
        let builds = account.known.builds[builder] ?? []
        let all = builds.map { Nameable(id: $0.id.rawValue, name: $0.id.rawValue, value: $0) }
        guard let build = all.named(id).first else {
            let guess = all.nearestID(to: id).map { "; did you mean \($0)?" } ?? ""
            throw .usage("\(place) has no build \"\(id)\" among its newest\(guess)")
        }
        guard build.status == .success, let sha = build.sha else {
            throw Complaint(.broken, "build \(id) can't be deployed: its status is \(build.status?.rawValue ?? "none")")
        }
        guard let branch = build.branch else {
            throw Complaint(.broken, "build \(id) can't be deployed: it is of no branch")
        }
        return .build(of: builder.service, branch: branch, .sha(sha))
    }
}
