public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Whether an action's request may leave.
public enum Clearance: Hashable, Sendable {
    /// It may; `known` is all that was there before.
    case send(known: Set<String>?)
    case refuse(APIError)
}

/// What came of finding out.
public enum Settlement: Hashable, Sendable {
    case settled(ActionOutcome)
    /// What would show it can't be read now; ask again later where the error will pass.
    case unreadable(APIError)
}

extension NorthflankClient {
    /// Sends the action's one request, once, whatever happens. Where its answer is lost, finds out by looking.
    ///
    /// `knownIDs` is what was there just before: the ids of the list that it adds to, or the state that it changes, so
    /// that what is new can be told. Nil costs one request to ask, where it is needed: a backup is told by its name, and
    /// what isn't paused by nothing else.
    ///
    /// `willSend` is called just before the request with what was there and the server's time, where they are known, and
    /// may add to it or refuse. `onDoubt` is called when the answer is lost, before the first look.
    public func perform(
        _ action: Action, knownIDs: Set<String>? = nil,
        onDoubt: @Sendable (APIError) -> Void = { _ in },
        willSend: @Sendable (Set<String>?, Date?) async -> Clearance = { known, _ in .send(known: known) }
    ) async -> ActionOutcome {
        let dispatch = action.dispatch
        if let problem = dispatch.problem { return .refused(.invalid(problem)) }
        var known = knownIDs
        var sentAt = serverNow
        switch dispatch.sign.before {
        case .certain(let state): known = state
        case .irrelevant: break
        case .looked:
            guard known == nil else { break }
            switch await dispatch.sign.look(self) {
            case .success(let look):
                known = look.known
                // After so fresh a look, what is new is new whatever the clocks say.
                sentAt = look.showsWhatIsNew ? nil : serverNow
            // A role may start things and not look at them: that costs certainty, not the action.
            case .failure(.forbidden): sentAt = serverNow
            case .failure(let error): return .refused(error)
            }
        }
        switch await willSend(known, serverNow) {
        case .send(let all): known = all
        case .refuse(let error): return .refused(error)
        }
        switch await dispatch.send(self) {
        case .success(let id): return .accepted(id: id)
        case .failure(let failure) where !failure.leavesDoubt: return .refused(failure.error)
        case .failure(let failure):
            onDoubt(failure.error)
            let reconciliation = Reconciliation(
                wanted: dispatch.sign.wanted, known: known, sentAt: sentAt, lost: failure.error,
                accepted: failure.accepted)
            switch await settle(reconciliation, dispatch.sign) {
            case .settled(let outcome): return outcome
            case .unreadable(let error):
                return .unknown(failure.error, reason: "\(dispatch.sign.place) can't be read: \(error)")
            }
        }
    }

    /// Finds out what became of a request that may have been sent by a process that ended before it knew. `known` is
    /// what was there before, and `sentAt` the server's time, as `willSend` told them.
    public func settle(_ action: Action, known: Set<String>?, sentAt: Date?) async -> Settlement {
        let sign = action.dispatch.sign
        if case .failure(let error) = await sign.look(self), error.willPass { return .unreadable(error) }
        let lost = APIError.unreachable(.connection("the program ended before the answer"), mayHaveArrived: true)
        // By the server's clock, which that first look has told: nobody has set it meanwhile.
        let waited = sentAt.flatMap { sent in serverNow.map { Duration.seconds($0.timeIntervalSince(sent)) } }
        let settlement = await settle(
            Reconciliation(
                wanted: sign.wanted, known: known, sentAt: sentAt, lost: lost, accepted: false, waited: waited ?? .zero),
            sign)
        guard case .unreadable(let error) = settlement, !error.willPass else { return settlement }
        return .settled(.unknown(lost, reason: "\(sign.place) can't be read: \(error)"))
    }

    private func settle(_ reconciliation: Reconciliation, _ sign: Sign) async -> Settlement {
        var reconciliation = reconciliation
        var pause = Reconciliation.firstLook
        while true {
            do {
                try await clock.sleep(pause)
            } catch {
                return .settled(.unknown(reconciliation.lost, reason: "given up before it was looked for"))
            }
            switch reconciliation.next(await sign.look(self)) {
            case .lookAfter(let next): pause = next
            case .conclude(let outcome): return .settled(outcome)
            case .giveUp(let error): return .unreadable(error)
            }
        }
    }
}

extension Reconciliation.Look {
    /// What is there, to be known from what will be.
    fileprivate var known: Set<String>? {
        switch self {
        case .list(let listing): Set(listing.items.map(\.id))
        case .state(let state): state.map { [$0] }
        case .containers: nil
        }
    }

    fileprivate var showsWhatIsNew: Bool {
        if case .list(let listing) = self { listing.showsWhatIsNew } else { false }
    }
}
