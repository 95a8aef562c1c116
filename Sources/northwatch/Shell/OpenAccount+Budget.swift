internal import Northflank
internal import Store

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

// What is left of the hour's requests is remembered from one command to the next, so that a script that calls many
// leaves the reserve alone too.

extension OpenAccount {
    /// Learns what another process heard in this hour.
    func recallBudget() async {
        guard let kept = memory.kept, let budget = try? await kept.account.leadersWord().budget,
            let left = budget.left(at: Date())
        else { return }
        spending.recall(left)
    }

    /// Tells others what was heard. Without a database nobody is told.
    func keepBudget() async {
        try? await ledger.write()
        guard let kept = memory.kept, spending.requests > 0, let heard = spending.rateLimit else { return }
        let earlier = try? await kept.account.leadersWord().budget
        _ = try? await kept.account.remember([], budget: SharedBudget(heard, after: earlier, at: Date()))
    }
}

extension SharedBudget {
    /// Nil where its hour is over.
    func left(at now: Date) -> RateLimit? {
        guard let resetsAt, resetsAt > now else { return nil }
        return RateLimit(limit: limit, remaining: remaining, resetIn: .seconds(resetsAt.timeIntervalSince(now)))
    }

    /// What an answer told; why a dashboard pauses is its own.
    init(_ heard: RateLimit, after earlier: SharedBudget?, at now: Date) {
        self.init(
            limit: heard.limit, remaining: heard.remaining,
            resetsAt: now.addingTimeInterval(heard.resetIn / .seconds(1)), reserve: heard.reserve,
            others: earlier?.others ?? 0,
            pauseReason: earlier?.pauseReason, pausedUntil: earlier?.pausedUntil)
    }
}
