import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let creations: [Route] = [
        .on(.createProject) { world, call throws(Refusal) in
            let project = try world.create(projectAs: call.body ?? [:])
            return [
                "data": [
                    "id": .string(project.id.rawValue), "name": .string(project.name),
                    "description": project.about.map(JSON.string), "color": call.body?["color"].map(JSON.init),
                    "region": .string(project.region), "createdAt": .time(project.createdAt),
                    "updatedAt": .time(project.createdAt),
                ]
            ]
        },
        .on(.createBuildService) { world, call throws(Refusal) in
            let service = try world.create(serviceAs: call.body ?? [:], .build, in: call.project)
            let known: JSON = ["serviceType": .string(service.kind.rawValue), "status": world.status(of: service)]
            return world.created(service.id.rawValue, by: .createBuildService, call, known)
        },
        .on(.createCombinedService) { world, call throws(Refusal) in
            let service = try world.create(serviceAs: call.body ?? [:], .combined, in: call.project)
            let known: JSON = ["serviceType": .string(service.kind.rawValue), "status": world.status(of: service)]
            return world.created(service.id.rawValue, by: .createCombinedService, call, known)
        },
        .on(.createDeploymentService) { world, call throws(Refusal) in
            let service = try world.create(serviceAs: call.body ?? [:], .deployment, in: call.project)
            let known: JSON = ["serviceType": .string(service.kind.rawValue), "status": world.status(of: service)]
            return world.created(service.id.rawValue, by: .createDeploymentService, call, known)
        },
        .on(.createManualJob) { world, call throws(Refusal) in
            let job = try world.create(jobAs: call.body ?? [:], in: call.project)
            return world.created(job.id.rawValue, by: .createManualJob, call, ["jobType": .string(job.kind.rawValue)])
        },
        .on(.createCronJob) { world, call throws(Refusal) in
            let job = try world.create(jobAs: call.body ?? [:], in: call.project)
            return world.created(job.id.rawValue, by: .createCronJob, call, ["jobType": .string(job.kind.rawValue)])
        },
        .on(.createJob) { world, call throws(Refusal) in
            let settings = call.body?["settings"]
            let flat = (call.body ?? [:]).adding(settings).adding(settings?["cron"])
            let job = try world.create(jobAs: flat, in: call.project)
            return world.created(job.id.rawValue, by: .createJob, call, ["jobType": .string(job.kind.rawValue)])
        },
        .on(.createAddon) { world, call throws(Refusal) in
            let addon = try world.create(addonAs: call.body ?? [:], in: call.project)
            return world.created(
                addon.id.rawValue, by: .createAddon, call, ["status": .string(addon.status(at: world.now).rawValue)])
        },
    ]
}

extension World {
    /// What was asked for, said again with what became of it.
    fileprivate func created(_ id: String, by operation: APIOperation, _ call: Call, _ known: JSON) -> JSON {
        guard case .object(let fields, _) = operation.body, let project = project(call.project) else { return [:] }
        let echo = fields.compactMap { field in call.body?[field.name].map { (field.name, JSON($0)) } }
        let more: JSON = [
            "id": .string(id), "appId": appID(project.id, id), "cluster": cluster(of: project),
            "createdAt": .time(now), "updatedAt": .time(now),
        ]
        return ["data": JSON.object(echo).adding(known).adding(more)]
    }

    fileprivate mutating func create(projectAs body: JSONValue) throws(Refusal) -> Project {
        let name = body["name"]?.text ?? ""
        let region = body["region"]?.text ?? body["clusterId"]?.text
        guard let region else { throw .invalid("region", "a region or a clusterId is needed") }
        if body["region"] != nil, !Catalogue.regions.contains(where: { $0.id == region }) {
            throw .invalid("region", "there is no region \(region)")
        }
        let project = Project(
            id: .init(Names.slug(name)), name: name, about: body["description"]?.text, region: region, createdAt: now)
        guard self.project(project.id) == nil else { throw .conflict("There is a project \(project.id) already") }
        projects.append(project)
        return project
    }

    fileprivate mutating func create(
        serviceAs body: JSONValue, _ kind: ServiceKind, in id: Project.ID
    ) throws(Refusal) -> Service {
        _ = try require(id)
        let name = body["name"]?.text ?? ""
        var service = Service(
            id: .init(Names.slug(name)), project: id, name: name, about: body["description"]?.text, kind: kind,
            tags: body["tags"]?.items?.compactMap(\.text) ?? [], createdAt: now)
        guard services[service.reference] == nil else { throw .conflict("There is a service \(service.id) already") }
        let standardPlan = kind == .build ? "nf-compute-400-16" : service.deploymentPlan
        _ = try plan(body["billing"]?["buildPlan"], at: "billing.buildPlan")
        service.deploymentPlan =
            try plan(body["billing"]?["deploymentPlan"], at: "billing.deploymentPlan") ?? standardPlan
        service.ciDisabled = body["disabledCI"]?.flag ?? false
        service.healthChecks = body["healthChecks"]?.items ?? []
        if kind != .build {
            let deployment = body["deployment"]
            service.instances = try Self.instances(deployment?["instances"], at: "deployment.instances") ?? 1
            service.runtime = deployment?.picking("docker", "buildpack", "storage") ?? [:]
            service.runs = try image(in: deployment, of: id, at: "deployment.").map(Service.Runs.image)
        }
        if kind != .deployment { service.source = try source(in: body["vcsData"], of: service.reference) }
        if kind == .combined { service.runs = .ownBuilds }
        add(service)
        return services[service.reference] ?? service
    }

