import Northflank

extension Route {
    static let deployments: [Route] = [
        .on(.updateServiceDeployment) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            guard service.kind != .build else { throw .badRequest("A build service runs nothing") }
            let image = try world.image(in: call.body, of: call.project)
            let runtime = call.body?.picking("docker", "buildpack") ?? [:]
            guard image != nil || !runtime.isEmpty else {
                throw .badRequest("Give internal, external, docker or buildpack")
            }
            if let image { world.services[call.service]?.runs = try service.runs(image) }
            world.services[call.service]?.runtime.merge(runtime) { _, new in new }
            world.rollOutAnew(call.service)
            return ["data": [:]]
        },
        .on(.pauseService) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            guard service.kind != .build else { throw .badRequest("A build service runs nothing") }
            world.pause(call.service)
            return ["data": [:]]
        },
        .on(.resumeService) { world, call throws(Refusal) in
            guard try world.require(call.service).isPaused else { throw .conflict("The service is not paused") }
            let instances = try World.instances(call.body?["instances"], at: "instances")
            if let flag = call.body?["disabledCI"]?.flag { world.services[call.service]?.ciDisabled = flag }
            if let flag = call.body?["disabledCD"]?.flag { world.services[call.service]?.cdDisabled = flag }
            world.resume(call.service, instances: instances)
            return ["data": [:]]
        },
        .on(.restartService) { world, call throws(Refusal) in
            guard try world.require(call.service).rollout != nil else { throw .conflict("The service is not running") }
            world.rollOutAnew(call.service)
            return ["data": [:]]
        },
        .on(.scaleService) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            guard service.kind != .build else { throw .badRequest("A build service runs nothing") }
            let instances = try World.instances(call.body?["instances"], at: "instances")
            let plan = try world.plan(call.body?["deploymentPlan"], at: "deploymentPlan")
            if let instances { world.services[call.service]?.instances = instances }
            if let plan { world.services[call.service]?.deploymentPlan = plan }
            world.services[call.service]?.runtime.merge(call.body?.picking("storage") ?? [:]) { _, new in new }
            if service.rollout != nil { world.rollOutAnew(call.service, because: "SCALING") }
            return ["data": [:]]
        },
        .on(.patchDeploymentService) { world, call throws(Refusal) in
            try world.patch(call, .deployment)
            return ["data": [:]]
        },
        .on(.patchCombinedService) { world, call throws(Refusal) in
            try world.patch(call, .combined)
            return ["data": [:]]
        },
    ]
}

extension World {
    fileprivate mutating func patch(_ call: Call, _ kind: ServiceKind) throws(Refusal) {
        let service = try require(call.service)
        guard service.kind == kind else { throw .badRequest("The service is a \(service.kind.rawValue) service") }
        let deployment = call.body?["deployment"]
        let instances = try Self.instances(deployment?["instances"], at: "deployment.instances")
        let plan = try plan(call.body?["billing"]?["deploymentPlan"], at: "billing.deploymentPlan")
        let image = kind == .deployment ? try image(in: deployment, of: call.project, at: "deployment.") : nil
        let runtime = deployment?.picking("docker", "buildpack", "storage") ?? [:]
        if let image { services[call.service]?.runs = .image(image) }
        if let instances { services[call.service]?.instances = instances }
        if let plan { services[call.service]?.deploymentPlan = plan }
        services[call.service]?.runtime.merge(runtime) { _, new in new }
        let isOnlyScaled = image == nil && runtime.isEmpty
        rollOutAnew(call.service, because: isOnlyScaled ? "SCALING" : "DEPLOYING")
    }

    static func instances(_ value: JSONValue?, at path: String) throws(Refusal) -> Int? {
        guard let number = value?.integer, !(0...100).contains(number) else { return value?.integer }
        throw .invalid(path, "must be from 0 to 100")
    }
}

extension World.Service {
    /// What it runs from now on. A combined service runs only its own builds: the newest, or an older one.
    fileprivate func runs(_ image: ImageSource) throws(Refusal) -> Runs {
        guard kind == .combined else { return .image(image) }
        guard case .build(id, _, let commit) = image else {
            throw .badRequest("A combined service runs only its own builds")
        }
        return commit == .latest ? .ownBuilds : .image(image)
    }
}
