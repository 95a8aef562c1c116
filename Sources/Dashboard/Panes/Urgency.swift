import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The order of rows across the account: what is failing, then what is under way, then the rest; each newest first.
struct Urgency: Comparable {
    private let rank: Int
    private let time: Double

    /// What never moved comes last of its rank.
    init(_ health: Health, _ changedAt: Date?) {
        rank =
            switch health {
            case .failing: 0
            case .active: 1
            case .warning: 2
            case .unknown, .healthy: 3
            case .idle: 4
            }
        time = changedAt?.timeIntervalSince1970 ?? -.infinity
    }

    static func < (left: Urgency, right: Urgency) -> Bool {
        left.rank == right.rank ? left.time > right.time : left.rank < right.rank
    }
}
