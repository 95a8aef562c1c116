import Northflank
import TerminalUI

/// What covers the panes, one thing at a time.
public enum Page: Hashable, Sendable {
    /// What is broken.
    case problems
    /// What has changed.
    case timeline
    /// What is left of the hour's requests, and who spends them for what.
    case budget(scroll: Int)
    /// All that is known of one thing.
    case details(RowID, scroll: Int)
    /// What something logs.
    case log(LogSource)
    /// What the API tells of one thing, as it tells it.
    case json(RowID)

    var log: LogSource? { if case .log(let source) = self { source } else { nil } }
    var document: RowID? { if case .json(let row) = self { row } else { nil } }

    /// The commands whose keys come first on it.
    var layer: Command.Layer? {
        switch self {
        case .log: .log
        case .json: .json
        case .problems, .timeline, .details, .budget: nil
        }
    }
}

extension State {
    /// What is selected on the page, or what it is about.
    var pageRow: RowID? {
        switch page {
        case nil, .budget: nil
        case .problems: selectedProblem?.row
        case .timeline: changeList.selected.flatMap(timeline.change)?.row
        case .details(let row, _), .json(let row): row
        case .log(let source): source.row
        }
    }

    var selectedProblem: Problem? { problemList.selected.flatMap(problems.problem) }

    /// What `r` asks on the page.
    var pageFeeds: Set<Feed> {
        if page == .problems, let feeds = selectedProblem?.feeds, !feeds.isEmpty { return feeds }
        return (pageRow.map(feeds(of:)) ?? []).union(detailFeeds)
    }

    /// What is asked only while a thing's page is open, or it is looked at closely otherwise.
    var detailFeeds: [Feed] {
        var feeds: [Feed] = []
        if case .details(let row, _) = page { feeds += details(of: row) }
        if case .menu(let menu) = overlay, !menu.isBulk { feeds += menu.rows.flatMap(offerFeeds) }
        if case .draft(let draft) = overlay { feeds += draft.subject.feeds }
        if case .confirmation(let confirmation) = overlay, case .deploy(let choice) = confirmation.subject {
            feeds += [.service(choice.service)] + [choice.builder.map { .builds($0) }].compactMap(\.self)
        }
        return feeds
    }

    private func details(of row: RowID) -> [Feed] {
        switch row {
        case .service(let service):
            [.service(service)]
                + (account.service(service)?.kind.deploys == true
                    ? [.containers(service), .serviceMetrics(service)] : [])
        case .job(let job): [.job(job)]
        case .addon(let addon): [.addon(addon), .addonMetrics(addon), .restores(addon), .schedules(addon)]
        case .backup(let backup): [.restores(backup.addon)]
        case .allProjects, .project, .latestBuild, .build, .run: []
        }
    }

    /// The feeds that tell of a thing.
    func feeds(of row: RowID) -> Set<Feed> {
        switch row {
        case .allProjects: [.projects]
        case .project(let id): [.services(id), .jobs(id), .addons(id)]
        case .service(let service), .latestBuild(let service):
            builder(service) == nil ? [.services(service.project)] : [.services(service.project), .builds(service)]
        case .build(let build): [.builds(build.service)]
        case .job(let job): [.jobs(job.project), .runs(job)]
        case .run(let run): [.runs(run.job)]
        case .addon(let addon): [.addons(addon.project), .backups(addon)]
        case .backup(let backup): [.backups(backup.addon)]
        }
    }

    /// The job or addon that `fold` folds.
    var foldedRow: RowID? {
        guard page == nil, let row = selectedRow else { return nil }
        return row.job.map { .job($0) } ?? row.addon.map { .addon($0) }
    }

    /// Whether there are rows to filter.
    var isFilterable: Bool {
        switch page {
        case nil, .problems, .timeline: true
        // A log and JSON have a search of their own.
        case .details, .log, .json, .budget: false
        }
    }
}
