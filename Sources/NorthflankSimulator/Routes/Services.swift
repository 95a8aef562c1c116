import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let services: [Route] = [
        .on(.listServices) { world, call throws(Refusal) in
            let services = world.services(of: try world.require(call.project))
            return try call.page(of: services, as: "services", id: \.id.rawValue) { service in
                world.item(service.id.rawValue, .object(world.summary(service)))
            }
        },
        .on(.getService) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            return ["data": world.json(service, in: try world.require(call.project))]
        },
        .on(.getServiceBranches) { world, call throws(Refusal) in
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
        .on(.listServiceContainers) { world, call throws(Refusal) in
            let containers = world.containers(of: try world.require(call.service))
            return try call.page(of: containers, as: "containers", id: \.name) { world.json($0) }
        },
        .on(.getServicePullRequests) { world, call throws(Refusal) in
            guard let source = try world.require(call.service).source else {
                throw .badRequest("The service doesn't build from a repository")
            }
            let repository = world.repositories[source.repository]
            let branches = (repository?.branches ?? []).filter { $0.pullRequest != nil }
            return try call.page(of: branches, as: "pullRequests", id: \.name) { branch in
                let number = branch.pullRequest ?? 0
                return world.item(
                    branch.name,
                    [
                        "id": .integer(number), "state": "open", "title": .string(branch.head.message),
                        "source": .string(branch.name), "destination": .string(repository?.branches.first?.name ?? ""),
                        "sha": .string(branch.head.sha), "created_at": .time(branch.head.date),
                        "updated_at": .time(branch.head.date),
                        "html_url": .string("\(repository?.url ?? "")/pull/\(number)"),
                    ])
            }
        },
        .on(.getServiceHealthChecks) { world, call throws(Refusal) in
            let checks = try world.require(call.service).healthChecks
            return ["data": ["healthChecks": .array(checks.map(JSON.init))]]
        },
        .on(.getServiceDeployment) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            return ["data": world.deployment(of: service, in: try world.require(call.project))]
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

    func status(of service: Service) -> JSON {
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
            "servicePaused": .bool(service.isPaused),
            "buildSource": service.source == nil ? nil : "git",
            "vcsData": service.source.map { source in
                [
                    "projectUrl": .string(repositories[source.repository]?.url ?? source.repository),
                    "projectType": "github",
                    "projectBranch": service.kind == .combined ? .string(source.branch) : nil,
                    "publicRepo": false, "dockerWorkDir": "/", "dockerFilePath": "/Dockerfile",
                ]
            },
            "deployment": service.kind == .build ? nil : deployment(of: service, in: project),
            "cluster": cluster(of: project),
        ]
        guard case .object(let members) = more else { return more }
        return item(service.id.rawValue, .object(summary(service) + members))
    }

    /// What the service runs, and how.
    fileprivate func deployment(of service: Service, in project: Project) -> JSON {
        var internally: JSON?
        var externally: JSON?
        switch service.runs {
        case nil: break
        case .image(.registry(let image, let credentials)):
            externally = [
                "imagePath": .string(image), "registryProvider": credentials == nil ? "dockerhub" : "custom",
                "privateImage": .bool(credentials != nil),
            ]
        case .ownBuilds: internally = source(service, branch: service.source?.branch ?? "main", .latest, service)
        case .image(.build(let id, let branch, let wanted)):
            let builder = services[ServiceReference(project: project.id, service: id)]
            internally = builder.map { source($0, branch: branch, wanted, service) }
        }
        return [
            "region": .string(project.region), "instances": .integer(service.instances),
            "external": externally, "internal": internally,
            "docker": JSON(service.runtime["docker"] ?? ["configType": "default"]),
            "buildpack": service.runtime["buildpack"].map(JSON.init),
            "storage": JSON(service.runtime["storage"] ?? ["ephemeralStorage": ["storageSize": 1024]]),
        ]
    }

    private func source(_ builder: Service, branch: String, _ wanted: BuiltCommit, _ service: Service) -> JSON {
        let repository = builder.source.flatMap { repositories[$0.repository]?.url }
        let sha: JSON =
            switch wanted {
            case .latest: "latest"
            case .sha(let sha): .string(sha)
            }
        return [
            "nfObjectId": .string(builder.id.rawValue), "nfObjectType": "service",
            "repository": .string(repository ?? ""), "branch": .string(branch), "buildSHA": sha,
            "deployedSHA": service.rollout?.sha.map(JSON.string),
        ]
    }

    func json(_ container: Container) -> JSON {
        [
            "name": .string(container.name),
            "createdAt": .integer(Int(container.createdAt.timeIntervalSince1970)),
            "status": .string(container.status),
            "updatedAt": .integer(Int(container.updatedAt.timeIntervalSince1970)),
        ]
    }
}
