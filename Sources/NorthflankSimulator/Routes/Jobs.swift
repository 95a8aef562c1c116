import Northflank

extension Route {
    static let jobs: [Route] = [
        .get("/projects/{projectId}/jobs") { world, call throws(Refusal) in
            let jobs = world.jobs(of: try world.require(call.project))
            return try call.page(of: jobs, as: "jobs", id: \.id.rawValue) { job in
                world.item(job.id.rawValue, .object(world.summary(job)))
            }
        },
        .get("/projects/{projectId}/jobs/{jobId}") { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.job), in: try world.require(call.project))]
        },
        .get("/projects/{projectId}/jobs/{jobId}/runs") { world, call throws(Refusal) in
            let job = try world.require(call.job)
            return try call.page(of: job.jobRuns.reversed(), as: "runs", id: \.id.rawValue) { run in world.json(run) }
        },
        .get("/projects/{projectId}/jobs/{jobId}/runs/{runId}") { world, call throws(Refusal) in
            ["data": world.json(try world.require(call.run))]
        },
        .post("/projects/{projectId}/jobs/{jobId}/runs") { world, call throws(Refusal) in
            _ = try world.require(call.job)
            try checkRunOrder(call.body)
            guard let run = world.startRun(of: call.job, at: world.now) else {
                throw .notFound("Job \(call.job.job)")
            }
            return ["data": ["id": .string(run.id.rawValue), "runName": .string(run.name)]]
        },
        .delete("/projects/{projectId}/jobs/{jobId}/runs/{runId}") { world, call throws(Refusal) in
            _ = try world.require(call.run)
            guard world.abortRun(call.run) else { throw .conflict("The run is already concluded") }
            return ["data": [:]]
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

    fileprivate func json(_ job: Job, in project: Project) -> JSON {
        let more: JSON = [
            "createdAt": .time(job.createdAt),
            "vcsData": [
                "projectUrl": .string("https://github.com/\(Self.account)/\(job.repository)"),
                "projectType": "github", "projectBranch": "main", "publicRepo": false, "dockerWorkDir": "/",
                "dockerFilePath": "/Dockerfile",
            ],
            "deployment": ["region": .string(project.region), "docker": ["configType": "default"]],
            "billing": ["deploymentPlan": "nf-compute-50"],
            "settings": [
                "cron": job.schedule.map { ["schedule": .string($0.text), "concurrencyPolicy": "Forbid"] },
                "backoffLimit": 0, "activeDeadlineSeconds": 3600,
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
