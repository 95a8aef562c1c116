internal import Northflank
internal import NorthflankAPI
internal import Refresh
internal import Synchronization

/// Counts the requests of a command, and knows what its answers told of the hour's.
final class Spending: Sendable {
    /// Why nothing more is asked.
    enum Limit: Equatable {
        /// So many were allowed.
        case own(Int)
        /// The rest of the hour's is kept for actions.
        case reserve(RateLimit)
    }

    private struct Account {
        var requests = 0
        var heard: RateLimit?
    }

    private let most: Int?
    private let account = Mutex(Account())

    /// - Parameter most: how many requests reading may cost; nil is as many as there are.
    init(atMost most: Int? = nil) { self.most = most }

    /// How many were sent.
    var requests: Int { account.withLock(\.requests) }

    /// What the last answer told.
    var rateLimit: RateLimit? { account.withLock(\.heard) }

    /// Why nothing more may be read; nil while something may. Actions go by no limit but the API's.
    var limit: Limit? {
        account.withLock { account in
            if let most, account.requests >= most { return .own(most) }
            if let heard = account.heard, heard.remaining <= Planner.reserve(limit: heard.limit) {
                return .reserve(heard)
            }
            return nil
        }
    }

    /// For the client.
    var observer: ClientObserver {
        ClientObserver(
            onRequest: { [self] _ in account.withLock { $0.requests += 1 } },
            onAnswer: { [self] record in
                if let heard = record.rateLimit { account.withLock { $0.heard = heard } }
            })
    }
}

extension Complaint {
    /// What was wanted, and why it isn't asked for.
    init(_ limit: Spending.Limit, _ what: String) {
        switch limit {
        case .own(let most):
            self.init(.budgetUsedUp, "\(what): \(most) requests were spent, and no more may be; see --max-requests")
        case .reserve(let left):
            self.init(
                .budgetUsedUp,
                "\(what): the last \(left.remaining) requests of this hour are kept for actions; "
                    + "there are more in \(left.resetIn.components.seconds) s")
        }
    }
}
