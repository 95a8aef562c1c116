import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How much past a world begins with.
struct History {
    /// Days that it goes back.
    var days: Double
    /// How often each repository was pushed to.
    var pushes: ClosedRange<Int>
    /// Which share of the pushes goes to the default branch.
    var onMain = 0.65
    /// How many runs each job and how many backups each addon has, at most.
    var runs: ClosedRange<Int>
    var backups: ClosedRange<Int>
}

extension World {
    /// Makes up the past of everything described so far, and plans its future.
    mutating func begin(with history: History) {
        for repository in repositoryNames { makeUpPushes(to: repository, history) }
        for project in projects {
            for job in jobs(of: project) { makeUpRuns(of: job, history) }
            for addon in addons(of: project) { makeUpBackups(of: addon, history) }
        }
        for project in projects {
            for service in services(of: project) where service.rollout == nil { makeUpRollout(of: service, history) }
        }
        planPush()
        // What of the past was still to happen, such as the ends of its builds.
        advance(to: start)
    }

    private mutating func makeUpPushes(to name: String, _ history: History) {
        guard let branches = repositories[name]?.branches, let main = branches.first else { return }
        let recent = pushedAgo[name] ?? []
        let count = max(3, random.number(history.pushes) - recent.count)
        // Whatever was described as recent comes last, and the others are long done by now.
        let youngest = (recent.max() ?? 0) + 12 * minute
        var ages: [TimeInterval] = []
        for _ in 0..<count {
            let distance = random.fraction()
            ages.append(youngest + history.days * day * distance * distance)
        }
        ages.sort(by: >)
        for (index, age) in ages.enumerated() {
            // Each service that builds main only has some builds, and the newest are well.
            let isMain = branches.count == 1 || index < 2 || index == count - 1 || random.chance(history.onMain)
            hiccups = index >= count - 2 ? 0 : 0.08
            push(to: name, branch: isMain ? main.name : random.pick(Array(branches.dropFirst())).name, at: start - age)
        }
        hiccups = 0
        for age in recent.sorted(by: >) { push(to: name, branch: main.name, at: start - age) }
    }

    /// A service that deploys but has nothing rolled out yet had it long ago.
    private mutating func makeUpRollout(of service: Service, _ history: History) {
        guard case .image(.registry) = service.runs else { return }
        let fails = service.deploysFailSince
        services[service.reference]?.rollout = Rollout(
            startedAt: fails ?? start - random.seconds(hour...history.days * day), seed: random.next(),
            reason: random.chance(0.2) ? "SCALING" : "DEPLOYING", outcome: fails == nil ? .completed : .failed,
            sha: nil)
    }

    private mutating func makeUpRuns(of job: Job, _ history: History) {
        let count = random.number(history.runs)
        var dates: [Date] = []
        if let schedule = job.schedule {
            dates = schedule.last(count, before: start)
            planRun(of: job.reference)
        } else {
            for _ in 0..<count { dates.append(start - random.seconds(hour...history.days * day)) }
            dates.sort()
        }
        for (index, date) in dates.enumerated() {
            hiccups = index >= dates.count - 2 ? 0 : 0.03
            _ = startRun(of: job.reference, at: date)
        }
        hiccups = 0
    }

    private mutating func makeUpBackups(of addon: Addon, _ history: History) {
        guard let schedule = addon.schedule else { return }
        // Whatever became of it, it ran when it was backed up.
        addons[addon.reference]?.condition = .running
        defer { addons[addon.reference]?.condition = addon.condition }
        for date in schedule.last(random.number(history.backups), before: addon.backedUpUntil ?? start) {
            _ = backUp(addon.reference, name: nil, method: addon.scheduledMethod, compression: "gz", at: date)
        }
        if let next = schedule.next(after: start) { events.plan(.scheduledBackup(addon.reference), at: next) }
    }
}
