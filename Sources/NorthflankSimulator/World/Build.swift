import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// One build. How far it is follows from its plan and the time alone, so nothing has to move it on.
    struct Build: Sendable {
        typealias ID = Northflank.Build.ID

        let id: ID
        let branch: String
        let pullRequest: Int?
        let commit: Commit
        let createdAt: Date
        /// Of its plan.
        let seed: UInt64
        /// How long the phase BUILDING usually takes in this service, in seconds.
        let typical: TimeInterval
        /// How it will end unless it is aborted.
        var outcome: BuildStatus
        var abortedAt: Date?

        var plan: BuildPlan { BuildPlan(seed: seed, typical: typical, outcome: outcome) }

        var concludesAt: Date { abortedAt ?? createdAt + plan.duration }

        /// Its status at that time, and since when.
        func status(at now: Date) -> (status: BuildStatus, since: Date) {
            if let abortedAt, abortedAt <= now { return (.aborted, abortedAt) }
            let step = plan.step(at: now.timeIntervalSince(createdAt))
            return (step.status, createdAt + step.start)
        }

        func isConcluded(at now: Date) -> Bool { concludesAt <= now }

        /// Whether there is something to deploy.
        func hasImage(at now: Date) -> Bool { status(at: now).status == .success }
    }
}

/// The phases of a build, one after the other, laid out from the moment it was asked for.
struct BuildPlan: Sendable {
    struct Step: Hashable, Sendable {
        let status: BuildStatus
        /// Seconds since the build was created.
        let start: TimeInterval
    }

    let steps: [Step]
    /// Seconds from creation to the end.
    var duration: TimeInterval { steps[steps.count - 1].start }

    init(seed: UInt64, typical: TimeInterval, outcome: BuildStatus) {
        var random = SplitMix64(seed: seed)
        var phases: [(BuildStatus, TimeInterval)] = [
            (.queued, random.seconds(1...4)), (.pending, random.seconds(1...5)), (.starting, random.seconds(2...8)),
            (.cloning, random.seconds(2...8)), (.building, typical * random.seconds(0.75...1.25)),
            (.uploading, random.seconds(4...18)),
        ]
        if outcome != .success {
            // What fails does so while it builds, and never comes to the upload.
            phases.removeLast()
            phases[4].1 *= random.seconds(0.3...0.95)
        }
        var start = 0.0
        var steps: [Step] = []
        for (status, duration) in phases {
            steps.append(Step(status: status, start: start))
            start += duration
        }
        steps.append(Step(status: outcome, start: start))
        self.steps = steps
    }

    /// The step it is in after so many seconds.
    func step(at elapsed: TimeInterval) -> Step { steps.last { $0.start <= elapsed } ?? steps[0] }

    /// When the phase begins; nil where the build never comes to it.
    func start(of status: BuildStatus) -> TimeInterval? { steps.first { $0.status == status }?.start }
}
