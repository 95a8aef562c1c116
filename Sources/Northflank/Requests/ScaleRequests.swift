/// How much of a service is to run; nil leaves it as it is.
public struct ServiceScaleRequest: RequestBody {
    public var instances: Int?
    public var plan: String?

    public init(instances: Int? = nil, plan: String? = nil) {
        self.instances = instances
        self.plan = plan
    }

    public var json: JSONValue {
        ["instances": instances.map { JSONValue($0) }, "deploymentPlan": plan.map(JSONValue.string)]
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
