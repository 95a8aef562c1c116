import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// How long an accepted action may be missing from its list before Northwatch stops waiting for it.
    private static let longestMissing: Double = 120

    // MARK: - Asking

    /// Opens the question before an action.
    mutating func ask(_ subject: Confirmation.Subject) -> [Effect] {
        overlay = .confirmation(Confirmation(subject: subject))
        guard case .buildBranch(let service, _) = subject else { return [] }
        return [.loadBranches(service)]
    }

    mutating func askToBuild() -> [Effect] {
        if hasMarks { return ask(bulkOfBuilds()) }
        guard let service = selectedService else { return [] }
        guard account.service(service)?.kind == .build else { return ask(.buildLatest(service)) }
        return ask(.buildBranch(service, BranchChoice(field: TextField(text: latestBranch(of: service) ?? ""))))
    }

    /// What was last built of it that is no pull request.
    func latestBranch(of service: ServiceReference) -> String? {
        account.builds[service]?.first { $0.pullRequestID == nil && $0.branch != nil }?.branch
    }

    mutating func askToRun() -> [Effect] {
        if hasMarks { return ask(bulkOfRuns()) }
        return selectedJob.map { ask(.run($0)) } ?? []
    }

    mutating func askToBackUp() -> [Effect] {
        if hasMarks { return ask(bulkOfBackups()) }
        guard let reference = selectedAddon, let addon = account.addon(reference) else { return [] }
        return ask(
            .backUp(
                reference,
                BackupChoice(
                    name: backupName(actionsStarted), method: .snapshot, methods: backupMethods(addon),
                    isScheduled: addon.status != .running && addon.status != .backup)))
    }

    private func backupMethods(_ addon: Addon) -> [BackupRequest.Method] {
        let canDump = addon.type.flatMap { account.addonTypes[$0] }?.canDump ?? false
        return canDump ? [.snapshot, .dump] : [.snapshot]
    }

    /// The addon types have come while the question was open.
    mutating func offerBackupMethods() {
        guard case .confirmation(var confirmation) = overlay,
            case .backUp(let reference, var choice) = confirmation.subject, let addon = account.addon(reference)
        else { return }
        choice.methods = backupMethods(addon)
        if !choice.methods.contains(choice.method) { choice.method = .snapshot }
        confirmation.subject = .backUp(reference, choice)
        overlay = .confirmation(confirmation)
    }

    /// - Parameter number: Tells those of one moment apart.
    func backupName(_ number: Int) -> String {
        BackupRequest.uniqueName(at: now, seed: session.seed, number: number)
    }

    mutating func branches(of service: ServiceReference, _ result: Result<[Branch], APIError>) -> [Effect] {
        guard case .confirmation(var confirmation) = overlay,
            case .buildBranch(service, var choice) = confirmation.subject
        else { return [] }
        choice.received(result)
        confirmation.subject = .buildBranch(service, choice)
        overlay = .confirmation(confirmation)
        return []
    }

    // MARK: - Sending

    /// The user said yes: each action is one request.
    mutating func confirm(_ confirmation: Confirmation) -> [Effect] {
        if case .several(let bulk) = confirmation.subject, bulk.actions.isEmpty {
            // It said why.
            overlay = nil
            return []
        }
        guard !confirmation.actions.isEmpty else { return say(.warning, confirmation.missing) }
        overlay = nil
        isQuitAsked = false
        let batch = actionsStarted + 1
        for action in confirmation.actions {
            actionsStarted += 1
            var tracked = TrackedAction(
                id: ActionID(actionsStarted), action: action, title: title(of: action), startedAt: now)
            tracked.phase = .waiting
            tracked.batch = batch
            actions.append(tracked)
        }
        if case .several = confirmation.subject { marks[focus] = nil }
        return sendNext(of: batch)
    }

    /// Sends the first of a batch that waits.
    private mutating func sendNext(of batch: Int) -> [Effect] {
        guard let index = actions.firstIndex(where: { $0.batch == batch && $0.phase == .waiting }) else { return [] }
        actions[index].phase = .sending
        actions[index].startedAt = now
        let tracked = actions[index]
        return [.perform(tracked.id, tracked.action, known: account.knownIDs(before: tracked.action))]
    }

    /// What of a batch hasn't been sent is not sent any more.
    mutating func giveUpRest(of batch: Int) {
        let rest = actions.count { $0.batch == batch && $0.phase == .waiting }
        guard rest > 0 else { return }
        actions.removeAll { $0.batch == batch && $0.phase == .waiting }
        say(.warning, rest == 1 ? "The last one was not sent." : "The other \(rest) were not sent.")
    }

    func title(of action: Action) -> String { action.title { name(of: $0) } }

    /// As it is called, not by its id.
    func name(of target: ActionTarget) -> String {
        switch target {
        case .account: "the account"
        case .project(let project): projectName(project)
        case .service(let service): serviceName(service)
        case .job(let job): jobName(job)
        case .addon(let addon): addonName(addon)
        }
    }

    /// Whether an action on the same thing is still on its way; another would make a lost answer impossible to settle.
    func isSending(to feed: Feed) -> Bool {
        actions.contains { action in
            guard action.action.feed == feed else { return false }
            if case .accepted = action.phase { return false }
            return true
        }
    }

    // MARK: - Outcomes

    mutating func inDoubt(_ id: ActionID, _ error: APIError) -> [Effect] {
        guard let index = actions.firstIndex(where: { $0.id == id }) else { return [] }
        actions[index].phase = .inDoubt(error)
        return say(.warning, "\(actions[index].title.capitalizedFirst): no answer (\(error)). Finding out …")
    }

    mutating func ended(_ id: ActionID, _ outcome: ActionOutcome) -> [Effect] {
        guard let index = actions.firstIndex(where: { $0.id == id }) else { return [] }
        let batch = actions[index].batch
        let effects = settle(index, outcome)
        if outcome.meetsAll { giveUpRest(of: batch) }
        return effects + sendNext(of: batch)
    }

    private mutating func settle(_ index: Int, _ outcome: ActionOutcome) -> [Effect] {
        let title = actions[index].title.capitalizedFirst
        record(actions[index], outcome.health, outcome.words)
        switch outcome {
        case .accepted(let item):
            connection = .live
            return accepted(index, item, "\(title) accepted\(item.map { " as \($0)" } ?? "").")
        case .found(let item, let error):
            let action = actions[index].action
            return accepted(index, item, "\(title): the answer was lost (\(error)), but \(action.arrival(as: item)).")
        case .refused(let error):
            note(error)
            noteDenial(error, in: actions[index].action.project)
            actions.remove(at: index)
            let advice = error.remedy.map { " – \($0)" } ?? ""
            return say(.failing, "\(title) was not started: \(error)\(advice)")
        case .notFound(let error):
            actions.remove(at: index)
            return say(.failing, "\(title) did not arrive (\(error)): nothing has changed. You can send it again.")
        case .unknown(let error, let reason):
            note(error)
            actions.remove(at: index)
            return say(
                .failing,
                "\(title): nobody knows whether it arrived (\(error); \(reason)). Look before sending it again.")
        }
    }

    private mutating func accepted(_ index: Int, _ item: String?, _ text: String) -> [Effect] {
        actions[index].phase = .accepted(id: item, status: nil)
        say(.active, text)
        return [.refresh(actions[index].action.changedFeeds)]
    }

    /// Reads how far the accepted actions of a feed have come, and says how they ended.
    /// - Returns: a ring for each that has ended.
    mutating func followActions(_ feed: Feed) -> [Effect] {
        actions.filter { $0.action.feed == feed }.flatMap { follow($0) }
    }

    private mutating func follow(_ tracked: TrackedAction) -> [Effect] {
        guard case .accepted(let item, let shown) = tracked.phase,
            let index = actions.firstIndex(where: { $0.id == tracked.id })
        else { return [] }
        let title = tracked.title.capitalizedFirst
        guard let progress = ActionProgress(of: tracked.action, item: item, in: account) else {
            if now.timeIntervalSince(tracked.startedAt) > Self.longestMissing {
                actions.remove(at: index)
                say(.warning, "\(title) was accepted\(item.map { " as \($0)" } ?? ""), but it doesn't show.")
            }
            return []
        }
        guard !progress.isActive else {
            if progress.status != shown { actions[index].phase = .accepted(id: item, status: progress.status) }
            return []
        }
        actions.remove(at: index)
        let duration = progress.duration ?? now.timeIntervalSince(tracked.startedAt)
        let message = progress.health == .healthy ? "" : progress.message.map { ": \($0)" } ?? ""
        let text = "\(title) \(progress.status) after \(RelativeTime.duration(duration))\(message)"
        say(progress.health, text)
        return [.ring(text)]
    }
}

extension ActionOutcome {
    fileprivate var health: Health {
        switch self {
        case .accepted, .found: .active
        case .refused, .notFound: .failing
        case .unknown: .warning
        }
    }

    /// For the timeline.
    fileprivate var words: String {
        switch self {
        case .accepted(let id), .found(let id, _): id.map { "accepted as \($0)" } ?? "accepted"
        case .refused(let error): "not started: \(error)"
        case .notFound: "did not arrive"
        case .unknown: "nobody knows"
        }
    }
}

extension ActionOutcome {
    /// Whether whatever is sent next would end like this: nobody is there, or the account or the hour says no.
    fileprivate var meetsAll: Bool {
        switch self {
        case .refused(.unreachable), .refused(.unauthorized), .refused(.rateLimited), .refused(.cancelled), .unknown:
            true
        case .accepted, .refused, .found, .notFound: false
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
