import Northflank

extension Route {
    static let projects: [Route] = [
        .on(.listProjects) { world, call throws(Refusal) in
            try call.page(of: world.projects, as: "projects", id: \.id.rawValue) { project in
                world.item(
                    project.id.rawValue,
                    [
                        "id": .string(project.id.rawValue), "name": .string(project.name),
                        "description": project.about.map(JSON.string),
                    ])
            }
        },
        .on(.getProject) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.project))]
        },
        .on(.listPlans) { _, _ throws(Refusal) in
            [
                "data": [
                    "plans": .array(
                        Catalogue.plans.map { plan in
                            [
                                "id": .string(plan.id), "name": .string(plan.name), "currency": "USD",
                                "amountPerMonth": .number(plan.perMonth), "amountPerHour": .number(plan.perMonth / 720),
                                "cpuResource": .number(plan.cpu), "ramResource": .number(plan.memory),
                            ]
                        })
                ]
            ]
        },
        .on(.listRegions) { _, _ throws(Refusal) in
            [
                "data": [
                    "regions": .array(
                        Catalogue.regions.map { region in
                            [
                                "id": .string(region.id), "name": .string(region.name),
                                "regionName": .string(region.place),
                                "provider": ["id": .string(region.provider), "region": .string(region.id)],
                                "gpuDevices": [],
                            ]
                        })
                ]
            ]
        },
    ]
}

extension World {
    /// A path that no other thing of any account has.
    func appID(_ project: Project.ID, _ id: String) -> JSON { .string("/\(Self.account)/\(project)/\(id)") }

    func json(_ project: Project) -> JSON {
        item(
            project.id.rawValue,
            [
                "id": .string(project.id.rawValue),
                "name": .string(project.name),
                "description": project.about.map(JSON.string),
                "deployment": ["region": .string(project.region)],
                "createdAt": .time(project.createdAt),
                "services": .array(
                    services(of: project).map { service in
                        [
                            "id": .string(service.id.rawValue), "appId": appID(project.id, service.id.rawValue),
                            "name": .string(service.name), "description": service.about.map(JSON.string),
                            "serviceType": .string(service.kind.rawValue),
                        ]
                    }),
                "customRegistry": ["enabled": false],
                "jobs": .array(
                    jobs(of: project).map { job in
                        [
                            "id": .string(job.id.rawValue), "appId": appID(project.id, job.id.rawValue),
                            "name": .string(job.name), "description": job.about.map(JSON.string),
                            "jobType": .string(job.kind.rawValue),
                        ]
                    }),
                "addons": .array(
                    addons(of: project).map { addon in
                        [
                            "id": .string(addon.id.rawValue), "appId": appID(project.id, addon.id.rawValue),
                            "name": .string(addon.name), "description": addon.about.map(JSON.string),
                            "spec": ["type": .string(addon.type.type)],
                        ]
                    }),
                "cluster": cluster(of: project),
            ])
    }

    func cluster(of project: Project) -> JSON {
        ["id": .string("nf-\(project.region)"), "name": .string("nf-\(project.region)"), "loadBalancers": []]
    }
}
