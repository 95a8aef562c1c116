import Northflank

/// One operation of the API: what it is asked by, and how the world answers.
struct Route: Sendable {
    enum Method: String, Sendable { case get = "GET", post = "POST", delete = "DELETE" }

    let method: Method
    /// As the contract has it, below `/v1` or `/v1/teams/{teamId}`.
    let path: String
    let answer: @Sendable (inout World, Call) throws(Refusal) -> JSON

    static func get(_ path: String, _ answer: @escaping @Sendable (World, Call) throws(Refusal) -> JSON) -> Route {
        Route(method: .get, path: path) { world, call throws(Refusal) in try answer(world, call) }
    }

    static func post(
        _ path: String, _ answer: @escaping @Sendable (inout World, Call) throws(Refusal) -> JSON
    ) -> Route {
        Route(method: .post, path: path, answer: answer)
    }

    static func delete(
        _ path: String, _ answer: @escaping @Sendable (inout World, Call) throws(Refusal) -> JSON
    ) -> Route {
        Route(method: .delete, path: path, answer: answer)
    }

    /// Everything that the simulator serves.
    static let all = projects + services + builds + jobs + addons + backups
}

/// One request, as far as routes care.
struct Call: Sendable {
    var parameters: [String: String] = [:]
    var query: [String: String] = [:]
    /// Nil where the request has no body.
    var body: JSONValue?

    var project: Project.ID { .init(parameters["projectId"] ?? "") }
    var service: ServiceReference { .init(project: project, service: .init(parameters["serviceId"] ?? "")) }
    var build: BuildReference { .init(service: service, build: .init(parameters["buildId"] ?? "")) }
    var job: JobReference { .init(project: project, job: .init(parameters["jobId"] ?? "")) }
    var run: RunReference { .init(job: job, run: .init(parameters["runId"] ?? "")) }
    var addon: AddonReference { .init(project: project, addon: .init(parameters["addonId"] ?? "")) }
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
}
