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

    /// The member that says so: `internal` or `external`.
    var json: JSONValue {
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

    /// The member that says so: `docker` or `buildpack`.
    var json: JSONValue {
        switch self {
        case .docker(let start): ["docker": start.json]
        case .buildpack(let start): ["buildpack": start.json]
        }
    }
}

extension Runtime.DockerStart {
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

    public var json: JSONValue {
        switch self {
        case .image(let source, let runtime): source.json.adding(runtime?.json)
        case .runtime(let runtime): runtime.json
        }
    }
}
