internal import Dashboard
internal import Northflank
internal import Refresh
internal import Store
internal import TerminalSession

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// This process among those of the same user that have the same account open. The one that holds the lease asks for
/// all of them; the others read what it has stored, and tell it what their users look at. Where the database fails,
/// each asks for itself.
actor Sharing {
    private enum Role: Equatable {
        case joining, leading, following
        /// The database fails.
        case alone
    }

    private let stored: StoredAccount
    private let mark: ProcessMark
    private let permit: Permit
    private let refresher: Refresher
    private let ledger: Ledger
    private let notices: StoreNotices
    private let mailbox: Mailbox<Mail>
    private let clock = HostClock()

    private var role = Role.joining
    private var member: Membership?
    private var nextBeat = ContinuousClock.now
    private var interest: [Feed: Attention] = [:]
    private var isInterestNew = false
    private var wish: Set<Feed> = []
    /// The last wish that the leader was told, and when: should this process lead in a moment, it is its own.
    private var told: (wish: Set<Feed>, at: ContinuousClock.Instant)?
    private var others: Membership.Others?
    private var dataVersion: Int?
    /// Up to where this process has read what is stored.
    private var revision: Int64 = 0
    /// When each feed was last answered, as far as this process knows.
    private var known: [Feed: (at: Date, requests: Int)] = [:]

    /// New data must be on the screen within 500 ms of its being stored.
    private static let lookEvery = Duration.milliseconds(200)
    /// After the database failed.
    private static let retryAfter = Duration.seconds(2)
    /// What was heard so recently at an earlier start needn't be asked at once.
    private static let recent: TimeInterval = 60

    init(
        _ stored: StoredAccount, mark: ProcessMark, recalled: [RememberedFeed], permit: Permit, refresher: Refresher,
        ledger: Ledger, notices: StoreNotices, mailbox: Mailbox<Mail>
    ) {
        self.stored = stored
        self.mark = mark
        self.permit = permit
        self.refresher = refresher
        self.ledger = ledger
        self.notices = notices
        self.mailbox = mailbox
        let now = Date()
        // The projects are asked anyway: their answer says that the API can be reached.
        for feed in recalled where feed.feed != .projects {
            guard let at = feed.receivedAt, now.timeIntervalSince(at) < Self.recent else { continue }
            known[feed.feed] = (at, feed.answer?.requests ?? 1)
        }
    }

    /// What this process's user looks at.
    func watch(_ interest: [Feed: Attention]) {
        self.interest = interest
        isInterestNew = true
        tellRefresher()
    }

    /// What this process's user wants now.
    func refresh(_ feeds: Set<Feed>) {
        switch role {
        case .leading, .alone: refresher.refreshNow(feeds)
        case .following, .joining: wish.formUnion(feeds)
        }
    }

    /// Works until its task is cancelled. Call it once.
    func run() async {
        while !Task.isCancelled {
            var pause = Self.lookEvery
            do throws(StoreProblem) {
                try await turn()
            } catch {
                if Task.isCancelled { return }
                notices.tell(error)
                become(.alone)
                pause = Self.retryAfter
            }
            try? await Task.sleep(for: pause)
        }
    }

    private func turn() async throws(StoreProblem) {
        if member == nil {
            member = try await stored.join(mark, label: Author.label, at: clock.now)
            try await stored.forgetOld(now: Date())
        }
        guard let member else { return }
        if nextBeat <= .now {
            nextBeat = .now + Lease.beatEvery
            let lease = try await member.beat(term: permit.lease?.term, at: clock.now)
            if lease != nil, role != .leading { try await heedPause() }
            permit.learn(lease)
            become(lease == nil ? .following : .leading)
            // A member that this one has struck off shows in no other's writing.
            try await look(member)
            try await ledger.write()
        }
        if isInterestNew {
            isInterestNew = false
            try await member.publish(interest)
        }
        if role == .following, !wish.isEmpty {
            try await member.wish(for: wish)
            told = (wish, .now)
            wish = []
        }
        let version = try await member.dataVersion()
        guard version != dataVersion else { return }
        dataVersion = version
        try await look(member)
    }

    /// Whoever led before was told to wait: so must this one, which would else learn it from a refusal of its own.
    private func heedPause() async throws(StoreProblem) {
        guard let budget = try await stored.leadersWord().budget, let until = budget.pausedUntil else { return }
        let wait = until.timeIntervalSinceNow
        guard wait > 0 else { return }
        refresher.noteRateLimit(RateLimit(limit: budget.limit, remaining: 0, resetIn: .seconds(wait)))
    }

    // MARK: - Roles

    private func become(_ next: Role) {
        guard next != role else { return }
        role = next
        switch role {
        case .leading:
            let now = Date()
            refresher.recall(
                known.mapValues {
                    KnownAnswer(age: .seconds(max(0, now.timeIntervalSince($0.at))), requests: $0.requests)
                })
            dataVersion = nil
        case .following:
            revision = 0
            dataVersion = nil
        case .alone: permit.stopSharing()
        case .joining: break
        }
        tellRefresher()
        guard role == .leading || role == .alone else { return }
        if let told, told.at + Lease.expiry * 2 > .now { wish.formUnion(told.wish) }
        told = nil
        if !wish.isEmpty { refresher.refreshNow(wish) }
        wish = []
    }

    private func tellRefresher() {
        switch role {
        case .joining, .following: refresher.setInterest([:])
        case .alone: refresher.setInterest(interest)
        case .leading:
            let all = (others?.interests ?? [:]).values.reduce(interest) { $0.merging($1) { min($0, $1) } }
            refresher.setInterest(all)
        }
    }

    // MARK: - The others

    private func look(_ member: Membership) async throws(StoreProblem) {
        let before = others
        let others = try await member.others()
        self.others = others
        if others.count != before?.count ?? 0 { mailbox.post(.message(.sharing(with: others.count))) }
        switch role {
        case .leading:
            if others.interests != before?.interests { tellRefresher() }
            for (member, wish) in others.wishes where wish.number != before?.wishes[member]?.number {
                refresher.refreshNow(wish.feeds)
            }
        case .following: try await listen()
        case .joining, .alone: break
        }
    }

    /// Takes over what the leader has stored. What was there before it led is only remembered.
    private func listen() async throws(StoreProblem) {
        let word = try await stored.leadersWord()
        let news = try await stored.recall(after: revision)
        revision = news.revision
        let since = word.since.map { Date(timeIntervalSince1970: $0) } ?? .distantPast
        let fresh = news.feeds.filter { max($0.receivedAt ?? .distantPast, $0.failure?.at ?? .distantPast) >= since }
        for feed in fresh {
            if let at = feed.receivedAt { known[feed.feed] = (at, feed.answer?.requests ?? 1) }
        }
        if !fresh.isEmpty { mailbox.post(.message(.shared(fresh))) }
        if let budget = word.budget { mailbox.post(.message(.budget(Budget(budget)))) }
    }
}

extension Budget {
    init(_ shared: SharedBudget) {
        self.init(
            limit: shared.limit, remaining: shared.remaining, resetsAt: shared.resetsAt, reserve: shared.reserve,
            others: shared.others,
            paused: shared.pauseReason.map { Pause(until: shared.pausedUntil, reason: $0) })
    }
}

extension SharedBudget {
    init(_ budget: Budget) {
        self.init(
            limit: budget.limit, remaining: budget.remaining, resetsAt: budget.resetsAt, reserve: budget.reserve,
            others: budget.others,
            pauseReason: budget.paused?.reason, pausedUntil: budget.paused?.until)
    }
}
