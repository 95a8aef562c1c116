import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World.Addon {
    /// What it goes through on its way to running: statuses and how long each one lasts, in seconds.
    struct Passage: Sendable {
        let startedAt: Date
        let steps: [(status: AddonStatus, lasts: TimeInterval)]

        var endsAt: Date { startedAt + steps.reduce(0) { $0 + $1.lasts } }

        /// Nil once it is over.
        func status(at now: Date) -> AddonStatus? {
            var end = startedAt
            for step in steps {
                end += step.lasts
                if now < end { return step.status }
            }
            return nil
        }
    }
}

extension World {
    mutating func pause(_ reference: AddonReference) {
        guard let addon = addons[reference] else { return }
        for index in addon.backups.indices {
            switch addon.backups[index].status(at: now) {
            // What hasn't begun waits until the addon runs again.
            case .scheduled: addons[reference]?.backups[index].beginsAt = nil
            case .inProgress: addons[reference]?.backups[index].abortedAt = now
            default: break
            }
        }
        addons[reference]?.condition = .paused
        addons[reference]?.passage = nil
    }

    mutating func resume(_ reference: AddonReference) {
        go(reference, through: [(.allocating, random.seconds(8...20)), (.postDeployment, random.seconds(5...12))])
    }

    mutating func restart(_ reference: AddonReference) {
        go(reference, through: [(.postDeployment, random.seconds(10...25))])
    }

    mutating func allocate(_ reference: AddonReference) {
        go(
            reference,
            through: [
                (.preDeployment, random.seconds(1...3)), (.triggerAllocation, random.seconds(1...3)),
                (.allocating, random.seconds(12...30)), (.postDeployment, random.seconds(8...20)),
            ])
    }

    mutating func scale(_ reference: AddonReference, plan: String?, storage: Int?, replicas: Int?) {
        if let plan { addons[reference]?.plan = plan }
        if let storage { addons[reference]?.storage = storage }
        if let replicas { addons[reference]?.replicas = replicas }
        guard addons[reference]?.condition == .running else { return }
        go(reference, through: [(.scaling, random.seconds(15...40))])
    }

    /// It runs when that is over, and what waits for it begins.
    private mutating func go(_ reference: AddonReference, through steps: [(status: AddonStatus, lasts: TimeInterval)]) {
        let passage = Addon.Passage(startedAt: now, steps: steps)
        addons[reference]?.condition = .running
        addons[reference]?.passage = passage
        var begins = passage.endsAt + 2
        for index in addons[reference]?.backups.indices ?? 0..<0 {
            guard let backup = addons[reference]?.backups[index], backup.status(at: now) == .scheduled else { continue }
            addons[reference]?.backups[index].beginsAt = begins
            begins += backup.duration + 1
        }
    }

    /// The containers of an addon that runs.
    func containers(of addon: Addon) -> [Container] {
        let status = addon.status(at: now)
        guard addon.condition == .running else { return [] }
        let isUp = ![.preDeployment, .triggerAllocation, .allocating].contains(status)
        let since = addon.passage?.endsAt ?? addon.createdAt
        return (0..<addon.replicas).map { index in
            Container(
                name: "\(addon.id)-\(index)", status: isUp ? "TASK_RUNNING" : "TASK_STAGING",
                createdAt: addon.passage?.startedAt ?? addon.createdAt, updatedAt: min(since, now))
        }
    }
}
