#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// Between two looks at what was spent, in seconds.
    private static let spendingEvery = 1.0

    mutating func toggleBudget() -> [Effect] {
        if case .budget = page { return back() }
        open(.budget(scroll: 0))
        return []
    }

    /// Costs no request: it is counted on this host.
    mutating func askForSpending() -> [Effect] {
        guard case .budget = page else {
            spendingAskedAt = nil
            return []
        }
        guard spendingAskedAt.map({ now.timeIntervalSince($0) >= Self.spendingEvery }) ?? true else { return [] }
        spendingAskedAt = now
        return [.loadSpending]
    }
}
