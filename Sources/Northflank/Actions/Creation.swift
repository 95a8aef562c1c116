/// Something new in the account: its kind, where it is to be, and the whole body of the request, which holds more than
/// this project's own requests name.
public struct Creation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case project
        case buildService = "build-service"
        case combinedService = "combined-service"
        case deploymentService = "deployment-service"
        case job
        case cronJob = "cron-job"
        case addon
    }

    public var kind: Kind
    /// Nil for a project.
    public let project: Project.ID?
    public var body: JSONValue

    /// - Parameter project: Where it is to be; nil for a project alone.
    public init(_ kind: Kind, in project: Project.ID?, _ body: JSONValue) {
        self.kind = kind
        self.project = project
        self.body = body
    }

    /// Nil where the body has none yet.
    public var name: String? { body["name"]?.text }

    public var operation: APIOperation { kind.operation }

    /// The list that it will be in.
    var feed: Feed {
        guard let project else { return .projects }
        return switch kind {
        case .project: .projects
        case .buildService, .combinedService, .deploymentService: .services(project)
        case .job, .cronJob: .jobs(project)
        case .addon: .addons(project)
        }
    }
}

extension Creation.Kind {
    /// "build service"
    public var words: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }

    public var operation: APIOperation {
        switch self {
        case .project: .createProject
        case .buildService: .createBuildService
        case .combinedService: .createCombinedService
        case .deploymentService: .createDeploymentService
        case .job: .createManualJob
        case .cronJob: .createCronJob
        case .addon: .createAddon
        }
    }
}
