public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Something that is broken, or that nobody can vouch for.
public struct Problem: Hashable, Sendable, Identifiable {
    /// In the order in which they keep people awake.
    public enum Kind: Int, Hashable, Sendable, CaseIterable, Comparable {
        case deploymentFailed, addonFailed
        /// Of a deployment that went well.
        case containersFail
        case buildFailed, runFailed, backupFailed
        /// A container took the place of another, and nothing was deployed.
        case containersRestart
        /// No backup was completed for longer than `Preferences.oldestBackup`.
        case backupMissing
        /// A list can't be read, so that what it would tell may be wrong.
        case unreadable

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    public struct ID: Hashable, Sendable {
        public var kind: Kind
        public var row: RowID
    }

    public var kind: Kind
    /// The thing to look at.
    public var row: RowID
    /// Its name; of an unreadable list, what it lists.
    public var subject: String
    /// Since when; nil where nobody tells, or where there never was one.
    public var since: Date?
    /// What is wrong, in two or three words.
    public var what: String
    /// The API's own reason; of what it doesn't tell, what shows it.
    public var reason: String?
    /// The lists that can't be read.
    public var feeds: Set<Feed> = []

    public var id: ID { ID(kind: kind, row: row) }

    public var health: Health { severity < 2 ? .failing : .warning }

    /// What is down, what went wrong, what may go wrong.
    private var severity: Int {
        switch kind {
        case .deploymentFailed, .addonFailed, .containersFail: 0
        case .buildFailed, .runFailed, .backupFailed: 1
        case .containersRestart, .backupMissing, .unreadable: 2
        }
    }

    /// What would help. An addon that failed and a deployment can only be looked at from here.
    public var remedy: Command {
        switch kind {
        case .deploymentFailed: .deploy
        case .addonFailed: .open
        case .containersFail, .containersRestart: .openLog
        case .buildFailed: .startBuild
        case .runFailed: .runJob
        case .backupFailed, .backupMissing: .backUp
        case .unreadable: .refreshPane
        }
    }

    /// Worst and newest first; what nobody knows the age of comes last of its kind.
    static func isWorse(_ left: Problem, _ right: Problem) -> Bool {
        if left.severity != right.severity { return left.severity < right.severity }
        let (one, other) = (left.since ?? .distantPast, right.since ?? .distantPast)
        if one != other { return one > other }
        return (left.kind, left.subject) < (right.kind, right.subject)
    }
}
