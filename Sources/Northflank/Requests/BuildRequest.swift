/// What to build. A build service needs a branch or a pull request, never both; combined services take a commit or
/// nothing.
public struct BuildRequest: RequestBody {
    public enum Source: Hashable, Sendable {
        /// The branch that a combined service is linked to.
        case linked
        /// For build services.
        case branch(String)
        /// The number of a pull request. For build services.
        case pullRequest(Int)
    }

    public var source: Source
    /// A commit, 40 characters; nil for the latest one.
    public var sha: String?
    /// For this build only.
    public var overrides: BuildOverrides
    /// Members of the body that have no name here.
    public var more: JSONValue = [:]

    public init(_ source: Source = .linked, sha: String? = nil, overrides: BuildOverrides = BuildOverrides()) {
        self.source = source
        self.sha = sha
        self.overrides = overrides
    }

    /// What a body says.
    public init(_ body: JSONValue) {
        let source: Source =
            body["branch"]?.text.map { .branch($0) } ?? body["pullRequestId"]?.integer.map { .pullRequest($0) }
            ?? .linked
        let docker = body.member(at: "overrides.docker")
        self.init(
            source, sha: body["sha"]?.text,
            overrides: BuildOverrides(
                arguments: body.member(at: "overrides.buildArguments")?.texts ?? [:],
                dockerfile: docker?["dockerFilePath"]?.text, workingDirectory: docker?["dockerWorkDir"]?.text,
                target: docker?["dockerfileTarget"]?.text))
        more = body.beyond(json)
    }

    /// The latest commit of the linked branch: an empty body.
    public static let latest = BuildRequest()

    /// The latest commit of this branch.
    public static func branch(_ branch: String) -> BuildRequest { BuildRequest(.branch(branch)) }

    /// Nil where it is another one's, or not said.
    public var branch: String? {
        guard case .branch(let branch) = source else { return nil }
        return branch
    }

    public var json: JSONValue {
        let from: JSONValue =
            switch source {
            case .linked: [:]
            case .branch(let branch): ["branch": .string(branch)]
            case .pullRequest(let number): ["pullRequestId": JSONValue(number)]
            }
        return from.adding(["sha": sha.map(JSONValue.string), "overrides": overrides.json]).joined(with: more)
    }
}

/// What one build does otherwise than its service's settings say.
public struct BuildOverrides: Hashable, Sendable {
    public var arguments: [String: String]
    /// A path from the root: `/Dockerfile`.
    public var dockerfile: String?
    /// A path from the root.
    public var workingDirectory: String?
    /// Of a Dockerfile with several stages.
    public var target: String?

    public init(
        arguments: [String: String] = [:], dockerfile: String? = nil, workingDirectory: String? = nil,
        target: String? = nil
    ) {
        self.arguments = arguments
        self.dockerfile = dockerfile
        self.workingDirectory = workingDirectory
        self.target = target
    }

    var json: JSONValue? {
        guard self != BuildOverrides() else { return nil }
        let docker: JSONValue = [
            "dockerFilePath": dockerfile.map(JSONValue.string),
            "dockerWorkDir": workingDirectory.map(JSONValue.string),
            "dockerfileTarget": target.map(JSONValue.string),
        ]
        return ["buildArguments": JSONValue(map: arguments), "docker": docker == [:] ? nil : docker]
    }
}
