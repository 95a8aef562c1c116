import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    func detailTitle(_ row: RowID) -> String {
        switch row {
        case .build(let build): "Build \(build.build)"
        case .run: "Job run"
        case .backup: "Backup"
        case .service, .latestBuild: "Service"
        case .job: "Job"
        case .addon: "Addon"
        case .project, .allProjects: "Project"
        }
    }

    /// All that is known of a row's resource, a line each.
    func detailLines(_ row: RowID) -> [[Span]] {
        switch row {
        case .build(let reference): account.build(reference).map { lines($0, reference) } ?? gone
        case .run(let reference): account.run(reference).map { lines($0, reference) } ?? gone
        case .backup(let reference): account.backup(reference).map { lines($0, reference) } ?? gone
        case .service(let reference), .latestBuild(let reference):
            account.service(reference).map { lines($0, reference) } ?? gone
        case .project, .allProjects, .job, .addon: gone
        }
    }

    private var gone: [[Span]] { [[Span("It is gone.", .muted)]] }

    private func lines(_ build: Build, _ reference: BuildReference) -> [[Span]] {
        facts(
            [
                ("Service", serviceName(reference.service)), ("Project", projectName(reference.service.project)),
                ("Branch", build.branch), ("Pull request", build.pullRequestID.map { "#\($0)" }), ("Commit", build.sha),
                ("Image", build.registryURI), ("Created", moment(build.createdAt)),
                ("Ended", moment(build.concludedAt)),
                ("Took", took(from: build.createdAt, to: build.concludedAt, isActive: build.isActive)),
            ], status: statusSpans(build.status, since: build.createdAt)) + message(build.message)
    }

    private func lines(_ run: JobRun, _ reference: RunReference) -> [[Span]] {
        facts(
            [
                ("Job", jobName(reference.job)), ("Project", projectName(reference.job.project)), ("Name", run.runName),
                ("Id", run.id.rawValue), ("Started", moment(run.startedAt)), ("Ended", moment(run.concludedAt)),
                ("Took", took(from: run.startedAt, to: run.concludedAt, isActive: run.isActive)),
                ("Retries", run.backoffLimit.map { "at most \($0)" }),
            ], status: statusSpans(run.status, since: run.startedAt))
    }

    private func lines(_ backup: Backup, _ reference: BackupReference) -> [[Span]] {
        facts(
            [
                ("Addon", addonName(reference.addon)), ("Project", projectName(reference.addon.project)),
                ("Name", backup.name), ("Id", backup.id.rawValue), ("Source", backup.source),
                ("Size", backup.size.map { ByteSize.text($0) }), ("Version", backup.addonVersion),
                ("Created", moment(backup.createdAt)), ("Completed", moment(backup.completedAt)),
                ("Took", took(from: backup.createdAt, to: backup.completedAt, isActive: backup.isActive)),
            ], status: statusSpans(backup.status, since: backup.createdAt))
    }

    private func lines(_ service: Service, _ reference: ServiceReference) -> [[Span]] {
        facts(
            [
                ("Name", service.name), ("Project", projectName(reference.project)), ("Id", service.id.rawValue),
                ("Kind", service.kind.rawValue), ("Tags", service.tags.joined(separator: ", ")),
                ("Since", moment(service.deployment?.changedAt)), ("Reason", service.deployment?.reason?.lowercased()),
                ("CI", service.ciDisabled ? "off" : nil), ("CD", service.cdDisabled ? "off" : nil),
            ], status: statusSpans(service.deployment?.status, since: service.deployment?.changedAt))
            + message(service.description)
    }

    private func facts(_ facts: [(label: String, value: String?)], status: [Span]) -> [[Span]] {
        let lines = facts.compactMap { fact -> [Span]? in
            guard let value = fact.value, !value.isEmpty else { return nil }
            return [Span(fact.label.padding(to: 14), .muted), Span(value, .text)]
        }
        return [[Span("Status".padding(to: 14), .muted)] + status] + lines
    }

    /// The API's own words, whole.
    private func message(_ text: String?) -> [[Span]] {
        guard let text, !text.isEmpty else { return [] }
        let width = max(20, min(76, size.columns - 8))
        return [[]] + TextWrap.lines(text, width: width).prefix(40).map { [Span($0, .text)] }
    }

    /// `2026-11-24 03:12:05 UTC (12s ago)`
    private func moment(_ date: Date?) -> String? {
        date.map { "\(CivilTime($0).date) \(CivilTime($0).time) UTC (\(ago($0)))" }
    }
}
