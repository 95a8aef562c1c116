import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Route {
    static let jobs: [Route] = [
        .on(.listJobs) { world, call throws(Refusal) in
            let jobs = world.jobs(of: try world.require(call.project))
            return try call.page(of: jobs, as: "jobs", id: \.id.rawValue) { job in
                world.item(job.id.rawValue, .object(world.summary(job)))
            }
        },
        .on(.getJob) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.job), in: try world.require(call.project))]
        },
        .on(.getJobRuns) { world, call throws(Refusal) in
            let job = try world.require(call.job)
            return try call.page(of: job.jobRuns.reversed(), as: "runs", id: \.id.rawValue) { run in world.json(run) }
        },
        .on(.getRunDetails) { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.run))]
        },
        .on(.runJob) { world, call throws(Refusal) in
            _ = try world.require(call.job)
            // What a run overrides can't be seen from outside of it, but must be there.
            _ = try world.plan(call.body?["billing"]?["deploymentPlan"], at: "billing.deploymentPlan")
            _ = try world.image(in: call.body?["deployment"], of: call.project, at: "deployment.")
            guard let run = world.startRun(of: call.job, at: world.now) else {
                throw .notFound("Job \(call.job.job)")
            }
            return ["data": ["id": .string(run.id.rawValue), "runName": .string(run.name)]]
        },
        .on(.abortJobRun) { world, call throws(Refusal) in
            _ = try world.require(call.run)
            guard world.abortRun(call.run) else { throw .conflict("The run is already concluded") }
            return ["data": [:]]
        },
        .on(.listJobContainers) { world, call throws(Refusal) in
            let now = world.now
            let run = try world.run(asked: call)
            let containers = run.map { run -> [World.Container] in
                let isOver = run.concludesAt <= now
                return [
                    .init(
                        name: run.name,
                        status: !isOver
                            ? "TASK_RUNNING" : run.status(at: now) == .success ? "TASK_FINISHED" : "TASK_FAILED",
                        createdAt: run.startedAt, updatedAt: isOver ? run.concludesAt : run.startedAt)
                ]
            }
            return try call.page(of: containers ?? [], as: "containers", id: \.name) { world.json($0) }
        },
    ]
}

extension World {
    /// What a list says of a job.
    fileprivate func summary(_ job: Job) -> [(key: String, value: JSON)] {
        let fields: JSON = [
            "id": .string(job.id.rawValue),
            "projectId": .string(job.project.rawValue),
            "appId": appID(job.project, job.id.rawValue),
            "name": .string(job.name),
            "tags": .array(job.tags.map(JSON.string)),
            "description": job.about.map(JSON.string),
            "jobType": .string(job.kind.rawValue),
            "disabledCI": false,
            "disabledCD": false,
            "suspended": .bool(job.suspended),
        ]
        guard case .object(let members) = fields else { return [] }
        return members
    }

    private func vcsData(of job: Job) -> JSON? {
        guard case .repository(let url, let branch) = job.source else { return nil }
        return [
            "projectUrl": .string(url), "projectType": "github", "projectBranch": .string(branch), "publicRepo": false,
            "dockerWorkDir": "/", "dockerFilePath": "/Dockerfile",
        ]
    }

    fileprivate func json(_ job: Job, in project: Project) -> JSON {
        let more: JSON = [
            "createdAt": .time(job.createdAt),
            "vcsData": vcsData(of: job),
            "deployment": [
                "region": .string(project.region), "docker": JSON(job.runtime["docker"] ?? ["configType": "default"]),
            ],
            "billing": ["deploymentPlan": .string(job.plan)],
            "settings": [
                "cron": job.schedule.map { schedule in
                    [
                        "schedule": .string(schedule.text),
                        "concurrencyPolicy": .string(job.concurrency.rawValue.capitalized),
                    ]
                },
                "backoffLimit": .integer(job.backoffLimit), "activeDeadlineSeconds": .integer(job.deadline),
            ],
            "cluster": cluster(of: project),
        ]
        guard case .object(let members) = more else { return more }
        return item(job.id.rawValue, .object(summary(job) + members))
    }

    fileprivate func json(_ run: Run) -> JSON {
        let status = run.status(at: now)
        let concluded = status != .running
        return item(
            run.id.rawValue,
            [
                "id": .string(run.id.rawValue),
                "active": concluded ? 0 : 1,
                "backoffLimit": 0,
                "completions": 1,
                "concluded": .bool(concluded),
                "failed": status == .failed ? 1 : 0,
                "runName": .string(run.name),
                "status": .string(status.rawValue),
                "succeeded": status == .success ? 1 : 0,
                "startedAt": .time(run.startedAt),
                "concludedAt": concluded ? .time(run.concludesAt) : nil,
            ])
    }
}
