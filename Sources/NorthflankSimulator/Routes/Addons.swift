import Northflank

extension Route {
    static let addons: [Route] = [
        .get("/addon-types") { world, _ throws(Refusal) in
            ["data": ["addonTypes": .array(AddonCatalogue.all.map(\.json))]]
        },
        .get("/projects/{projectId}/addons") { world, call throws(Refusal) in
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
        .get("/projects/{projectId}/addons/{addonId}") { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.addon), in: try world.require(call.project))]
        },
    ]
}

extension World {
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
                            "replicas": 1, "storageClass": "ssd", "storageSize": .integer(addon.storage),
                            "planId": "nf-compute-100-2", "region": .string(project.region),
                        ],
                        "networking": ["tlsEnabled": true, "externalAccessEnabled": false, "ipPolicies": []],
                    ],
                ],
                "cluster": cluster(of: project),
            ])
    }
}

extension World.Addon {
    /// The smallest disk on offer that holds twice its data, in MB.
    fileprivate var storage: Int {
        type.storage.first { $0 > dataSize / 1_048_576 * 2 } ?? type.storage[type.storage.count - 1]
    }
}

extension AddonCatalogue.Entry {
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
