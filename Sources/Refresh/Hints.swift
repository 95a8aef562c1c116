public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What an answer tells of a feed other than by being its content.
public enum Hint: Hashable, Sendable {
    /// What is known of it is no longer so.
    case changed(Feed)
    /// Nothing is expected to change in it for so long.
    case quiet(Feed, Duration)
}

/// Finds out from answers which lists behind them are worth a request, so that nobody asks again and again for what
/// hardly ever changes:
///
/// - The services list carries the state of each service's newest build and when that last moved: its builds have
///   changed when that has, unless they told so first.
/// - An addon is in `backup` while a backup of it is running: its backups have changed when that begins or ends.
/// - The jobs list carries no state. But a cron job runs when its schedule says so: until just after that its runs are
///   quiet.
///
/// The first answer of a list tells nothing: there is nothing to compare it with. What is under way is followed anyway,
/// by its attention.
///
/// Of the newest-first lists (builds, runs, backups) one page is asked, the largest there is, so that an unchanged list
/// never costs more than its first page.
public struct Hints: Sendable {
    /// What was last heard.
    private var contents: [Feed: FeedContent] = [:]

    /// A run shows in the list so much later than its minute, at most as a rule.
    private static let settling: TimeInterval = 10
    /// A run that doesn't show is looked for so long after its minute.
    private static let patience: TimeInterval = 90
    /// Somebody may run a cron job by hand too.
    private static let longestQuiet: TimeInterval = 4 * 3_600
    /// Times of the API come in whole seconds here and there.
    private static let roundingError: TimeInterval = 1

    public init() {}

    /// Takes an answer in. O(items of the list)
    public mutating func heard(_ feed: Feed, _ content: FeedContent, at now: Date) -> [Hint] {
        let previous = contents.updateValue(content, forKey: feed)
        switch (feed, content, previous) {
        case (.projects, .projects(let list), _):
            let kept = Set(list.map(\.id))
            contents = contents.filter { $0.key.project.map(kept.contains) ?? true }
            return []
        case (.services(let project), .services(let list), .services(let before)):
            return moved(list, from: before, in: project)
        case (.addons(let project), .addons(let list), .addons(let before)):
            return Self.begunOrEnded(list, from: before, in: project)
        case (.job(let job), _, _), (.runs(let job), _, _):
            return quiet(job, at: now)
        case (.projects, _, _), (.services, _, _), (.jobs, _, _), (.addons, _, _), (.builds, _, _), (.backups, _, _),
            (.addonTypes, _, _), (.service, _, _), (.addon, _, _), (.containers, _, _), (.serviceMetrics, _, _),
            (.addonMetrics, _, _), (.restores, _, _), (.schedules, _, _):
            return []
        }
    }

    private func moved(_ list: [Service], from before: [Service], in project: Project.ID) -> [Hint] {
        guard list != before else { return [] }
        let known = Dictionary(before.map { ($0.id, $0.build) }, uniquingKeysWith: { first, _ in first })
        return list.compactMap { service in
            guard let state = service.build, state != known[service.id] else { return nil }
            let builds = Feed.builds(ServiceReference(project: project, service: service.id))
            return isTold(state, by: builds) ? nil : .changed(builds)
        }
    }

    private func isTold(_ state: Service.BuildState, by builds: Feed) -> Bool {
        guard case .builds(let list) = contents[builds], let newest = list.first, newest.status == state.status,
            let told = newest.concludedAt ?? newest.createdAt, let changedAt = state.changedAt
        else { return false }
        return told >= changedAt - Self.roundingError
    }

    private static func begunOrEnded(_ list: [Addon], from before: [Addon], in project: Project.ID) -> [Hint] {
        guard list != before else { return [] }
        let known = Dictionary(before.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
        return list.compactMap { addon in
            guard let status = known[addon.id], (status == .backup) != (addon.status == .backup) else { return nil }
            return .changed(.backups(AddonReference(project: project, addon: addon.id)))
        }
    }

    private func quiet(_ job: JobReference, at now: Date) -> [Hint] {
        guard case .job(let detail) = contents[.job(job)], !detail.job.suspended,
            let schedule = detail.schedule.flatMap(CronSchedule.init),
            case .runs(let runs) = contents[.runs(job)], !runs.contains(where: \.isActive),
            let next = schedule.next(after: now - Self.patience)
        else { return [] }
        // Its minute has just been: does the list know yet?
        let isMissing = next <= now && (runs.first?.startedAt).map { $0 < next } ?? true
        guard !isMissing, let coming = schedule.next(after: now) else {
            return isMissing ? [.quiet(.runs(job), .seconds(Self.settling))] : []
        }
        let wait = min(coming.timeIntervalSince(now) + Self.settling, Self.longestQuiet)
        return [.quiet(.runs(job), .seconds(wait))]
    }
}
