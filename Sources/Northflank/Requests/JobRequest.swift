/// A new job.
public struct JobRequest: RequestBody {
    /// Only a cron job has a schedule.
    public enum Trigger: Hashable, Sendable {
        case byHand
        /// `*/5 * * * *` in UTC.
        case schedule(String, concurrency: Concurrency = .forbid, suspended: Bool = false)
    }

    /// What happens where a run is due while the last one still goes on.
    public enum Concurrency: String, Hashable, Sendable, CaseIterable { case allow, forbid, replace }

    public enum Source: Hashable, Sendable {
        case repository(RepositoryAddress, branch: String, BuildSettings)
        case image(ImageSource)
    }

    public var name: String
    public var description: String?
    public var trigger: Trigger
    public var source: Source
    public var plan: String
    /// How often a run that failed is tried again.
    public var retries: Int
    /// After how many seconds a run is ended; nil for the API's own limit.
    public var deadline: Int?
    public var runtime: Runtime?
    public var environment: [String: String]

    public init(
        name: String, description: String? = nil, trigger: Trigger = .byHand, source: Source, plan: String,
        retries: Int = 0, deadline: Int? = nil, runtime: Runtime? = nil, environment: [String: String] = [:]
    ) {
        self.name = name
        self.description = description
        self.trigger = trigger
        self.source = source
        self.plan = plan
        self.retries = retries
        self.deadline = deadline
        self.runtime = runtime
        self.environment = environment
    }

    public var json: JSONValue {
        job.adding(limits).adding(trigger.json)
    }

    /// As the contract's newer operation has it, which is the same for both kinds.
    public var nested: JSONValue {
        let cron = trigger.json.map { JSONValue.object(["cron": $0]) }
        return job.adding(["settings": limits.adding(cron)])
    }

    private var limits: JSONValue {
        ["backoffLimit": JSONValue(retries), "activeDeadlineSeconds": deadline.map { JSONValue($0) }]
    }

    private var job: JSONValue {
        let start = runtime?.json ?? [:]
        let job: JSONValue = [
            "name": .string(name), "description": description.map(JSONValue.string),
            "billing": ["deploymentPlan": .string(plan)], "runtimeEnvironment": JSONValue(map: environment),
        ]
        switch source {
        case .image(let image): return job.adding(["deployment": start.adding(image.json)])
        case .repository(let repository, let branch, let settings):
            return job.adding([
                "deployment": start.adding(["vcs": repository.json(branch: branch)]), "buildSettings": settings.json,
            ])
        }
    }
}

extension JobRequest.Trigger {
    fileprivate var json: JSONValue? {
        guard case .schedule(let schedule, let concurrency, let suspended) = self else { return nil }
        return [
            "schedule": .string(schedule), "concurrencyPolicy": .string(concurrency.rawValue),
            "suspended": .bool(suspended),
        ]
    }
}

/// What to change about a job; nil leaves it as it is.
public struct JobSettingsRequest: RequestBody {
    public var retries: Int?
    /// In seconds.
    public var deadline: Int?
    /// Of a cron job.
    public var schedule: String?
    /// Of a cron job.
    public var concurrency: JobRequest.Concurrency?

    public init(
        retries: Int? = nil, deadline: Int? = nil, schedule: String? = nil,
        concurrency: JobRequest.Concurrency? = nil
    ) {
        self.retries = retries
        self.deadline = deadline
        self.schedule = schedule
        self.concurrency = concurrency
    }

    public var json: JSONValue {
        [
            "backoffLimit": retries.map { JSONValue($0) }, "activeDeadlineSeconds": deadline.map { JSONValue($0) },
            "schedule": schedule.map(JSONValue.string), "concurrencyPolicy": concurrency.map { .string($0.rawValue) },
        ]
    }

    /// As the contract's newer operation has it.
    public var patch: JSONValue {
        let cron: JSONValue = [
            "schedule": schedule.map(JSONValue.string), "concurrencyPolicy": concurrency.map { .string($0.rawValue) },
        ]
        return [
            "settings": [
                "backoffLimit": retries.map { JSONValue($0) }, "activeDeadlineSeconds": deadline.map { JSONValue($0) },
                "cron": cron == [:] ? nil : cron,
            ]
        ]
    }
}
