internal import Northflank
internal import NorthflankAPI
internal import Refresh
internal import Synchronization
internal import TerminalUI

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
        var most: Int?
        var requests = 0
        /// Requests that may be sent, those that were included.
        var granted = 0
        var mayUseReserve = false
        /// With the end of the hour that it is about.
        var heard: (left: RateLimit, until: ContinuousClock.Instant)?

        /// What is left; nil where nobody knows, or not any more.
        var left: RateLimit? {
            guard let heard, heard.until > .now else { return nil }
            return RateLimit(limit: heard.left.limit, remaining: heard.left.remaining, resetIn: heard.until - .now)
        }

        var limit: Limit? {
            if let most, granted >= most { return .own(most) }
            guard !mayUseReserve, let heard = left, heard.remaining <= heard.reserve else { return nil }
            return .reserve(heard)
        }
    }

    private let account: Mutex<Account>

    /// - Parameter most: how many requests reading may cost; nil is as many as there are.
    init(atMost most: Int? = nil) { account = Mutex(Account(most: most)) }

    /// How many were sent.
    var requests: Int { account.withLock(\.requests) }

    /// What the last answer told.
    var rateLimit: RateLimit? { account.withLock(\.left) }

    /// Why nothing more may be read; nil while something may. Actions go by no limit but the API's.
    var limit: Limit? { account.withLock(\.limit) }

    /// Whether what is read is part of an action, for which the reserve is kept: a name that is looked up, a list.
    var mayUseReserve: Bool {
        get { account.withLock(\.mayUseReserve) }
        set { account.withLock { $0.mayUseReserve = newValue } }
    }

    /// Whether one more request may be sent to read something. It counts as sent.
    func grant() -> Bool {
        account.withLock { account in
            guard account.limit == nil else { return false }
            account.granted += 1
            return true
        }
    }

    /// Counts from nought again, or goes on with another limit.
    func begin(atMost most: Int?, afresh: Bool = true) {
        account.withLock { account in
            account.most = most
            if afresh { (account.requests, account.granted) = (0, 0) }
        }
    }

    /// `4 requests; 996 of 1000 left for 58 min`
    var words: String {
        let (requests, heard) = account.withLock { ($0.requests, $0.left) }
        let spent = "\(requests == 0 ? "no" : "\(requests)") request\(requests == 1 ? "" : "s")"
        guard let heard else { return spent }
        let time = RelativeTime.duration(Double(heard.resetIn.components.seconds))
        return "\(spent); \(heard.remaining) of \(heard.limit) are left for \(time)"
    }

    /// What was heard before this command began.
    func recall(_ limit: RateLimit) {
        account.withLock { $0.heard = $0.heard ?? (limit, .now + limit.resetIn) }
    }

    /// For the client.
    var observer: ClientObserver {
        ClientObserver(
            onRequest: { [self] _ in account.withLock { $0.requests += 1 } },
            onAnswer: { [self] record in
                if let heard = record.rateLimit { account.withLock { $0.heard = (heard, .now + heard.resetIn) } }
            })
    }
}

extension RateLimit {
    /// What reading leaves for actions.
    var reserve: Int { Planner.reserve(limit: limit) }
}

extension Spending.Limit {
    /// Why nothing more is asked.
    var words: String {
        switch self {
        case .own(let most): "no more than \(most) request\(most == 1 ? "" : "s") may be spent; see --max-requests"
        case .reserve(let left):
            "the last \(left.remaining) requests of this hour are kept for actions; "
                + "there are more in \(RelativeTime.duration(Double(left.resetIn.components.seconds)))"
        }
    }
}

extension Complaint {
    /// What was wanted, and why it isn't asked for.
    init(_ limit: Spending.Limit, _ what: String) { self.init(.budgetUsedUp, "\(what): \(limit.words)") }
}
