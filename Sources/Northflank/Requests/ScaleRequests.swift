/// How much of a service is to run; nil leaves it as it is.
public struct ServiceScaleRequest: RequestBody {
    public var instances: Int?
    public var plan: String?
    /// Members of the body that have no name here, such as the ephemeral storage.
    public var more: JSONValue = [:]

    public init(instances: Int? = nil, plan: String? = nil) {
        self.instances = instances
        self.plan = plan
    }

    /// What a body says.
    public init(_ body: JSONValue) {
        self.init(instances: body["instances"]?.integer, plan: body["deploymentPlan"]?.text)
        more = body.beyond(json)
    }

    public var json: JSONValue {
        let said: JSONValue = [
            "instances": instances.map { JSONValue($0) }, "deploymentPlan": plan.map(JSONValue.string),
        ]
        return said.joined(with: more)
    }

    /// As the contract's newer operations have it, with what else is to change.
    public func patch(image: ImageSource? = nil, runtime: Runtime? = nil) -> JSONValue {
        let size: JSONValue = ["instances": instances.map { JSONValue($0) }]
        let deployment = size.adding(image?.json).adding(runtime?.json)
        return [
            "billing": plan.map { ["deploymentPlan": .string($0)] }, "deployment": deployment == [:] ? nil : deployment,
        ]
    }
}

/// How large an addon is to be; nil leaves it as it is.
public struct AddonScaleRequest: RequestBody {
    public var plan: String?
    /// In MB. A disk only grows.
    public var storage: Int?
    public var replicas: Int?

    public init(plan: String? = nil, storage: Int? = nil, replicas: Int? = nil) {
        self.plan = plan
        self.storage = storage
        self.replicas = replicas
    }

    /// What a body says; its members all have names here.
    public init(_ body: JSONValue) {
        self.init(
            plan: body["deploymentPlan"]?.text, storage: body["storage"]?.integer, replicas: body["replicas"]?.integer)
    }

    public var json: JSONValue {
        [
            "deploymentPlan": plan.map(JSONValue.string), "storage": storage.map { JSONValue($0) },
            "replicas": replicas.map { JSONValue($0) },
        ]
    }

    /// As the contract's newer operation has it.
    public var patch: JSONValue { ["billing": json] }
}

/// A backup of a volume.
public struct VolumeBackupRequest: RequestBody {
    public var name: String
    public var description: String?

    public init(name: String, description: String? = nil) {
        self.name = name
        self.description = description
    }

    public var json: JSONValue { ["name": .string(name), "description": description.map(JSONValue.string)] }
}

/// A run of a release flow. Without a name the API makes one up.
public struct ReleaseRequest: RequestBody {
    public var name: String?
    public var description: String?
    public var arguments: [String: String]

    public init(name: String? = nil, description: String? = nil, arguments: [String: String] = [:]) {
        self.name = name
        self.description = description
        self.arguments = arguments
    }

    public var json: JSONValue {
        [
            "name": name.map(JSONValue.string), "description": description.map(JSONValue.string),
            "arguments": JSONValue(map: arguments),
        ]
    }
}
