/// What one run of a job does otherwise than the job says. With nothing said the body is empty.
public struct RunRequest: RequestBody {
    public var environment: [String: String]
    /// The plan that it runs on.
    public var plan: String?
    public var image: ImageSource?
    public var runtime: Runtime?

    public init(
        environment: [String: String] = [:], plan: String? = nil, image: ImageSource? = nil, runtime: Runtime? = nil
    ) {
        self.environment = environment
        self.plan = plan
        self.image = image
        self.runtime = runtime
    }

    public var json: JSONValue {
        let deployment = JSONValue.object([:]).adding(image?.json).adding(runtime?.json)
        return [
            "runtimeEnvironment": JSONValue(map: environment), "billing": plan.map { ["deploymentPlan": .string($0)] },
            "deployment": deployment == [:] ? nil : deployment,
        ]
    }
}
