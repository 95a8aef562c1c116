/// A commit of a build service's builds.
public enum BuiltCommit: Hashable, Sendable {
    /// The newest that was built; where none is yet, the first that will be.
    case latest
    /// 40 characters. It must have been built.
    case sha(String)
}

/// Where an image comes from.
public enum ImageSource: Hashable, Sendable {
    case build(of: Service.ID, branch: String, BuiltCommit)
    /// `nginx:latest` is Docker Hub's. `credentials` is the id of saved ones, for a private registry.
    case registry(image: String, credentials: String?)

    /// What the member `internal` or `external` of a body says; nil where it has neither, or one that isn't whole.
    init?(_ body: JSONValue) {
        if let image = body.member(at: "external.imagePath")?.text {
            self = .registry(image: image, credentials: body.member(at: "external.credentials")?.text)
        } else if let build = body["internal"], let id = build["id"]?.text, let branch = build["branch"]?.text,
            let sha = build["buildSHA"]?.text
        {
            self = .build(of: Service.ID(id), branch: branch, sha == "latest" ? .latest : .sha(sha))
        } else {
            return nil
        }
    }

    /// The member that says so: `internal` or `external`.
    public var json: JSONValue {
        switch self {
        case .build(let service, let branch, let commit):
            let sha: JSONValue =
                switch commit {
                case .latest: "latest"
                case .sha(let sha): .string(sha)
                }
            return ["internal": ["id": .string(service.rawValue), "branch": .string(branch), "buildSHA": sha]]
        case .registry(let image, let credentials):
            return ["external": ["imagePath": .string(image), "credentials": credentials.map(JSONValue.string)]]
        }
    }
}

/// How a container is started.
public enum Runtime: Hashable, Sendable {
    case docker(DockerStart)
    case buildpack(BuildpackStart)

    public enum DockerStart: Hashable, Sendable {
        /// As the image says.
        case standard
        case entrypoint(String)
        case command(String)
        case both(entrypoint: String, command: String)
    }

    public enum BuildpackStart: Hashable, Sendable {
        case standard
        case process(String)
        case command(String)
        case both(entrypoint: String, command: String)
        case originalEntrypoint(command: String)
    }

    /// What the member `docker` or `buildpack` of a body says; nil where it has neither, or one that isn't whole.
    init?(_ body: JSONValue) {
        if let start = body["docker"].flatMap(DockerStart.init) {
            self = .docker(start)
        } else if let start = body["buildpack"].flatMap(BuildpackStart.init) {
            self = .buildpack(start)
        } else {
            return nil
        }
    }

    /// The member that says so: `docker` or `buildpack`.
    var json: JSONValue {
        switch self {
        case .docker(let start): ["docker": start.json]
        case .buildpack(let start): ["buildpack": start.json]
        }
    }
}

extension Runtime.DockerStart {
    fileprivate init?(_ member: JSONValue) {
        let (entrypoint, command) = (member["customEntrypoint"]?.text, member["customCommand"]?.text)
        switch (member["configType"]?.text, entrypoint, command) {
        case ("default", _, _): self = .standard
        case ("customEntrypoint", let entrypoint?, _): self = .entrypoint(entrypoint)
        case ("customCommand", _, let command?): self = .command(command)
        case ("customEntrypointCustomCommand", let entrypoint?, let command?):
            self = .both(entrypoint: entrypoint, command: command)
        default: return nil
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .standard: ["configType": "default"]
        case .entrypoint(let text): ["configType": "customEntrypoint", "customEntrypoint": .string(text)]
        case .command(let text): ["configType": "customCommand", "customCommand": .string(text)]
        case .both(let entrypoint, let command):
            [
                "configType": "customEntrypointCustomCommand", "customEntrypoint": .string(entrypoint),
                "customCommand": .string(command),
            ]
        }
    }
}

extension Runtime.BuildpackStart {
    fileprivate init?(_ member: JSONValue) {
        let (entrypoint, command) = (member["customEntrypoint"]?.text, member["customCommand"]?.text)
        switch (member["configType"]?.text, entrypoint, command) {
        case ("default", _, _): self = .standard
        case ("customProcess", _, _):
            guard let process = member["customProcess"]?.text else { return nil }
            self = .process(process)
        case ("customCommand", _, let command?): self = .command(command)
        case ("customEntrypointCustomCommand", let entrypoint?, let command?):
            self = .both(entrypoint: entrypoint, command: command)
        case ("originalEntrypointCustomCommand", _, let command?): self = .originalEntrypoint(command: command)
        default: return nil
        }
    }

    fileprivate var json: JSONValue {
        switch self {
        case .standard: ["configType": "default"]
        case .process(let text): ["configType": "customProcess", "customProcess": .string(text)]
        case .command(let text): ["configType": "customCommand", "customCommand": .string(text)]
        case .both(let entrypoint, let command):
            [
                "configType": "customEntrypointCustomCommand", "customEntrypoint": .string(entrypoint),
                "customCommand": .string(command),
            ]
        case .originalEntrypoint(let command):
            ["configType": "originalEntrypointCustomCommand", "customCommand": .string(command)]
        }
    }
}

/// What a service is to run from now on, and how: one of them, or both.
public enum DeployRequest: RequestBody {
    case image(ImageSource, Runtime?)
    /// The image stays as it is.
    case runtime(Runtime)

    /// What a body says; nil where that is nothing, or more than can be said here.
    public init?(_ body: JSONValue) {
        switch (ImageSource(body), Runtime(body)) {
        case (let image?, let runtime): self = .image(image, runtime)
        case (nil, let runtime?): self = .runtime(runtime)
        case (nil, nil): return nil
        }
        guard body.beyond(json) == [:] else { return nil }
    }

    public var json: JSONValue {
        switch self {
        case .image(let source, let runtime): source.json.adding(runtime?.json)
        case .runtime(let runtime): runtime.json
        }
    }
}
