import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looks at the containers of one service after the other, where an account has too many to keep all of them fresh (see
/// `State.mostBackgroundLists`): what fails where nobody looks comes to light some day. Those whose deployment has
/// changed since the last look are first, as that is what containers mostly fail of, and then those that were not looked
/// at for the longest.
struct ContainerRound: Hashable, Sendable {
    /// Those that wait for their answer.
    private(set) var waiting: [ServiceReference: Turn] = [:]
    /// When each was last asked for, whatever came of it.
    private var looked: [ServiceReference: Date] = [:]
    /// When the next one comes in.
    private var nextAt = Date.distantPast

    /// Of an hour's requests: with 1,000 of them, a service every 90 seconds.
    private static let share = 0.04
    /// Where nothing is answered, no more are asked for.
    private static let mostWaiting = 5

    struct Turn: Hashable, Sendable {
        var since: Date
        /// What was wrong with it at the last time.
        var failure: FeedState.Failure?
    }

    /// Lets those go whose answer has come.
    mutating func settle(_ account: Account, now: Date) {
        for (service, turn) in waiting where account.service(service) == nil || account.isHeard(service, in: turn) {
            waiting[service] = nil
            looked[service] = now
        }
    }

    func isDue(at now: Date) -> Bool { now >= nextAt && waiting.count < Self.mostWaiting }

    /// The next one's turn.
    /// - Parameter limit: Requests an hour, more than 0.
    mutating func goOn(through projects: [Project.ID], of account: Account, limit: Int, now: Date) {
        nextAt = now.addingTimeInterval(3_600 / (Self.share * Double(limit)))
        guard let next = next(of: projects, account) else { return }
        waiting[next] = Turn(since: now, failure: account.feed(.containers(next)).failure)
    }

    private func next(of projects: [Project.ID], _ account: Account) -> ServiceReference? {
        var best: (service: ServiceReference, rank: Rank)?
        account.forEachService(of: projects) { reference, service in
            guard service.kind.deploys, waiting[reference] == nil else { return }
            let known = account.feed(.containers(reference)).receivedAt
            let last = [known, looked[reference]].compactMap(\.self).max() ?? .distantPast
            let rank = Rank(lookedAt: last, deployedAt: service.deployment?.changedAt ?? .distantPast)
            if best.map({ rank < $0.rank }) ?? true { best = (reference, rank) }
        }
        return best?.service
    }

    private struct Rank: Comparable {
        var lookedAt: Date
        var deployedAt: Date

        private var isOutdated: Bool { deployedAt > lookedAt }

        static func < (left: Self, right: Self) -> Bool {
            if left.isOutdated != right.isOutdated { return left.isOutdated }
            // A fresh deployment is more likely to fail than an old one.
            return left.isOutdated ? left.deployedAt > right.deployedAt : left.lookedAt < right.lookedAt
        }
    }
}

extension Account {
    /// Whether the containers of a service were answered, or refused, since its turn began.
    fileprivate func isHeard(_ service: ServiceReference, in turn: ContainerRound.Turn) -> Bool {
        let state = feed(.containers(service))
        if let failure = state.failure, failure != turn.failure { return true }
        return state.receivedAt.map { $0 >= turn.since } ?? false
    }
}
