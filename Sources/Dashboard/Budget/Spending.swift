import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What this user's processes have spent of the account's requests, added up in the ways in which the budget page shows
/// it.
struct Spending {
    /// Of the last two hours at most.
    let lines: [SpentRequests]

    /// An amount by its name, the largest first.
    typealias Share = (name: String, count: Int)

    /// The last so many minutes tell how fast requests are spent now.
    private static let recentMinutes = 10

    init(_ lines: [SpentRequests]) { self.lines = lines }

    /// Of this window alone, an hour's by the contract, and of the minute in which it began.
    init(_ lines: [SpentRequests], of budget: Budget, now: Date) {
        let start = budget.resetsAt.map { $0.addingTimeInterval(-3600) } ?? now.addingTimeInterval(-3600)
        let minute = Int(start.timeIntervalSince1970 / 60)
        self.init(lines.filter { $0.minute >= minute })
    }

    var total: Int { lines.reduce(0) { $0 + $1.count } }

    func shares(_ name: (SpentRequests) -> String) -> [Share] {
        Dictionary(lines.map { (name($0), $0.count) }, uniquingKeysWith: +)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { (name: $0.key, count: $0.value) }
    }

    /// Requests a second over the last minutes. What a start asks at once is spread over them: it won't go on like that.
    func rate(at now: Date) -> Double {
        let minute = Int(now.timeIntervalSince1970 / 60)
        let recent = lines.filter { $0.minute > minute - Self.recentMinutes }
        return Double(recent.reduce(0) { $0 + $1.count }) / Double(Self.recentMinutes * 60)
    }
}

extension Budget {
    /// How long what is left beside the reserve lasts at so many requests a second; nil where it lasts to the reset.
    func lasts(at rate: Double, now: Date) -> Double? {
        let seconds = Double(max(0, remaining - reserve)) / max(rate, .leastNonzeroMagnitude)
        guard let resetsAt else { return nil }
        return seconds < resetsAt.timeIntervalSince(now) ? seconds : nil
    }
}
