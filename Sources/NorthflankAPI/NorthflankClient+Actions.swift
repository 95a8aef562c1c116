public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Whether an action's POST may leave.
public enum Clearance: Hashable, Sendable {
    /// It may; `known` are all ids that were there before.
    case send(known: Set<String>?)
    case refuse(APIError)
}

/// What came of finding out.
public enum Settlement: Hashable, Sendable {
    case settled(ActionOutcome)
    /// The list can't be read now; ask again later where the error will pass.
    case unreadable(APIError)
}

extension NorthflankClient {
    /// Sends the action's one POST, once, whatever happens. Where its answer is lost, finds out by listing.
    ///
    /// `knownIDs` are the ids of the builds, runs or backups that were there just before, so that what is new can be
    /// told; nil costs one request to ask. (A backup is told by its name and needs none.)
    ///
    /// `willSend` is called just before the POST with the ids that were there and the server's time, where they are
    /// known, and may add to the ids or refuse. `onDoubt` is called when the answer is lost, before the first look at
    /// the list.
    public func perform(
        _ action: Action, knownIDs: Set<String>? = nil,
        onDoubt: @Sendable (APIError) -> Void = { _ in },
        willSend: @Sendable (Set<String>?, Date?) async -> Clearance = { known, _ in .send(known: known) }
    ) async -> ActionOutcome {
        if let problem = action.problem { return .refused(.invalid(problem)) }
        var known = knownIDs
        var sentAt = serverNow
        if known == nil, action.needsKnownIDs {
            switch await look(at: action) {
            case .success(let listing):
                known = Set(listing.items.map(\.id))
                // After so fresh a look, what is new is new whatever the clocks say.
                sentAt = listing.showsWhatIsNew ? nil : serverNow
            // A role may start things and not list them: that costs certainty, not the action.
            case .failure(.forbidden): sentAt = serverNow
            case .failure(let error): return .refused(error)
            }
        }
        switch await willSend(known, serverNow) {
        case .send(let all): known = all
        case .refuse(let error): return .refused(error)
        }
        switch await post(action) {
        case .success(let id): return .accepted(id: id)
        case .failure(let failure) where !failure.leavesDoubt: return .refused(failure.error)
        case .failure(let failure):
            onDoubt(failure.error)
            let reconciliation = Reconciliation(
                wanted: action.wanted, known: known, sentAt: sentAt, lost: failure.error, accepted: failure.accepted)
            switch await settle(reconciliation, action) {
            case .settled(let outcome): return outcome
            case .unreadable(let error):
                return .unknown(failure.error, reason: "the list can't be read: \(error)")
            }
        }
    }

    private func post(_ action: Action) async -> Result<String, SendFailure> {
        switch action {
        case .startBuild(let service, let request):
            await attempt(.startServiceBuild(service, request)).map { $0.value.data.id.rawValue }
        case .runJob(let job): await attempt(.runJob(job)).map { $0.value.data.id.rawValue }
        case .backUp(let addon, let request):
            await attempt(.backupAddon(addon, request)).map { $0.value.data.id.rawValue }
        }
    }

    /// Finds out what became of a POST that may have been sent by a process that ended before it knew. `known` are
    /// the ids that were there before, and `sentAt` the server's time, as `willSend` told them.
    public func settle(_ action: Action, known: Set<String>?, sentAt: Date?) async -> Settlement {
        if case .failure(let error) = await look(at: action), error.willPass { return .unreadable(error) }
        let lost = APIError.unreachable(.connection("the program ended before the answer"), mayHaveArrived: true)
        let settlement = await settle(
            Reconciliation(wanted: action.wanted, known: known, sentAt: sentAt, lost: lost, accepted: false), action)
        guard case .unreadable(let error) = settlement, !error.willPass else { return settlement }
        return .settled(.unknown(lost, reason: "the list can't be read: \(error)"))
    }

    private func settle(_ reconciliation: Reconciliation, _ action: Action) async -> Settlement {
        var reconciliation = reconciliation
        var pause = Reconciliation.firstLook
        while true {
            do {
                try await clock.sleep(pause)
            } catch {
                return .settled(.unknown(reconciliation.lost, reason: "given up before the list was asked"))
            }
            switch reconciliation.next(await look(at: action)) {
            case .listAfter(let next): pause = next
            case .conclude(let outcome): return .settled(outcome)
            case .giveUp(let error): return .unreadable(error)
            }
        }
    }

    private func look(at action: Action) async -> Result<Reconciliation.Listing, APIError> {
        switch action {
        case .startBuild(let service, _):
            await look(.listServiceBuilds(service)) {
                .init(id: $0.id.rawValue, startedAt: $0.createdAt, branch: $0.branch)
            }
        case .runJob(let job):
            await look(.getJobRuns(job)) { .init(id: $0.id.rawValue, startedAt: $0.startedAt) }
        case .backUp(let addon, _):
            await look(.listAddonBackups(addon)) {
                .init(id: $0.id.rawValue, startedAt: $0.createdAt, name: $0.name)
            }
        }
    }

    private func look<Item>(
        _ endpoint: Endpoint<Page<Item>>, _ line: (Item) -> Reconciliation.Item
    ) async -> Result<Reconciliation.Listing, APIError> {
        await attempt(endpoint.page()).map { answer in
            let items = answer.value.items.map(line)
            return Reconciliation.Listing(
                items: items,
                showsWhatIsNew: !answer.value.pagination.hasNextPage || isNewestFirst(items.map(\.startedAt)))
        }
        .mapError(\.error)
    }
}

extension Action {
    fileprivate var needsKnownIDs: Bool {
        if case .backUp = self { false } else { true }
    }

    fileprivate var wanted: Reconciliation.Wanted {
        switch self {
        case .startBuild(_, let request): .build(branch: request.branch)
        case .runJob: .run
        case .backUp(_, let request): .backup(name: request.name)
        }
    }
}
