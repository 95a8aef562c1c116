public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// How some projects are at a moment: what is broken, what is under way, and how far that can be relied on.
public struct StatusReport: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case well
        case broken
        /// A list was never read, for this reason.
        case failed(APIError)
        /// A list was never read, and may not be asked for.
        case notAsked
        /// A list is older than it may be.
        case old
    }

    public private(set) var verdict = Verdict.well
    /// Worst and newest first.
    public private(set) var problems: [Problem]
    /// Lists that can't be read.
    public private(set) var unreadable: [Problem]
    public private(set) var underWay: [UnderWay]
    public private(set) var unknown: Problems.Unknown
    /// When the list that is the oldest was read; nil where none was.
    public private(set) var asOf: Date?
    public let now: Date
    let account: Account

    /// - Parameters:
    ///   - account: The projects that it is about.
    ///   - preferences: What is a problem, and what isn't.
    ///   - freshSince: What was read before is old.
    public init(_ account: Account, _ preferences: Preferences, freshSince: Date, now: Date) {
        let all = Problems(
            account, oldestBackup: preferences.oldestBackup, ignoring: preferences.ignoredProblems, now: now)
        problems = all.list.filter { $0.kind != .unreadable }
        unreadable = all.list.filter { $0.kind == .unreadable }
        underWay = account.underWay
        unknown = all.unknown
        self.account = account
        self.now = now
        let lists = [Feed.projects] + account.lists
        asOf = lists.compactMap { account.feed($0).receivedAt }.min()
        verdict = verdict(lists, freshSince)
    }

    /// What is surely broken goes before all that is missing: it is broken whatever that would tell.
    private func verdict(_ lists: [Feed], _ freshSince: Date) -> Verdict {
        func isFresh(_ feed: Feed) -> Bool { account.feed(feed).receivedAt.map { $0 >= freshSince } ?? false }
        let missing = lists.filter { account.feed($0).receivedAt == nil }
        let old = lists.filter { !isFresh($0) }
        let confirmed = Set(account.projects.map(\.id).filter { id in old.allSatisfy { $0.project != id } })
        if problems.contains(where: { $0.row.project.map(confirmed.contains) ?? false }) { return .broken }
        if !missing.isEmpty {
            return missing.lazy.compactMap { account.feed($0).failure?.error }.first.map(Verdict.failed) ?? .notAsked
        }
        return old.isEmpty ? .well : .old
    }

    /// Why what is old could not be confirmed; nil where nothing went wrong.
    public var trouble: APIError? {
        ([Feed.projects] + account.lists).lazy.compactMap { account.feed($0).failure?.error }.first
    }
}
