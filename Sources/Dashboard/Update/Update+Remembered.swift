import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// What this process has not asked itself: known from an earlier start, or asked by another process.

extension State {
    /// It tells nothing of the connection, and nothing of what is there now. Where the project to open on wasn't known
    /// then, it says too little: that project must be awaited, not another one shown.
    mutating func recalled(_ feeds: [RememberedFeed]) -> [Effect] {
        guard session.project.map({ knows($0, feeds) }) ?? true else { return [] }
        for feed in projectsFirst(feeds) {
            guard let answer = feed.answer, isKnown(feed.feed) else { continue }
            account.loaded(feed.feed, answer, at: feed.receivedAt, from: .remembered)
        }
        for project in account.projects { count(after: .services(project.id)) }
        stalePanes = Set(Pane.allCases)
        changedFeeds.formUnion(feeds.map(\.feed))
        return []
    }

    mutating func shared(_ feeds: [RememberedFeed]) -> [Effect] {
        projectsFirst(feeds).flatMap { feed -> [Effect] in
            guard let failure = feed.failure else {
                return feed.answer.map { loaded(feed.feed, $0, at: feed.receivedAt, from: .shared) } ?? []
            }
            let retryIn = failure.retryAt.map { Duration.seconds($0.timeIntervalSince(now)) }
            return failed(feed.feed, failure.error, retryIn)
        }
    }

    private func knows(_ project: Project.ID, _ feeds: [RememberedFeed]) -> Bool {
        feeds.contains { feed in
            guard case .projects(let list) = feed.answer?.content else { return false }
            return list.contains { $0.id == project }
        }
    }

    /// Without the projects nobody knows what else belongs to the account.
    private func projectsFirst(_ feeds: [RememberedFeed]) -> [RememberedFeed] {
        feeds.filter { $0.feed == .projects } + feeds.filter { $0.feed != .projects }
    }
}
