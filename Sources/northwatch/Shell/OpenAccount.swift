internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Store
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An account while a command works on it: what is known of it, and a client to learn more.
final class OpenAccount: Sendable {
    let account: Account
    let memory: AccountMemory
    let client: NorthflankClient
    let spending: Spending
    /// What the user's configuration says, as the dashboard goes by it.
    let preferences: Preferences
    /// Tells dashboards who spends the hour's requests, and for what.
    let ledger: Ledger
    private let knowledge: Mutex<Dashboard.Account>
    /// Answers that aren't stored yet.
    private let heard = Mutex<[Feed: RememberedFeed]>([:])
    /// This process among those that share the account, once it has something to store.
    private let member = Mutex<Membership?>(nil)
    /// Up to where what is stored is known.
    private let revision = Mutex<Int64>(0)

    /// Before a read that went wrong is asked again: a bad link may be better in a moment, and a script shall not wait long.
    private static let pauses: [Duration] = [.seconds(1), .seconds(3)]

    init(
        _ account: Account, memory: AccountMemory = .none, spending: Spending = Spending(),
        preferences: Preferences = Preferences()
    ) {
        self.preferences = preferences
        self.account = account
        self.memory = memory
        self.spending = spending
        let token = account.token
        let ledger = Ledger(by: Author.shell, stored: memory.kept?.account)
        self.ledger = ledger
        let counting = spending.observer
        client = NorthflankClient(
            ClientConfiguration(baseURL: account.baseURL, team: account.team, version: northwatchVersion),
            token: { token },
            observer: ClientObserver(
                onRequest: { operation in
                    counting.onRequest(operation)
                    ledger.note(operation)
                }, onAnswer: counting.onAnswer),
            retries: ReadRetries(pauses: Self.pauses) { error, pause in
                guard spending.grant() else { return false }
                Line.note("\(error); asking again in \(pause.components.seconds) s")
                return true
            })
        knowledge = Mutex(Self.recalled(memory.recalled))
    }

    /// Without the projects nobody knows what else belongs to the account, so they come first.
    static func recalled(_ feeds: [RememberedFeed]) -> Dashboard.Account {
        var known = Dashboard.Account()
        for feed in feeds.filter({ $0.feed == .projects }) + feeds.filter({ $0.feed != .projects }) {
            guard let answer = feed.answer else { continue }
            known.loaded(feed.feed, answer, at: feed.receivedAt, from: .remembered)
        }
        return known
    }

    /// What was remembered, and what was read since.
    var known: Dashboard.Account { knowledge.withLock(\.self) }

    /// Whether a feed was read by this command.
    func isFresh(_ feed: Feed) -> Bool {
        let state = known.feed(feed)
        return state.receivedAt != nil && state.source == .live
    }

    /// Adds an answer to what is known.
    func learn(_ feed: Feed, _ answer: FeedAnswer) {
        knowledge.withLock { $0.loaded(feed, answer, at: Date()) }
        heard.withLock { $0[feed] = RememberedFeed(feed, answer: answer, receivedAt: Date()) }
    }

    /// Asks for a feed, and adds its answer to what is known. Ends with `.cancelled` where `spending` has a limit.
    func load(_ feed: Feed) async throws(APIError) {
        do throws(APIError) {
            let answer = try await client.load(feed, mayAsk: { [spending] in spending.grant() })
            learn(feed, answer)
        } catch {
            knowledge.withLock { $0.failed(feed, error, at: Date(), retryIn: nil) }
            throw error
        }
    }

    /// Asks for a feed.
    /// - Parameter what: that it can't be had, in words: "the services of shop can't be listed".
    func read(_ feed: Feed, or what: String) async throws(Complaint) {
        do throws(APIError) {
            try await load(feed)
        } catch {
            if error == .cancelled, let limit = spending.limit { throw Complaint(limit, what) }
            throw Complaint(error, what)
        }
    }
}

// MARK: - What is kept

extension OpenAccount {
    /// Takes in what dashboards have stored since. A database that fails has nothing to tell.
    func catchUp() async {
        guard let stored = memory.kept?.account,
            let news = try? await stored.recall(after: revision.withLock(\.self))
        else { return }
        revision.withLock { $0 = news.revision }
        knowledge.withLock { known in
            for feed in news.feeds.filter({ $0.feed == .projects }) + news.feeds.filter({ $0.feed != .projects }) {
                guard let answer = feed.answer, let at = feed.receivedAt,
                    known.feed(feed.feed).receivedAt.map({ $0 < at }) ?? true
                else { continue }
                known.loaded(feed.feed, answer, at: at, from: .shared)
            }
        }
    }

    private func member(
        _ kept: AccountMemory.Kept, at now: BootTime
    ) async throws(StoreProblem) -> Membership {
        if let member = member.withLock(\.self) { return member }
        let joined = try await kept.account.join(kept.mark, label: Author.label, at: now)
        member.withLock { $0 = joined }
        return joined
    }

    /// Stores what was read, for the next command and the next dashboard. While a dashboard is open, that is its
    /// business: it reads all of this by itself.
    func remember() async {
        // Nothing can be written any more after a signal.
        guard let kept = memory.kept, !Task.isCancelled else { return }
        let feeds = heard.withLock { feeds in
            defer { feeds = [:] }
            return Array(feeds.values)
        }
        guard !feeds.isEmpty else { return }
        do throws(StoreProblem) {
            let clock = HostClock()
            let member = try await member(kept, at: clock.now)
            guard let lease = try await member.beat(term: nil, at: clock.now) else { return }
            try await kept.account.remember(feeds, under: lease)
        } catch {
            Line.note("what was read isn't remembered: \(error)")
        }
    }
}