    private mutating func add(_ service: Service) {
        guard let index = projects.firstIndex(where: { $0.id == service.project }) else { return }
        projects[index].services.append(service.id)
        services[service.reference] = service
        rollOutAnew(service.reference)
    }

    private mutating func source(
        in body: JSONValue?, of service: ServiceReference
    ) throws(Refusal) -> Service.Source {
        guard let url = body?["projectUrl"]?.text else { throw .invalid("vcsData", "is required to build from git") }
        let repository = repository(at: url)
        let branch = body?["projectBranch"]?.text ?? repository.branches[0].name
        guard repository.branch(branch) != nil else {
            throw .invalid("vcsData.projectBranch", "\(url) has no branch \(branch)")
        }
        repositories[repository.name]?.builders.append(service)
        return Service.Source(repository: repository.name, branch: branch)
    }

    /// The repository at an address, made up where nobody has built from it yet.
    private mutating func repository(at url: String) -> Repository {
        if let known = repositories.values.first(where: { $0.url == url }) { return known }
        let branches = ["main", "master", "feature/example"].enumerated().map { index, name in
            let head = Names.commit(at: now - Double(index + 1) * day, on: name, &random)
            return Branch(name: name, head: head, pullRequest: index == 2 ? 1 : nil)
        }
        let repository = Repository(name: url, branches: branches)
        repositories[url] = repository
        repositoryNames.append(url)
        return repository
    }

    fileprivate mutating func create(jobAs body: JSONValue, in id: Project.ID) throws(Refusal) -> Job {
        _ = try require(id)
        let name = body["name"]?.text ?? ""
        let source: Job.Source
        if let vcs = body["deployment"]?["vcs"] {
            source = .repository(url: vcs["projectUrl"]?.text ?? "", branch: vcs["projectBranch"]?.text ?? "")
        } else if let image = try image(in: body["deployment"], of: id, at: "deployment.") {
            source = .image(image)
        } else {
            throw .invalid("deployment", "vcs, internal or external is needed")
        }
        var job = Job(
            id: .init(Names.slug(name)), project: id, name: name, about: body["description"]?.text,
            tags: body["tags"]?.items?.compactMap(\.text) ?? [], createdAt: now, source: source)
        guard jobs[job.reference] == nil else { throw .conflict("There is a job \(job.id) already") }
        job.plan = try plan(body["billing"]?["deploymentPlan"], at: "billing.deploymentPlan") ?? job.plan
        job.schedule = try CronSchedule.asked(body["schedule"])
        job.suspended = body["suspended"]?.flag ?? false
        job.concurrency = body["concurrencyPolicy"]?.text.flatMap(JobRequest.Concurrency.init) ?? .forbid
        job.backoffLimit = body["backoffLimit"]?.integer ?? 0
        job.deadline = body["activeDeadlineSeconds"]?.integer ?? job.deadline
        job.runtime = body["deployment"]?.picking("docker", "buildpack", "storage") ?? [:]
        jobs[job.reference] = job
        if let index = projects.firstIndex(where: { $0.id == id }) { projects[index].jobs.append(job.id) }
        planRun(of: job.reference)
        return job
    }

    fileprivate mutating func create(addonAs body: JSONValue, in id: Project.ID) throws(Refusal) -> Addon {
        _ = try require(id)
        let name = body["name"]?.text ?? ""
        let word = body["type"]?.text ?? ""
        guard let type = AddonCatalogue.entry(word) else { throw .invalid("type", "there is no addon type \(word)") }
        let wanted = body["version"]?.text ?? ""
        guard let version = type.version(meant: wanted) else {
            let known = type.versions.joined(separator: ", ")
            throw .invalid("version", "\(type.name) has no version \(wanted); it has \(known)")
        }
        let billing = body["billing"]
        let storage = try type.storage(asked: billing?["storage"], at: "billing.storage") ?? type.storage[0]
        var addon = Addon(
            id: .init(Names.slug(name)), project: id, name: name, about: body["description"]?.text,
            tags: body["tags"]?.items?.compactMap(\.text) ?? [], createdAt: now, type: type, version: version,
            dataSize: 64_000_000, storage: storage)
        guard addons[addon.reference] == nil else { throw .conflict("There is an addon \(addon.id) already") }
        addon.replicas = try type.replicas(asked: billing?["replicas"], at: "billing.replicas") ?? 1
        addon.plan = try plan(billing?["deploymentPlan"], at: "billing.deploymentPlan") ?? addon.plan
        addons[addon.reference] = addon
        if let index = projects.firstIndex(where: { $0.id == id }) { projects[index].addons.append(addon.id) }
        allocate(addon.reference)
        return addons[addon.reference] ?? addon
    }
}
