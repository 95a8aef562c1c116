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
            let job = try world.require(call.job)
            if job.kind != .cron, let field = ["schedule", "concurrencyPolicy"].first(where: { call.body?[$0] != nil })
            {
                throw .invalid(field, "only a cron job has one")
            }
            let schedule = try CronSchedule.asked(call.body?["schedule"])
            if let schedule { world.jobs[call.job]?.schedule = schedule }
            if let word = call.body?["concurrencyPolicy"]?.text, let policy = JobRequest.Concurrency(rawValue: word) {
                world.jobs[call.job]?.concurrency = policy
            }
            if let limit = call.body?["backoffLimit"]?.integer { world.jobs[call.job]?.backoffLimit = limit }
            if let limit = call.body?["activeDeadlineSeconds"]?.integer { world.jobs[call.job]?.deadline = limit }
            if schedule != nil, schedule != job.schedule { world.planRun(of: call.job) }
            return ["data": [:]]
        },
    ]
}

extension World {
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
        let fields = shortcuts[text] ?? text
        guard let schedule = CronSchedule(fields) else { throw .invalid("schedule", "\(text) is not a schedule") }
        return schedule
    }

    private static let shortcuts = [
        "@annually": "0 0 1 1 *", "@yearly": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@hourly": "0 * * * *",
    ]
}
