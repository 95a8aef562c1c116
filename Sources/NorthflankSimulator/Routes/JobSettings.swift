import Northflank

extension Route {
    static let jobSettings: [Route] = [
        .on(.suspendJob) { world, call throws(Refusal) in
            let suspended = call.body?["suspended"]?.flag ?? true
            try world.setSuspended(call.job, suspended)
            return ["data": [:]]
        },
        .on(.resumeJob) { world, call throws(Refusal) in
            try world.setSuspended(call.job, call.body?["suspended"]?.flag ?? false)
            return ["data": [:]]
        },
        .on(.updateJobSettings) { world, call throws(Refusal) in
            try world.update(call.job, call.body)
            return ["data": [:]]
        },
        .on(.patchJob) { world, call throws(Refusal) in
            let plan = try world.plan(call.body?["billing"]?["deploymentPlan"], at: "billing.deploymentPlan")
            let settings = call.body?["settings"]
            try world.update(call.job, settings?.adding(settings?["cron"]))
            if let plan { world.jobs[call.job]?.plan = plan }
            if let suspended = settings?["cron"]?["suspended"]?.flag { world.jobs[call.job]?.suspended = suspended }
            return ["data": [:]]
        },
    ]
}

extension World {
    /// The settings of the older notation, in which a schedule stands among the others.
    fileprivate mutating func update(_ reference: JobReference, _ settings: JSONValue?) throws(Refusal) {
        let job = try require(reference)
        if job.kind != .cron, let field = ["schedule", "concurrencyPolicy"].first(where: { settings?[$0] != nil }) {
            throw .invalid(field, "only a cron job has one")
        }
        let schedule = try CronSchedule.asked(settings?["schedule"])
        if let schedule { jobs[reference]?.schedule = schedule }
        if let word = settings?["concurrencyPolicy"]?.text, let policy = JobRequest.Concurrency(rawValue: word) {
            jobs[reference]?.concurrency = policy
        }
        if let limit = settings?["backoffLimit"]?.integer { jobs[reference]?.backoffLimit = limit }
        if let limit = settings?["activeDeadlineSeconds"]?.integer { jobs[reference]?.deadline = limit }
        if schedule != nil, schedule != job.schedule { planRun(of: reference) }
    }

    fileprivate mutating func setSuspended(_ reference: JobReference, _ suspended: Bool) throws(Refusal) {
        let job = try require(reference)
        guard job.kind == .cron else { throw .conflict("The job has no schedule: it is a manual job") }
        guard job.suspended != suspended else {
            throw .conflict(suspended ? "The job is already suspended" : "The job is not suspended")
        }
        jobs[reference]?.suspended = suspended
    }
}

extension CronSchedule {
    /// The schedule that a request names; nil where it names none.
    static func asked(_ value: JSONValue?) throws(Refusal) -> CronSchedule? {
        guard let text = value?.text else { return nil }
        guard let schedule = CronSchedule(text) else { throw .invalid("schedule", "\(text) is not a schedule") }
        return schedule
    }
}
