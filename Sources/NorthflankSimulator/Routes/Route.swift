import Northflank

/// How the world answers one operation of the API.
struct Route: Sendable {
    let operation: APIOperation
    let answer: @Sendable (inout World, Call) throws(Refusal) -> JSON

    static func on(
        _ operation: APIOperation, _ answer: @escaping @Sendable (inout World, Call) throws(Refusal) -> JSON
    ) -> Route {
        Route(operation: operation, answer: answer)
    }

    /// Everything that the simulator serves.
    static let all =
        projects + services + creations + deployments + builds + jobs + jobSettings + addons + backups + restores
        + logs + metrics + volumes + pipelines
}

/// One request, as far as routes care.
struct Call: Sendable {
    var parameters: [String: String] = [:]
    var query: [String: String] = [:]
    /// What the query says more than once, as often as it does.
    var repeated: [String: [String]] = [:]
    /// What the times of a query go by.
    var clock = SimulatedClock.manual()
    /// Nil where the request has no body. It has been held against the operation's schema.
    var body: JSONValue?

    /// Throws what is wrong with the body, if anything.
    func check(against schema: Schema?) throws(Refusal) {
        guard let problems = schema?.problems(with: body), !problems.isEmpty else { return }
        throw .invalid(problems)
    }

    var project: Project.ID { .init(parameters["projectId"] ?? "") }
    var service: ServiceReference { .init(project: project, service: .init(parameters["serviceId"] ?? "")) }
    var build: BuildReference { .init(service: service, build: .init(parameters["buildId"] ?? "")) }
    var job: JobReference { .init(project: project, job: .init(parameters["jobId"] ?? "")) }
    var run: RunReference { .init(job: job, run: .init(parameters["runId"] ?? "")) }
    var addon: AddonReference { .init(project: project, addon: .init(parameters["addonId"] ?? "")) }
    var volume: VolumeReference { .init(project: project, volume: .init(parameters["volumeId"] ?? "")) }
    var flow: ReleaseFlowReference {
        .init(
            project: project, pipeline: .init(parameters["pipelineId"] ?? ""),
            stage: .init(rawValue: parameters["stage"] ?? ""))
    }
    var backup: BackupReference { .init(addon: addon, backup: .init(parameters["backupId"] ?? "")) }
}

extension World {
    func require(_ id: Project.ID) throws(Refusal) -> Project {
        guard let project = project(id) else { throw .notFound("Project \(id)") }
        return project
    }

    func require(_ reference: ServiceReference) throws(Refusal) -> Service {
        _ = try require(reference.project)
        guard let service = services[reference] else { throw .notFound("Service \(reference.service)") }
        return service
    }

    func require(_ reference: BuildReference) throws(Refusal) -> Build {
        guard let build = try require(reference.service).build(reference.build) else {
            throw .notFound("Build \(reference.build)")
        }
        return build
    }

    func require(_ reference: JobReference) throws(Refusal) -> Job {
        _ = try require(reference.project)
        guard let job = jobs[reference] else { throw .notFound("Job \(reference.job)") }
        return job
    }

    func require(_ reference: RunReference) throws(Refusal) -> Run {
        guard let run = try require(reference.job).run(reference.run) else { throw .notFound("Run \(reference.run)") }
        return run
    }

    func require(_ reference: AddonReference) throws(Refusal) -> Addon {
        _ = try require(reference.project)
        guard let addon = addons[reference] else { throw .notFound("Addon \(reference.addon)") }
        return addon
    }

    func require(_ reference: BackupReference) throws(Refusal) -> Backup {
        guard let backup = try require(reference.addon).backup(reference.backup) else {
            throw .notFound("Backup \(reference.backup)")
        }
        return backup
    }

    func require(_ reference: VolumeReference) throws(Refusal) -> Volume {
        _ = try require(reference.project)
        guard let volume = volumes.first(where: { $0.reference == reference }) else {
            throw .notFound("Volume \(reference.volume)")
        }
        return volume
    }

    func require(_ flow: ReleaseFlowReference) throws(Refusal) -> [ReleaseRun] {
        let pipeline = try require(flow.pipeline, in: flow.project)
        guard pipeline.members.contains(where: { $0.stage == flow.stage }) else {
            throw .notFound("Release flow \(flow.stage.rawValue)")
        }
        return pipeline.runs[flow.stage] ?? []
    }

    func require(_ id: Northflank.Pipeline.ID, in project: Project.ID) throws(Refusal) -> Pipeline {
        _ = try require(project)
        guard let pipeline = pipelines.first(where: { $0.project == project && $0.id == id }) else {
            throw .notFound("Pipeline \(id)")
        }
        return pipeline
    }
}
