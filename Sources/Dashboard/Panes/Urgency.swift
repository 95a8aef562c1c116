import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The order of rows across the account: what is failing, then what is under way, then the rest; each newest first.
struct Urgency: Comparable {
    /// The rank and, below it, the time backwards: thousands are compared as numbers. A time loses a microsecond.
    private let bits: UInt64

    /// What never moved comes last of its rank.
    init(_ health: Health, _ changedAt: Date?) {
        let rank: UInt64 =
            switch health {
            case .failing: 0
            case .active: 1
            case .warning: 2
            case .unknown, .healthy: 3
            case .idle: 4
            }
        bits = rank << 61 | ~(changedAt?.timeIntervalSince1970 ?? -.infinity).inOrder >> 3
    }

    static func < (left: Urgency, right: Urgency) -> Bool { left.bits < right.bits }
}

extension [RowID] {
    /// By how urgent each is; equals keep their order.
    func sorted(by ranks: [Urgency]) -> [RowID] {
        let order = zip(ranks, ranks.indices).sorted { $0 < $1 }
        return order.map { self[$0.1] }
    }
}
