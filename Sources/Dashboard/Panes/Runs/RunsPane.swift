import Northflank

/// The runs of each job under their job.
enum RunsPane: PaneContent {
    /// Runs shown of a job that isn't unfolded.
    static let folded = 3

    static func rows(_ state: State) -> [RowID] {
        jobs(state).flatMap { job -> [RowID] in
            let runs = state.account.runs[job] ?? []
            let shown = state.unfolded.contains(.job(job)) ? runs[...] : runs.prefix(folded)
            return [.job(job)] + shown.map { .run(RunReference(job: job, run: $0.id)) }
        }
    }

    /// By name in a project; over all projects the worst and newest last run first, the unknown last.
    private static func jobs(_ state: State) -> [JobReference] {
        if let project = state.scope {
            return (state.account.jobs[project] ?? [])
                .sorted { $0.name.lowercased() < $1.name.lowercased() }
                .map { JobReference(project: project, job: $0.id) }
        }
        return state.account.allJobs
            .map { job in
                let last = state.account.runs[job.reference]?.first
                return (job: job.reference, rank: Urgency(last?.health ?? .idle, last?.startedAt))
            }
            .sorted { $0.rank < $1.rank }
            .map(\.job)
    }

    static func words(_ row: RowID, _ state: State) -> [String?] {
        guard let reference = row.job, let job = state.account.job(reference) else { return [] }
        var words: [String?] = [
            job.name, job.id.rawValue, job.kind.rawValue, state.projectName(reference.project),
        ]
        if case .run(let run) = row, let run = state.account.run(run) {
            words += [run.id.rawValue, run.runName, run.status?.rawValue]
        }
        return words
    }

    static func feeds(_ state: State) -> [Feed] {
        state.scopedProjects.map { .jobs($0) }
            + state.scopedJobs.filter { state.account.runs[$0] != nil || state.scope != nil }.map { .runs($0) }
    }

    static func feedsToRefresh(_ state: State) -> Set<Feed> {
        Set(state.scopedProjects.map { .jobs($0) } + state.visibleRows(.runs).compactMap(\.job).map { .runs($0) })
    }

    static func subject(_ state: State) -> String? { state.scope.map(state.projectName) }

    static func emptyText(_ state: State) -> String { "No jobs here yet." }
}
