import Northflank
import TerminalUI

extension State {
    /// Writes down what has changed.
    /// - Returns: a ring for what the user waits for.
    mutating func record(_ changes: [Change]) -> [Effect] {
        var rings: [Effect] = []
        for change in changes {
            timeline.add(change)
            changesToKeep.append(change)
            // What goes on isn't worth turning around for.
            guard change.health != .active, isAwaited(change.row) || isRuled(change) else { continue }
            rings.append(.ring(change.sentence))
            if change.row.ends { awaited.remove(change.row) }
        }
        if page == .timeline { rebuildPage() }
        return rings
    }

    /// Has what was written down kept beyond this start.
    mutating func keepChanges() -> [Effect] {
        defer { changesToKeep = [] }
        return changesToKeep.isEmpty ? [] : [.keepChanges(changesToKeep)]
    }

    /// Writes down what the user did.
    mutating func record(_ action: TrackedAction, _ health: Health, _ outcome: String) {
        _ = record([
            Change(
                kind: .action, at: now, row: action.action.feed.row, subject: action.title, from: nil, to: outcome,
                health: health)
        ])
    }

    /// Whether a change of it rings: it is marked, or what it belongs to is.
    private func isAwaited(_ row: RowID) -> Bool {
        if awaited.isEmpty { return false }
        return [row, row.owner].contains { awaited.contains($0) }
    }

    /// Whether a rule of the user's wants it to ring.
    private func isRuled(_ change: Change) -> Bool {
        session.preferences.ringRules.contains { $0.covers(change) }
    }

    /// Marks what is selected, so that its next change rings, or takes that back. Builds, runs and backups ring once;
    /// services, jobs and addons until they are unmarked.
    mutating func toggleAwaited() -> [Effect] {
        guard let row = rowInHand, let subject = row.waitable else { return [] }
        let isNew = awaited.insert(subject).inserted
        if !isNew { awaited.remove(subject) }
        return say(.idle, isNew ? "Rings when it changes." : "Rings no longer.")
    }
}

extension RowID {
    /// The service, job or addon that it belongs to, or itself.
    fileprivate var owner: RowID {
        service.map { .service($0) } ?? job.map { .job($0) } ?? addon.map { .addon($0) } ?? self
    }

    /// Whether it is over once it has ended: a build, a run, a backup.
    fileprivate var ends: Bool { self != owner }

    /// What can be waited for: not a project.
    var waitable: RowID? {
        switch self {
        case .allProjects, .project: nil
        case .latestBuild(let service): .service(service)
        case .service, .build, .job, .run, .addon, .backup: self
        }
    }
}

extension Change {
    /// `Build of api (main): failure after 4m12s`
    var sentence: String {
        let what = kind == .action ? subject.capitalizedFirst : "\(kind.rawValue.capitalizedFirst) of \(subject)"
        return "\(what): \(to)\(after)"
    }

    /// ` after 4m12s`
    var after: String { duration.map { " after \(RelativeTime.duration($0))" } ?? "" }
}
