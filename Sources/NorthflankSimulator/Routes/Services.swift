import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let services: [Route] = [
        .get("/projects/{projectId}/services") { world, call throws(Refusal) in
            let services = world.services(of: try world.require(call.project))
            return try call.page(of: services, as: "services", id: \.id.rawValue) { service in
                world.item(service.id.rawValue, .object(world.summary(service)))
            }
        },
        .get("/projects/{projectId}/services/{serviceId}") { world, call throws(Refusal) in
            let service = try world.require(call.service)
            return ["data": world.json(service, in: try world.require(call.project))]
        },
        .get("/projects/{projectId}/services/{serviceId}/branches") { world, call throws(Refusal) in
            guard let source = try world.require(call.service).source else {
                throw .badRequest("The service doesn't build from a repository")
            }
            let branches = world.repositories[source.repository]?.branches ?? []
            return try call.page(of: branches, as: "branches", id: \.name) { branch in
                world.item(
                    branch.name,
                    [
                        "name": .string(branch.name), "id": .string(branch.name),
                        "commit": [
                            "sha": .string(branch.head.sha), "author": ["login": .string(branch.head.author)],
                            "message": .string(branch.head.message), "date": .time(branch.head.date),
                        ],
                    ])
            }
        },
        .get("/projects/{projectId}/services/{serviceId}/containers") { world, call throws(Refusal) in
            let containers = world.containers(of: try world.require(call.service))
            return try call.page(of: containers, as: "containers", id: \.name) { container in
                [
                    "name": .string(container.name),
                    "createdAt": .integer(Int(container.createdAt.timeIntervalSince1970)),
                    "status": .string(container.status),
                    "updatedAt": .integer(Int(container.updatedAt.timeIntervalSince1970)),
                ]
            }
        },
    ]
}

extension World {
    /// What a list says of a service.
    fileprivate func summary(_ service: Service) -> [(key: String, value: JSON)] {
        let fields: JSON = [
            "id": .string(service.id.rawValue),
            "appId": appID(service.project, service.id.rawValue),
            "projectId": .string(service.project.rawValue),
            "name": .string(service.name),
            "tags": .array(service.tags.map(JSON.string)),
            "description": service.about.map(JSON.string),
            "serviceType": .string(service.kind.rawValue),
            "disabledCI": .bool(service.ciDisabled),
            "disabledCD": .bool(service.cdDisabled),
            "status": status(of: service),
        ]
        guard case .object(let members) = fields else { return [] }
        return members
    }

    private func status(of service: Service) -> JSON {
        let build = service.builds.last.map { $0.status(at: now) }
        let rollout = service.rollout.map { ($0.status(at: now), $0.reason) }
        return [
            "build": build.map { ["status": .string($0.status.rawValue), "lastTransitionTime": .time($0.since)] },
            "deployment": rollout.map { state, reason in
                [
                    "status": .string(state.status.rawValue), "reason": .string(reason),
                    "lastTransitionTime": .time(state.since),
                ]
            },
        ]
    }

    fileprivate func json(_ service: Service, in project: Project) -> JSON {
        let more: JSON = [
            "createdAt": .time(service.createdAt),
            "billing": ["deploymentPlan": .string(service.deploymentPlan)],
            "servicePaused": false,
            "buildSource": service.source == nil ? nil : "git",
            "vcsData": service.source.map { source in
                [
                    "projectUrl": .string(repositories[source.repository]?.url ?? source.repository),
                    "projectType": "github",
                    "projectBranch": service.kind == .combined ? .string(source.branch) : nil,
                    "publicRepo": false, "dockerWorkDir": "/", "dockerFilePath": "/Dockerfile",
                ]
            },
            "deployment": service.runs.map { deployment($0, of: service, in: project) },
            "cluster": cluster(of: project),
        ]
        guard case .object(let members) = more else { return more }
        return item(service.id.rawValue, .object(summary(service) + members))
    }

    private func deployment(_ runs: Service.Runs, of service: Service, in project: Project) -> JSON {
        var internally: JSON?
        var externally: JSON?
        switch runs {
        case .image(let path):
            externally = ["imagePath": .string(path), "registryProvider": "dockerhub", "privateImage": false]
        case .ownBuilds:
            internally = source(service, branch: service.source?.branch ?? "main", deployed: service.rollout?.sha)
        case .builds(let id, let branch):
            let builder = services[ServiceReference(project: project.id, service: id)]
            internally = builder.map { source($0, branch: branch, deployed: service.rollout?.sha) }
        }
        return [
            "region": .string(project.region), "instances": .integer(service.instances),
            "external": externally, "internal": internally,
            "docker": ["configType": "default"],
            "storage": ["ephemeralStorage": ["storageSize": 1024]],
        ]
    }

    private func source(_ builder: Service, branch: String, deployed sha: String?) -> JSON {
        let repository = builder.source.flatMap { repositories[$0.repository]?.url }
        return [
            "nfObjectId": .string(builder.id.rawValue), "nfObjectType": "service",
            "repository": .string(repository ?? ""), "branch": .string(branch), "buildSHA": "latest",
            "deployedSHA": sha.map(JSON.string),
        ]
    }
}
