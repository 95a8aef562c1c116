/// What one run of a job does otherwise than the job says. With nothing said the body is empty.
public struct RunRequest: RequestBody {
    public var environment: [String: String]
    /// The plan that it runs on.
    public var plan: String?
    public var image: ImageSource?
    public var runtime: Runtime?
    /// Members of the body that have no name here, such as files.
    public var more: JSONValue = [:]

    public init(
        environment: [String: String] = [:], plan: String? = nil, image: ImageSource? = nil, runtime: Runtime? = nil
    ) {
        self.environment = environment
        self.plan = plan
        self.image = image
        self.runtime = runtime
    }

    /// What a body says.
    public init(_ body: JSONValue) {
        self.init(
            environment: body["runtimeEnvironment"]?.texts ?? [:],
            plan: body.member(at: "billing.deploymentPlan")?.text,
            image: body["deployment"].flatMap(ImageSource.init), runtime: body["deployment"].flatMap(Runtime.init))
        more = body.beyond(json)
    }

    public var json: JSONValue {
        let deployment = JSONValue.object([:]).adding(image?.json).adding(runtime?.json)
        let said: JSONValue = [
            "runtimeEnvironment": JSONValue(map: environment), "billing": plan.map { ["deploymentPlan": .string($0)] },
            "deployment": deployment == [:] ? nil : deployment,
        ]
        return said.joined(with: more)
    }
}
