internal import Northflank

/// How an action is sent, and by what it shows whether it arrived.
struct Dispatch: Sendable {
    var operation: APIOperation
    /// What the contract would refuse, known before anything is sent; nil where nothing is wrong.
    var problem: APIError.Problem?
    /// Its one request. Brings the id of what it began; nil where that has none.
    var send: @Sendable (NorthflankClient) async -> Result<String?, SendFailure>
    var sign: Sign

    init<Response>(
        _ endpoint: Endpoint<Response>, begins id: @escaping @Sendable (Response) -> String? = { _ in nil },
        shownBy sign: Sign
    ) {
        operation = endpoint.operation
        problem = endpoint.problem
        send = { client in await client.attempt(endpoint).map { id($0.value) } }
        self.sign = sign
    }
}

extension Action {
    var dispatch: Dispatch {
        switch self {
        case .startBuild(let service, let request):
            Dispatch(
                .startServiceBuild(service, request), begins: \.data.id.rawValue,
                shownBy: .new(.build(branch: request.branch), in: .listServiceBuilds(service)) {
                    .init(id: $0.id.rawValue, startedAt: $0.createdAt, branch: $0.branch)
                })
        case .runJob(let job, let request):
            Dispatch(
                .runJob(job, request), begins: \.data.id.rawValue,
                shownBy: .new(.any, in: .getJobRuns(job)) { .init(id: $0.id.rawValue, startedAt: $0.startedAt) })
        case .backUp(let addon, let request):
            Dispatch(
                .backupAddon(addon, request), begins: \.data.id.rawValue,
                shownBy: .new(.backup(name: request.name), in: .listAddonBackups(addon), before: .irrelevant) {
                    .init(id: $0.id.rawValue, startedAt: $0.createdAt, name: $0.name)
                })
        case .restore(let backup):
            Dispatch(
                .restoreBackup(backup), begins: \.data.id.rawValue,
                shownBy: .new(.any, in: .listBackupRestores(backup)) {
                    .init(id: $0.id.rawValue, startedAt: $0.startedAt)
                })
        case .create(let creation):
            Dispatch(
                .create(creation), begins: \.data.id,
                shownBy: .new(named: creation.name ?? "", in: feed))
        case .abort(let ongoing): ongoing.abort
        case .deploy(let service, let request):
            Dispatch(
                .deploy(to: service, request),
                shownBy: .state(request.state, before: .looked, of: .getService(service)) {
                    $0.deployment?.image?.state
                })
        case .restart(.service(let service)):
            Dispatch(.restartService(service), shownBy: .restarted(.listServiceContainers(service)))
        case .restart(.addon(let addon)):
            Dispatch(.restartAddon(addon), shownBy: .restarted(.listAddonContainers(addon)))
        case .pause(.service(let service)):
            Dispatch(.pauseService(service), shownBy: .pause(of: service, true))
        case .resume(.service(let service)):
            Dispatch(.resumeService(service), shownBy: .pause(of: service, false))
        case .pause(.addon(let addon)):
            Dispatch(.pauseAddon(addon), shownBy: .pause(of: addon, true))
        case .resume(.addon(let addon)):
            Dispatch(.resumeAddon(addon), shownBy: .pause(of: addon, false))
        case .scale(.service(let service, let request)):
            Dispatch(
                .scaleService(service, request),
                shownBy: .state(request.state, before: .looked, of: .getService(service)) { request.state(of: $0) })
        case .scale(.addon(let addon, let request)):
            Dispatch(
                .scaleAddon(addon, request),
                shownBy: .state(request.state, before: .looked, of: .getAddon(addon)) { request.state(of: $0) })
        case .suspend(let job): Dispatch(.suspendJob(job), shownBy: .suspension(of: job, true))
        case .unsuspend(let job): Dispatch(.resumeJob(job), shownBy: .suspension(of: job, false))
        }
    }
}

extension Ongoing {
    fileprivate var abort: Dispatch {
        switch self {
        case .build(let build):
            Dispatch(
                .abortServiceBuild(build),
                shownBy: .end(of: .getServiceBuild(build), as: BuildStatus.aborted.rawValue, \.status))
        case .run(let run):
            // The contract has no word for an aborted run: it has failed.
            Dispatch(
                .abortJobRun(run), shownBy: .end(of: .getRunDetails(run), as: RunStatus.failed.rawValue, \.status))
        case .backup(let backup):
            Dispatch(
                .abortBackup(backup),
                shownBy: .end(of: .getAddonBackup(backup), as: BackupStatus.aborted.rawValue, \.status))
        case .restore(let restore, let backup):
            Dispatch(
                .abortRestore(restore, of: backup),
                shownBy: Sign(wanted: .state(BackupStatus.aborted.rawValue), before: .certain([Sign.goesOn])) {
                    client in
                    await client.attempt(Endpoint.listBackupRestores(backup).page()).map { answer in
                        .state(Sign.state(answer.value.items.first { $0.id == restore }?.status))
                    }
                    .mapError(\.error)
                })
        }
    }
}

