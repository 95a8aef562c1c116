public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is broken across the account, worst and newest first, as far as it is known.
///
/// It is worked out when an answer comes, not when it is drawn, and only for the projects that the answers are about:
/// the result is the same as that of starting anew.
public struct Problems: Hashable, Sendable {
    public private(set) var list: [Problem] = []
    public private(set) var unknown = Unknown()

    /// Without a completed backup for so long, in seconds, an addon is a problem.
    private let oldestBackup: Double
    private let ignored: [IgnoreRule]
    private var areas: [Project.ID: ProblemArea] = [:]
    private var failures: [Feed: FeedState.Failure] = [:]

    /// What nobody has looked at yet.
    public struct Unknown: Hashable, Sendable {
        /// Whether not even the projects are known.
        public var everything = true
        /// Projects of which a list was never read.
        public var projects = 0
        /// Jobs whose runs were never read.
        public var jobs = 0
        /// Addons whose backups were never read.
        public var addons = 0
        /// Services of which only the newest build is known, and no other branch's.
        public var branches = 0
        /// Services whose containers were never read.
        public var containers = 0
    }

    public init(oldestBackup: Double, ignoring ignored: [IgnoreRule] = []) {
        self.oldestBackup = oldestBackup
        self.ignored = ignored
    }

    public init(_ account: Account, oldestBackup: Double, ignoring ignored: [IgnoreRule] = [], now: Date) {
        self.init(oldestBackup: oldestBackup, ignoring: ignored)
        update([.projects], account, now: now)
    }

    /// Takes in what the answers to some feeds have changed.
    public mutating func update(_ feeds: Set<Feed>, _ account: Account, now: Date) {
        if feeds.contains(.projects) {
            areas = [:]
            for project in account.projects.map(\.id) {
                areas[project] = ProblemArea(project, oldestBackup: oldestBackup, account, now)
            }
            failures = account.feeds.filter { $0.key.isList }.compactMapValues(\.failure)
        } else {
            for feed in feeds {
                if feed.isList { failures[feed] = account.feed(feed).failure }
                if let project = feed.project { areas[project]?.update(feed, account, now) }
            }
        }
        list = (areas.values.flatMap(\.problems) + unreadable(account)).filter { problem in
            !ignored.contains { $0.covers(problem, at: now) }
        }
        list.sort(by: Problem.isWorse)
        count(account)
    }

    public func problem(_ id: Problem.ID) -> Problem? { list.first { $0.id == id } }

    private mutating func count(_ account: Account) {
        unknown = Unknown(
            everything: account.feed(.projects).receivedAt == nil,
            projects: areas.values.count { !$0.isRead },
            jobs: areas.values.reduce(0) { $0 + $1.unreadJobs },
            addons: areas.values.reduce(0) { $0 + $1.unreadAddons },
            branches: areas.values.reduce(0) { $0 + $1.unreadServices },
            containers: areas.values.reduce(0) { $0 + $1.unreadContainers })
    }

    /// Lists that fail for the same reason are one problem: without a connection, all of them.
    private func unreadable(_ account: Account) -> [Problem] {
        Dictionary(grouping: failures, by: { $0.value.error.cause }).compactMap { reason, group in
            // Always the same one speaks for them.
            let named = group.map { (feed: $0.key, words: account.words(of: $0.key)) }
            guard let first = named.min(by: { $0.words < $1.words }) else { return nil }
            let more = group.count > 1 ? " and \(group.count - 1) more" : ""
            return Problem(
                kind: .unreadable, row: first.feed.row, subject: first.words + more,
                since: group.map(\.value.at).min(), what: "can't be read", reason: reason,
                feeds: Set(group.map(\.key)))
        }
    }
}

extension APIError {
    /// What tells one cause from another: how long it takes is none.
    fileprivate var cause: String {
        if case .rateLimited = self { return "rate limit reached" }
        return description
    }
}
