public import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// What the user says of kinds of things, once and for all. What a rule leaves open may be anything.

/// Changes that ring though nobody waits for them.
public struct RingRule: Hashable, Sendable {
    public var kinds: Set<Change.Kind>?
    /// What the change must have come to.
    public var health: Set<Health>?
    public var projects: Set<Project.ID>?

    public init(kinds: Set<Change.Kind>? = nil, health: Set<Health>? = nil, projects: Set<Project.ID>? = nil) {
        self.kinds = kinds
        self.health = health
        self.projects = projects
    }

    /// What the user did rings for nobody: they are there.
    func covers(_ change: Change) -> Bool {
        change.kind != .action && kinds?.contains(change.kind) != false && health?.contains(change.health) != false
            && (projects.map { projects in change.row.project.map(projects.contains) ?? false } ?? true)
    }
}

/// Problems that are neither shown nor counted.
public struct IgnoreRule: Hashable, Sendable {
    public var kinds: Set<Problem.Kind>?
    public var projects: Set<Project.ID>?
    /// Those that have been there for longer, in seconds. What nobody knows the age of isn't old.
    public var age: Double?

    public init(kinds: Set<Problem.Kind>? = nil, projects: Set<Project.ID>? = nil, age: Double? = nil) {
        self.kinds = kinds
        self.projects = projects
        self.age = age
    }

    func covers(_ problem: Problem, at now: Date) -> Bool {
        kinds?.contains(problem.kind) != false
            && (projects.map { projects in problem.row.project.map(projects.contains) ?? false } ?? true)
            && (age.map { age in problem.since.map { now.timeIntervalSince($0) > age } ?? false } ?? true)
    }
}

extension Problem.Kind {
    /// Its name in the configuration.
    public var name: String {
        switch self {
        case .deploymentFailed: "deployment-failed"
        case .addonFailed: "addon-failed"
        case .containersFail: "containers-fail"
        case .containersRestart: "containers-restart"
        case .buildFailed: "build-failed"
        case .runFailed: "run-failed"
        case .backupFailed: "backup-failed"
        case .backupMissing: "backup-missing"
        case .unreadable: "unreadable"
        }
    }
}
