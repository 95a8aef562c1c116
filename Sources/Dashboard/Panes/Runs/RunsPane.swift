import Northflank
import TerminalUI

/// The runs of each job under their job.
enum RunsPane: PaneContent {
    /// Runs shown of a job that isn't unfolded.
    static let folded = 3

    static let sortColumns: [SortColumn] = [.name, .project, .status, .kind, .took, .age]

    static func withParts(_ heads: [RowID], _ state: State) -> [RowID] {
        heads.flatMap { [$0] + rows(under: $0, state) }
    }

    private static func rows(under head: RowID, _ state: State) -> [RowID] {
        guard case .job(let job) = head else { return [] }
        let runs = state.account.runs[job] ?? []
        let shown = state.unfolded.contains(head) ? runs[...] : runs.prefix(folded)
        return shown.map { .run(RunReference(job: job, run: $0.id)) }
    }

    /// By name in a project; over all projects the worst and newest last run first, the unknown last.
    static func heads(_ state: State) -> [RowID] {
        if let project = state.scope {
            return (state.account.jobs[project] ?? []).sorted(byName: \.name)
                .map { .job(JobReference(project: project, job: $0.id)) }
        }
        return state.account.allJobs
            .map { job in
                let last = state.account.runs[job.reference]?.first
                return (row: RowID.job(job.reference), rank: Urgency(last?.health ?? .idle, last?.startedAt))
            }
            .sorted(by: \.rank)
            .map(\.row)
    }

    /// A job is sorted by its last run.
    static func sortKey(_ head: RowID, _ column: SortColumn, _ state: State) -> SortKey? {
        guard let reference = head.job, let job = state.account.job(reference) else { return nil }
        let last = state.account.runs[reference]?.first
        return switch column {
        case .name: .name(job.name)
        case .project: .name(state.projectName(reference.project))
        case .kind: .name(job.kind.rawValue)
        case .status: .health(last?.health)
        case .took: .longest(from: last?.startedAt, to: last?.concludedAt)
        case .age: .newest(last?.concludedAt ?? last?.startedAt)
        case .type, .branch, .build, .deployment, .services, .size: nil
        }
    }

    static func describe(_ row: RowID, _ state: State, _ texts: inout SearchTexts) {
        guard let reference = row.job, let job = state.account.job(reference) else { return }
        texts.add(.job, job.name)
        texts.add(.id, job.id.rawValue)
        texts.add(.type, job.kind.rawValue)
        texts.add(.project, state.projectName(reference.project))
        guard case .run(let run) = row, let run = state.account.run(run) else { return }
        texts.add(.id, run.id.rawValue)
        texts.add(.name, run.runName)
        texts.add(.status, run.status)
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
