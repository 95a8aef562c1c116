import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let logs: [Route] = [
        .on(.getServiceLogs) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            let selection = try LineSelection(call, now: world.now)
            let lines = world.containers(of: service).flatMap { container in
                RuntimeLog.lines(
                    of: container.name, every: service.logPace, since: container.createdAt, from: selection.from,
                    until: world.now)
            }
            return selection.answer(lines.sorted { $0.at < $1.at })
        },
        .on(.getServiceBuildLogs) { world, call throws(Refusal) in
            let service = try world.require(call.service)
            let selection = try LineSelection(call, now: world.now)
            guard let build = try world.build(asked: call, of: service) else { return ["data": []] }
            let url = service.source.flatMap { world.repositories[$0.repository]?.url } ?? ""
            return selection.answer(BuildLog.lines(of: build, repository: url, until: world.now))
        },
        .on(.getJobLogs) { world, call throws(Refusal) in
            let selection = try LineSelection(call, now: world.now)
            guard let run = try world.run(asked: call) else { return ["data": []] }
            return selection.answer(world.log(of: run))
        },
        .on(.getAddonLogs) { world, call throws(Refusal) in
            let addon = try world.require(call.addon)
            let selection = try LineSelection(call, now: world.now)
            let lines = world.containers(of: addon).flatMap { container in
                RuntimeLog.steps(
                    ["starting \(addon.type.name) \(addon.version)", "ready to accept connections"],
                    of: container.name, from: container.createdAt, takes: 6, until: world.now)
            }
            return selection.answer(lines.sorted { $0.at < $1.at })
        },
        .on(.getAddonBackupLogs) { world, call throws(Refusal) in
            let backup = try world.require(call.backup)
            let selection = try LineSelection(call, now: world.now)
            guard let begins = backup.beginsAt else { return ["data": []] }
            let end = backup.outcome == .completed ? "backup completed" : "backup failed: the disk is full"
            return selection.answer(
                RuntimeLog.steps(
                    ["\(backup.method.rawValue) of \(call.addon.addon) begins", "reading", "uploading", end],
                    of: "backup-\(backup.id)", from: begins, takes: backup.duration,
                    until: min(world.now, backup.concludesAt ?? world.now)))
        },
        .on(.getAddonRestoreLogs) { world, call throws(Refusal) in
            let backup = try world.require(call.backup)
            let id = call.parameters["restoreId"] ?? ""
            guard let restore = backup.restores.first(where: { $0.id == id }) else { throw .notFound("Restore \(id)") }
            return try LineSelection(call, now: world.now).answer(
                RuntimeLog.steps(
                    ["restore of \(backup.id) begins", "downloading", "loading", "restore completed"],
                    of: "restore-\(id)", from: restore.startedAt, takes: restore.duration,
                    until: min(world.now, restore.concludesAt)))
        },
    ]
}

extension World {
    /// The build that a query names, or the latest one.
    func build(asked call: Call, of service: Service) throws(Refusal) -> Build? {
        guard let id = call.query["buildId"] else { return service.builds.last }
        return try require(BuildReference(service: call.service, build: .init(id)))
    }

    /// The run that a query names, or the latest one.
    func run(asked call: Call) throws(Refusal) -> Run? {
        let job = try require(call.job)
        guard let id = call.query["runId"] else { return job.jobRuns.last }
        return try require(RunReference(job: call.job, run: .init(id)))
    }

    fileprivate func log(of run: Run) -> [LoggedLine] {
        let end = run.outcome == .failed ? "error: giving up, exit code 1" : "done, exit code 0"
        let steps = ["starting"] + (1...8).map { "working: batch \($0) of 8" } + [end]
        return RuntimeLog.steps(
            steps, of: run.name, from: run.startedAt, takes: run.duration, until: min(now, run.concludesAt))
    }
}

extension LineSelection {
    fileprivate func answer(_ lines: [LoggedLine]) -> JSON {
        [
            "data": .array(
                select(lines).map { line in
                    [
                        "containerId": .string(line.container), "log": line.json ?? .string(line.text),
                        "ts": .time(line.at),
                    ]
                })
        ]
    }
}
