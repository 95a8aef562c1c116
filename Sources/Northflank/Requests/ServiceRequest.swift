/// A new service. What kind of service it becomes follows from what it is to do.
public struct ServiceRequest: RequestBody {
    public enum Work: Hashable, Sendable {
        /// Builds any branch of a repository, and runs nothing.
        case builds(RepositoryAddress, BuildSettings, BuildRules)
        /// Builds one branch of a repository and runs what it built.
        case buildsAndRuns(RepositoryAddress, branch: String, BuildSettings, Deployment)
        /// Runs an image; nil for none yet.
        case runs(ImageSource?, Deployment)
    }

    /// What of a service runs.
    public struct Deployment: Hashable, Sendable {
        public var plan: String
        public var instances: Int
        public var runtime: Runtime?
        public var environment: [String: String]

        public init(
            plan: String, instances: Int = 1, runtime: Runtime? = nil, environment: [String: String] = [:]
        ) {
            self.plan = plan
            self.instances = instances
            self.runtime = runtime
            self.environment = environment
        }
    }

    /// Which pushes a build service builds. Patterns may hold `*`.
    public struct BuildRules: Hashable, Sendable {
        public var branches: [String]
        public var pullRequests: [String]
        /// Whether the two say what is built, rather than what isn't.
        public var isAllowList: Bool
        /// The plan that it builds on, which its bill goes by; nil for the API's own choice.
        public var plan: String?

        public init(
            branches: [String] = [], pullRequests: [String] = [], isAllowList: Bool = false, plan: String? = nil
        ) {
            self.branches = branches
            self.pullRequests = pullRequests
            self.isAllowList = isAllowList
            self.plan = plan
        }
    }

    public var name: String
    public var description: String?
    public var work: Work

    public init(name: String, description: String? = nil, work: Work) {
        self.name = name
        self.description = description
        self.work = work
    }

    public var kind: ServiceKind {
        switch work {
        case .builds: .build
        case .buildsAndRuns: .combined
        case .runs: .deployment
        }
    }

    public var json: JSONValue {
        let name: JSONValue = ["name": .string(name), "description": description.map(JSONValue.string)]
        switch work {
        case .builds(let repository, let settings, let rules):
            return name.adding(rules.json).adding(["vcsData": repository.json(), "buildSettings": settings.json])
        case .buildsAndRuns(let repository, let branch, let settings, let deployment):
            return name.adding(deployment.json(running: nil)).adding([
                "vcsData": repository.json(branch: branch), "buildSettings": settings.json,
            ])
        case .runs(let image, let deployment): return name.adding(deployment.json(running: image))
        }
    }
}

extension ServiceRequest.Deployment {
    fileprivate func json(running image: ImageSource?) -> JSONValue {
        let start: JSONValue = ["instances": JSONValue(instances)]
        return [
            "billing": ["deploymentPlan": .string(plan)],
            "deployment": start.adding(image?.json).adding(runtime?.json),
            "runtimeEnvironment": JSONValue(map: environment),
        ]
    }
}

extension ServiceRequest.BuildRules {
    fileprivate var json: JSONValue {
        [
            "billing": plan.map { ["buildPlan": .string($0)] },
            "buildConfiguration": [
                "branchRestrictions": JSONValue(branches), "prRestrictions": JSONValue(pullRequests),
                "isAllowList": .bool(isAllowList),
            ],
        ]
    }
}
