public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An action of this session, from the key to its end.
public struct TrackedAction: Hashable, Sendable {
    public enum Phase: Hashable, Sendable {
        /// Others of its batch are sent before it.
        case waiting
        /// The POST is on its way.
        case sending
        /// Its answer was lost; the list is asked whether it arrived.
        case inDoubt(APIError)
        /// The API took it. Its states are read from its feed.
        case accepted(id: String, status: String?)
    }

    public var id: ActionID
    public var action: Action
    /// What it does to what, as it was confirmed: "build of api (main)".
    public var title: String
    public var startedAt: Date
    public var phase = Phase.sending
    /// Those that one yes began: they are sent one after the other.
    var batch = 0

    public init(id: ActionID, action: Action, title: String, startedAt: Date) {
        self.id = id
        self.action = action
        self.title = title
        self.startedAt = startedAt
    }
}

/// How far the thing that an action began has come, as its feed tells.
struct ActionProgress: Hashable {
    var status: String
    var health: Health
    var isActive: Bool
    /// The API's own words on how it ended.
    var message: String?
    /// In seconds; nil while it goes on or where the API is silent.
    var duration: Double?

    /// Nil while the list doesn't hold it yet.
    init?(of action: Action, id: String, in account: Account) {
        switch action {
        case .startBuild(let service, _):
            guard let build = account.builds[service]?.first(where: { $0.id.rawValue == id }) else { return nil }
            self.init(
                status: build.status?.words, health: build.health, isActive: build.isActive,
                message: build.message, from: build.createdAt, to: build.concludedAt)
        case .runJob(let job):
            guard let run = account.runs[job]?.first(where: { $0.id.rawValue == id }) else { return nil }
            self.init(
                status: run.status?.words, health: run.health, isActive: run.isActive, message: nil,
                from: run.startedAt, to: run.concludedAt)
        case .backUp(let addon, _):
            guard let backup = account.backups[addon]?.first(where: { $0.id.rawValue == id }) else { return nil }
            self.init(
                status: backup.status?.words, health: backup.health, isActive: backup.isActive, message: nil,
                from: backup.createdAt, to: backup.completedAt)
        }
    }

    private init(status: String?, health: Health, isActive: Bool, message: String?, from: Date?, to: Date?) {
        self.status = status ?? "no status yet"
        self.health = health
        self.isActive = isActive || status == nil
        self.message = message
        duration = isActive ? nil : from.flatMap { start in to.map { $0.timeIntervalSince(start) } }
    }
}
