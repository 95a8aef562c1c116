import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    mutating func started(_ feed: Feed) -> [Effect] {
        if isKnown(feed) { account.started(feed, at: now) }
        return []
    }

    mutating func loaded(
        _ feed: Feed, _ answer: FeedAnswer, at moment: Date?, from source: FeedState.Source
    ) -> [Effect] {
        connection = .live
        // An answer to a question no longer asked: its project is gone.
        guard isKnown(feed) else { return [] }
        let before = account
        account.loaded(feed, answer, at: moment, from: source)
        count(after: feed)
        if case .projects = feed { sayGone(before) }
        if case .addonTypes = feed { offerBackupMethods() }
        refillDraft()
        informDeployChoice()
        if changesRows(feed, since: before) { stalePanes.formUnion(panes(showing: feed)) }
        changedFeeds.insert(feed)
        let rings = record(account.changes(since: before, in: feed, at: now))
        let ended = followActions(feed)
        closeOverlayOfGone()
        // One ring is enough for what ended both ways.
        return ended.isEmpty ? rings : ended
    }

    /// Most answers about services tell nothing new, and there may be thousands of rows to make anew. What tells the
    /// newest build may be another all the same, since the answer is newer.
    private func changesRows(_ feed: Feed, since before: Account) -> Bool {
        if case .containers(let service) = feed {
            return account.failingContainers(of: service) != before.failingContainers(of: service)
        }
        guard case .services(let project) = feed, let list = account.services[project],
            list == before.services[project]
        else { return true }
        return list.contains { service in
            let reference = ServiceReference(project: project, service: service.id)
            return account.newestBuild(reference) != before.newestBuild(reference)
        }
    }

    mutating func failed(_ feed: Feed, _ error: APIError, _ retryIn: Duration?) -> [Effect] {
        note(error)
        guard isKnown(feed) else { return [] }
        account.failed(feed, error, at: now, retryIn: retryIn)
        noteDenial(error, in: feed.project)
        count(after: feed)
        stalePanes.formUnion(panes(showing: feed))
        changedFeeds.insert(feed)
        return []
    }

    /// What an error says of the way to the API.
    mutating func note(_ error: APIError) {
        switch error {
        case .unreachable, .unauthorized:
            if case .lost(_, let since) = connection {
                connection = .lost(error, since: since)
            } else {
                connection = .lost(error, since: now)
            }
        case .cancelled: break
        default: connection = .live
        }
    }

    func isKnown(_ feed: Feed) -> Bool {
        guard let project = feed.project else { return true }
        return account.project(project) != nil || account.feed(.projects).receivedAt == nil
    }

    /// A project that is gone while it is selected, or never was: says so, since everything on the screen changes
    /// with it.
    private mutating func sayGone(_ before: Account) {
        guard let scope, account.project(scope) == nil else { return }
        if let gone = before.project(scope) {
            say(.warning, "The project \(gone.name) is gone.")
        } else {
            say(.warning, "There is no project \(scope) in this account.")
        }
        lists[.projects]?.select(.allProjects, height: 1)
        resetScopedLists()
        trail = []
    }

    /// Whose rows an answer may change. What fails and what is under way is counted in every project.
    func panes(showing feed: Feed) -> [Pane] {
        switch feed {
        case .projects: Pane.allCases
        case .services: [.projects, .services, .builds]
        case .builds: [.projects, .services, .builds]
        case .containers: [.projects, .services]
        case .jobs, .runs: [.projects, .runs]
        case .addons, .backups: [.projects, .backups]
        case .addonTypes, .service, .job, .addon, .serviceMetrics, .addonMetrics, .restores,
            .schedules:
            []
        }
    }

    private mutating func closeOverlayOfGone() {
        switch overlay {
        case .confirmation(let confirmation) where !confirmation.stillHolds(in: account):
            overlay = nil
            say(.warning, "It is gone meanwhile; nothing was sent.")
        case .draft(let draft) where !account.holds(draft.subject.target):
            overlay = nil
            say(.warning, "It is gone meanwhile; nothing was sent.")
        default: break
        }
    }
}
