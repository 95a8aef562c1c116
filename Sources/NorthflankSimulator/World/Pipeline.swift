import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// A way of a release through its stages.
    struct Pipeline: Sendable {
        let id: Northflank.Pipeline.ID
        let project: Northflank.Project.ID
        let name: String
        let about: String?
        let createdAt: Date
        /// The services of each stage.
        let members: [(service: Service.ID, stage: Northflank.Pipeline.Stage)]
        /// By stage, oldest first.
        var runs: [Northflank.Pipeline.Stage: [ReleaseRun]] = [:]
    }

    /// One run of a stage's release flow. What it does is done at its end: the stage's services are rolled out anew.
    struct ReleaseRun: Sendable {
        typealias ID = Northflank.ReleaseRun.ID

        let id: ID
        let name: String
        let about: String?
        let createdAt: Date
        let duration: TimeInterval
        var abortedAt: Date?

        var startedAt: Date { createdAt + 2 }
        var concludesAt: Date { abortedAt ?? createdAt + duration }

        func status(at now: Date) -> ReleaseStatus {
            if now >= concludesAt { return abortedAt == nil ? .success : .aborted }
            return now >= startedAt ? .running : .pending
        }
    }

    private func index(of flow: ReleaseFlowReference) -> Int? {
        pipelines.firstIndex { $0.project == flow.project && $0.id == flow.pipeline }
    }

    mutating func startRelease(_ flow: ReleaseFlowReference, name: String?, about: String?) {
        guard let index = index(of: flow) else { return }
        let run = ReleaseRun(
            id: .init(random.uuid()), name: name ?? "Release \(CivilTime(now).toTheMinute)", about: about,
            createdAt: now, duration: random.seconds(25...70))
        pipelines[index].runs[flow.stage, default: []].append(run)
        events.plan(.releaseConcludes(flow, run.id), at: run.concludesAt)
    }

    /// Ends a run that still goes on. Whether there was one to end.
    mutating func abortRelease(_ id: ReleaseRun.ID, of flow: ReleaseFlowReference) -> Bool {
        guard let index = index(of: flow),
            let place = pipelines[index].runs[flow.stage]?.lastIndex(where: { $0.id == id }),
            pipelines[index].runs[flow.stage]?[place].status(at: now).health == .active
        else { return false }
        pipelines[index].runs[flow.stage]?[place].abortedAt = now
        return true
    }

    mutating func conclude(_ id: ReleaseRun.ID, of flow: ReleaseFlowReference) {
        guard let index = index(of: flow),
            pipelines[index].runs[flow.stage]?.last(where: { $0.id == id })?.abortedAt == nil
        else { return }
        for member in pipelines[index].members where member.stage == flow.stage {
            rollOutAnew(ServiceReference(project: flow.project, service: member.service))
        }
    }
}
