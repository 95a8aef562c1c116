import Northflank

extension Route {
    static let addons: [Route] = [
        .on(.listAddonTypes) { world, _ throws(Refusal) in
            ["data": ["addonTypes": .array(AddonCatalogue.all.map(\.json))]]
        },
        .on(.listAddons) { world, call throws(Refusal) in
            let addons = world.addons(of: try world.require(call.project))
            return try call.page(of: addons, as: "addons", id: \.id.rawValue) { addon in
                world.item(
                    addon.id.rawValue,
                    [
                        "id": .string(addon.id.rawValue),
                        "name": .string(addon.name),
                        "appId": world.appID(addon.project, addon.id.rawValue),
                        "tags": .array(addon.tags.map(JSON.string)),
                        "description": addon.about.map(JSON.string),
                        "spec": ["type": .string(addon.type.type)],
                        "status": .string(addon.status(at: world.now).rawValue),
                    ])
            }
        },
        .on(.getAddon) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.addon), in: try world.require(call.project))]
        },
        .on(.listAddonContainers) { world, call throws(Refusal) in
            let containers = world.containers(of: try world.require(call.addon))
            return try call.page(of: containers, as: "containers", id: \.name) { world.json($0) }
        },
        .on(.pauseAddon) { world, call throws(Refusal) in
            _ = try world.require(call.addon)
            world.pause(call.addon)
            return ["data": [:]]
        },
        .on(.resumeAddon) { world, call throws(Refusal) in
            let addon = try world.require(call.addon)
            guard addon.condition == .paused else { throw .conflict("The addon is not paused") }
            world.resume(call.addon)
            return ["data": [:]]
        },
        .on(.restartAddon) { world, call throws(Refusal) in
            let addon = try world.require(call.addon)
            guard addon.condition != .paused else { throw .conflict("The addon is not running: it is paused") }
            world.restart(call.addon)
            return ["data": [:]]
        },
        .on(.scaleAddonResources) { world, call throws(Refusal) in
            try world.scale(call.addon, call.body, at: "")
            return ["data": [:]]
        },
        .on(.patchAddon) { world, call throws(Refusal) in
            try world.scale(call.addon, call.body?["billing"], at: "billing.")
            return ["data": [:]]
        },
    ]
}

extension World {
    fileprivate mutating func scale(
        _ reference: AddonReference, _ body: JSONValue?, at path: String
    ) throws(Refusal) {
        let addon = try require(reference)
        let plan = try plan(body?["deploymentPlan"], at: "\(path)deploymentPlan")
        let storage = try addon.type.storage(asked: body?["storage"], at: "\(path)storage")
        if let storage, storage < addon.storage {
            throw .invalid("\(path)storage", "a disk of \(addon.storage) only grows")
        }
        let replicas = try addon.type.replicas(asked: body?["replicas"], at: "\(path)replicas")
        scale(reference, plan: plan, storage: storage, replicas: replicas)
    }

    fileprivate func json(_ addon: Addon, in project: Project) -> JSON {
        item(
            addon.id.rawValue,
            [
                "id": .string(addon.id.rawValue),
                "name": .string(addon.name),
                "appId": appID(addon.project, addon.id.rawValue),
                "tags": .array(addon.tags.map(JSON.string)),
                "description": addon.about.map(JSON.string),
                "createdAt": .time(addon.createdAt),
                "status": .string(addon.status(at: now).rawValue),
                "spec": [
                    "type": .string(addon.type.type),
                    "config": [
                        "versionTag": .string(addon.version), "lifecycleStatus": "active",
                        "deployment": [
                            "replicas": .integer(addon.replicas), "storageClass": "ssd",
                            "storageSize": .integer(addon.storage), "planId": .string(addon.plan),
                            "region": .string(project.region),
                        ],
                        "networking": ["tlsEnabled": true, "externalAccessEnabled": false, "ipPolicies": []],
                    ],
                ],
                "cluster": cluster(of: project),
            ])
    }
}

extension AddonCatalogue.Entry {
    func storage(asked value: JSONValue?, at path: String) throws(Refusal) -> Int? {
        try Self.choice(value?.integer, of: storage, at: path)
    }

    func replicas(asked value: JSONValue?, at path: String) throws(Refusal) -> Int? {
        try Self.choice(value?.integer, of: replicas, at: path)
    }

    private static func choice(_ number: Int?, of options: [Int], at path: String) throws(Refusal) -> Int? {
        guard let number, !options.contains(number) else { return number }
        throw .invalid(path, "must be one of \(options.map(String.init).joined(separator: ", "))")
    }

    fileprivate var json: JSON {
        [
            "type": .string(type),
            "name": .string(name),
            "description": .string(about),
            "versions": .array(versions.map(JSON.string)),
            "major": .array(majors.map(JSON.string)),
            "features": [
                "backupsDump": .bool(dumps), "customDBName": .bool(customDatabaseName),
                "externalAccess": .bool(externalAccess), "forkAddon": true, "importDump": .bool(dumps),
                "importLive": .bool(dumps), "scaleReplicas": .bool(replicas.count > 1), "tls": true,
            ],
            "resources": [
                "storage": ["options": .array(storage.map(JSON.integer)), "default": .integer(storage[0])],
                "replicas": ["options": .array(replicas.map(JSON.integer)), "default": .integer(replicas[0])],
            ],
        ]
    }
}
