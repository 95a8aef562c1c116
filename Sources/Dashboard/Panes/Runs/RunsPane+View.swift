import Northflank
import TerminalUI

extension RunsPane {
    static func columns(_ state: State) -> [TableColumn] {
        [
            .init(.flexible(minimum: 14), title: SortColumn.name.title),
            .init(.fitting(maximum: 16), priority: 3, title: SortColumn.project.title),
            .init(.fitting(maximum: 32), priority: 0, title: SortColumn.status.title),
            .init(.fitting(maximum: 10), alignment: .right, priority: 2, title: SortColumn.took.title),
            .init(.fitting(maximum: 10), alignment: .right, priority: 1, title: SortColumn.age.title),
        ]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        switch row {
        case .job(let reference): jobLine(reference, state)
        case .run(let reference): runLine(reference, state)
        default: []
        }
    }

    private static func jobLine(_ reference: JobReference, _ state: State) -> TableLine {
        guard let job = state.account.job(reference) else { return [] }
        let name = [Span(state.fold(.job(reference)) + " ", .muted), Span(job.name, .heading)]
        return [
            name, state.projectCell(reference.project), summary(reference, job, state),
            [Span(job.suspended ? "suspended" : job.kind.rawValue, job.suspended ? .warning : .muted)], [],
        ]
    }

    /// What there is to say of a job whose runs aren't on the screen.
    private static func summary(_ reference: JobReference, _ job: Job, _ state: State) -> [Span] {
        let feed = state.account.feed(.runs(reference))
        if let runs = state.account.runs[reference] { return runs.isEmpty ? [Span("never ran", .muted)] : [] }
        if feed.failure != nil { return [Span("\(state.symbol(.warning)) can't read", .warning)] }
        let isAwaited = state.isAwaited(.runs(reference))
        return [Span(isAwaited ? "asking\(state.appearance.symbols.ellipsis)" : "not asked yet", .muted)]
    }

    private static func runLine(_ reference: RunReference, _ state: State) -> TableLine {
        guard let run = state.account.run(reference) else { return [] }
        return [
            [Span("  \(run.runName ?? run.id.rawValue)", .muted)], [],
            state.statusSpans(run.status, since: run.startedAt),
            [Span(run.isActive ? "" : state.took(from: run.startedAt, to: run.concludedAt, isActive: false), .muted)],
            [Span(run.isActive ? "" : state.age(run.concludedAt ?? run.startedAt), .muted)],
        ]
    }
}

extension State {
    /// Whose job or addon it is, where more than one project is shown.
    func projectCell(_ project: Project.ID) -> [Span] { scope == nil ? [Span(projectName(project), .muted)] : [] }

    /// The mark before a job or an addon: whether all that is under it is shown.
    func fold(_ row: RowID) -> String {
        unfolded.contains(row) ? appearance.symbols.unfolded : appearance.symbols.folded
    }
}
