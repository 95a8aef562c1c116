/// A new project, in a region of Northflank's or on a cluster of one's own.
public struct ProjectRequest: RequestBody {
    public enum Place: Hashable, Sendable {
        case region(String)
        case cluster(String)
    }

    public var name: String
    public var description: String?
    /// `#EF233C`
    public var color: String?
    public var place: Place

    public init(name: String, description: String? = nil, color: String? = nil, place: Place) {
        self.name = name
        self.description = description
        self.color = color
        self.place = place
    }

    public var json: JSONValue {
        let at: JSONValue =
            switch place {
            case .region(let region): ["region": .string(region)]
            case .cluster(let cluster): ["clusterId": .string(cluster)]
            }
        return at.adding([
            "name": .string(name), "description": description.map(JSONValue.string),
            "color": color.map(JSONValue.string),
        ])
    }
}

/// A git repository.
public struct RepositoryAddress: Hashable, Sendable {
    public enum Host: String, Hashable, Sendable, CaseIterable {
        case bitbucket, gitlab, github, azure
        case selfHosted = "self-hosted"
    }

    /// `https://github.com/owner/name`
    public var url: String
    public var host: Host

    public init(url: String, host: Host) {
        self.url = url
        self.host = host
    }

    func json(branch: String? = nil) -> JSONValue {
        [
            "projectUrl": .string(url), "projectType": .string(host.rawValue),
            "projectBranch": branch.map(JSONValue.string),
        ]
    }
}

/// How an image is made of a repository.
public enum BuildSettings: Hashable, Sendable {
    public enum Engine: String, Hashable, Sendable, CaseIterable { case buildkit, kaniko }

    /// Both are paths from the root.
    case dockerfile(path: String, workingDirectory: String, engine: Engine?)
    /// Nil takes the API's own choice of builder.
    case buildpack(builder: String?)

    public static let standard = BuildSettings.dockerfile(path: "/Dockerfile", workingDirectory: "/", engine: nil)

    var json: JSONValue {
        switch self {
        case .dockerfile(let path, let directory, let engine):
            [
                "dockerfile": [
                    "dockerFilePath": .string(path), "dockerWorkDir": .string(directory),
                    "buildEngine": engine.map { .string($0.rawValue) },
                ]
            ]
        case .buildpack(let builder): ["buildpack": ["builder": builder.map(JSONValue.string)]]
        }
    }
}

/// A new addon.
public struct AddonRequest: RequestBody {
    public var name: String
    public var description: String?
    /// `postgresql`; one of the addon types.
    public var type: String
    /// `16.4`, `16-latest` or `latest`.
    public var version: String
    public var plan: String
    /// In MB; one of the type's options.
    public var storage: Int
    public var replicas: Int
    public var tls: Bool
    public var externalAccess: Bool

    public init(
        name: String, description: String? = nil, type: String, version: String = "latest", plan: String,
        storage: Int, replicas: Int = 1, tls: Bool = false, externalAccess: Bool = false
    ) {
        self.name = name
        self.description = description
        self.type = type
        self.version = version
        self.plan = plan
        self.storage = storage
        self.replicas = replicas
        self.tls = tls
        self.externalAccess = externalAccess
    }

    public var json: JSONValue {
        [
            "name": .string(name), "description": description.map(JSONValue.string), "type": .string(type),
            "version": .string(version),
            "billing": [
                "deploymentPlan": .string(plan), "storage": JSONValue(storage), "replicas": JSONValue(replicas),
            ],
            "tlsEnabled": .bool(tls), "externalAccessEnabled": .bool(externalAccess),
        ]
    }
}
