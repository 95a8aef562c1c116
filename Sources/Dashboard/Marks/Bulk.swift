public import Northflank

/// One action on each of several things.
public struct Bulk: Hashable, Sendable {
    /// In the order in which they are sent.
    public var actions: [Action] = []
    /// What is marked but can't be acted on, and why.
    var leftOut: [LeftOut] = []

    struct LeftOut: Hashable {
        var name: String
        var reason: String
    }
}

extension State {
    func bulkOfBuilds() -> Confirmation.Subject {
        var bulk = Bulk()
        for service in unique(markedRows.compactMap(\.service)) {
            switch buildRequest(of: service) {
            case .success(let request): add(.startBuild(service, request), named: serviceName(service), to: &bulk)
            case .failure(let why): bulk.leftOut.append(.init(name: serviceName(service), reason: why.reason))
            }
        }
        return .several(bulk)
    }

    func bulkOfRuns() -> Confirmation.Subject {
        var bulk = Bulk()
        for job in unique(markedRows.compactMap(\.job)) { add(.runJob(job), named: jobName(job), to: &bulk) }
        return .several(bulk)
    }

    /// Snapshots, which every addon can.
    func bulkOfBackups() -> Confirmation.Subject {
        var bulk = Bulk()
        for (number, addon) in unique(markedRows.compactMap(\.addon)).enumerated() {
            let request = BackupRequest(name: backupName(actionsStarted + number), method: .snapshot)
            add(.backUp(addon, request), named: addonName(addon), to: &bulk)
        }
        return .several(bulk)
    }

    private struct WhyNot: Error { var reason: String }

    private func buildRequest(of service: ServiceReference) -> Result<BuildRequest, WhyNot> {
        let kind = account.service(service)?.kind
        if kind?.builds == false { return .failure(WhyNot(reason: "only deploys")) }
        guard kind == .build else { return .success(.latest) }
        guard let branch = latestBranch(of: service) else {
            return .failure(WhyNot(reason: "its branch isn't known: build it alone"))
        }
        return .success(.branch(branch))
    }

    private func add(_ action: Action, named name: String, to bulk: inout Bulk) {
        if isSending(to: action.feed) {
            bulk.leftOut.append(.init(name: name, reason: "the last one is still being sent"))
        } else {
            bulk.actions.append(action)
        }
    }

    /// A job may be marked, and two of its runs.
    private func unique<Reference: Hashable>(_ references: [Reference]) -> [Reference] {
        var seen: Set<Reference> = []
        return references.filter { seen.insert($0).inserted }
    }
}