// MARK: - States as texts

extension Sign {
    fileprivate static let goesOn = "goes on"

    /// It ends, with this status.
    fileprivate static func end<Item, Status: StatusWord>(
        of endpoint: Endpoint<Single<Item>>, as status: String, _ read: @escaping @Sendable (Item) -> Status?
    ) -> Sign {
        .state(status, before: .certain([goesOn]), of: endpoint) { state(read($0)) }
    }

    /// What is being aborted still is in the state that it was in.
    fileprivate static func state(_ status: (some StatusWord)?) -> String? {
        guard let status else { return nil }
        if status.rawValue == BackupStatus.aborting.rawValue { return BackupStatus.aborted.rawValue }
        return status.isActive ? goesOn : status.rawValue
    }

    fileprivate static func pause(of service: ServiceReference, _ isPaused: Bool) -> Sign {
        switched("paused", isPaused, of: .getService(service), \.paused)
    }

    fileprivate static func pause(of addon: AddonReference, _ isPaused: Bool) -> Sign {
        switched("paused", isPaused, of: .getAddon(addon)) { $0.addon.status.map { $0 == .paused } }
    }

    fileprivate static func suspension(of job: JobReference, _ isSuspended: Bool) -> Sign {
        switched("suspended", isSuspended, of: .getJob(job)) { $0.job.suspended }
    }

    /// One of two states.
    private static func switched<Item>(
        _ word: String, _ isWanted: Bool, of endpoint: Endpoint<Single<Item>>,
        _ read: @escaping @Sendable (Item) -> Bool?
    ) -> Sign {
        let words = [true: word, false: "not \(word)"]
        return .state(words[isWanted], before: .certain(Set([words[!isWanted]].compactMap(\.self))), of: endpoint) {
            read($0).flatMap { words[$0] }
        }
    }
}

extension DeployRequest {
    /// Nil where it changes only how a container is started, which nothing tells.
    fileprivate var state: String? {
        switch self {
        case .image(.build(let service, let branch, let commit), _):
            Deployment.Image.build(of: service, branch: branch, wanted: commit.text, deployed: nil).state
        case .image(.registry(let image, _), _): Deployment.Image.registry(image: image).state
        case .runtime: nil
        }
    }
}

extension Deployment.Image {
    fileprivate var state: String? {
        switch self {
        case .build(let service, let branch?, let wanted?, _): "\(wanted) of \(branch) of \(service)"
        case .build: nil
        case .registry(let image): image
        }
    }
}

extension BuiltCommit {
    fileprivate var text: String {
        switch self {
        case .latest: "latest"
        case .sha(let sha): sha
        }
    }
}

extension ServiceScaleRequest {
    /// What it would change, as it is to be.
    fileprivate var state: String? { sizes(of: self, asked: self) }

    /// What it would change, as it is; nil where the API doesn't tell all of it.
    fileprivate func state(of service: ServiceDetail) -> String? {
        sizes(of: Self(instances: service.deployment?.instances, plan: service.plan), asked: self)
    }

    private func sizes(of told: Self, asked: Self) -> String? {
        text([(asked.instances, told.instances)], (asked.plan, told.plan))
    }
}

extension AddonScaleRequest {
    /// What it would change, as it is to be.
    fileprivate var state: String? { sizes(of: self, asked: self) }

    /// What it would change, as it is; nil where the API doesn't tell all of it.
    fileprivate func state(of addon: AddonDetail) -> String? {
        sizes(of: Self(plan: addon.plan, storage: addon.storage, replicas: addon.replicas), asked: self)
    }

    private func sizes(of told: Self, asked: Self) -> String? {
        text([(asked.replicas, told.replicas), (asked.storage, told.storage)], (asked.plan, told.plan))
    }
}

/// Of the sizes that are asked for those that are told; nil where none is asked for, or one isn't told.
private func text(_ numbers: [(asked: Int?, told: Int?)], _ plan: (asked: String?, told: String?)) -> String? {
    let sizes = numbers.map { (asked: $0.asked.map(String.init), told: $0.told.map(String.init)) } + [plan]
    let told = sizes.filter { $0.asked != nil }.map(\.told)
    return told.isEmpty || told.contains(nil) ? nil : told.compactMap(\.self).joined(separator: ", ")
}
