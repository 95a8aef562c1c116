internal import Dashboard
internal import Northflank
internal import Refresh
internal import Store

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds out how some projects are, for as few requests as that takes.
struct StatusReading {
    let account: OpenAccount
    /// Of the projects that it is about; none are all.
    let names: [String]
    /// What is older is asked again, in seconds.
    let maxAge: Double
    /// How many requests it may cost; nil is one, and three for each project.
    let most: Int?

    /// Lists that are asked for at the same time.
    private static let atOnce = 4

    func read() async throws(Complaint) -> StatusReport {
        let start = Date()
        let freshSince = start.addingTimeInterval(-maxAge)
        await account.catchUp()
        account.spending.begin(atMost: most)
        func isOld(_ feed: Feed) -> Bool { account.known.feed(feed).receivedAt.map { $0 < freshSince } ?? true }
        var goesOn = await ask([.projects].filter(isOld))
        let scope = try await scope()
        if most == nil { account.spending.begin(atMost: 1 + 3 * scope.projects.count, afresh: false) }
        if goesOn { goesOn = await ask(scope.lists.filter(isOld)) }
        if goesOn { goesOn = await ask(try await self.scope().details.filter(isOld)) }
        await account.remember()
        return StatusReport(try await self.scope(), account.preferences, freshSince: freshSince, now: Date())
    }

    /// How long to wait before the next look: half a minute, and so long that half of what may still be spent in this
    /// window is enough.
    var pause: Seconds {
        let usual = 30.0
        guard let left = account.spending.rateLimit, account.spending.requests > 0 else { return Seconds(usual) }
        let rounds = Double(left.remaining - Planner.reserve(limit: left.limit)) / 2 / Double(account.spending.requests)
        let window = Double(left.resetIn.components.seconds)
        return Seconds(max(usual, (rounds < 1 ? window : window / rounds).rounded(.up)))
    }

    private func scope() async throws(Complaint) -> Dashboard.Account {
        guard !names.isEmpty else { return account.known }
        var chosen: Set<Project.ID> = []
        for name in names { chosen.insert(try await account.project(name)) }
        return account.known.scoped(to: chosen)
    }

    /// Asks for feeds until something is wrong that is wrong for all of them.
    /// - Returns: whether there is a point in asking for more.
    private func ask(_ feeds: [Feed]) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            var rest = feeds[...]
            for _ in 0..<Self.atOnce {
                if let feed = rest.popFirst() { group.addTask { await ask(feed) } }
            }
            while let goesOn = await group.next() {
                guard goesOn, account.spending.limit == nil else { return false }
                if let feed = rest.popFirst() { group.addTask { await ask(feed) } }
            }
            return true
        }
    }

    private func ask(_ feed: Feed) async -> Bool {
        do throws(APIError) {
            try await account.load(feed)
            return true
        } catch {
            switch error {
            case .forbidden, .notFound, .invalid, .conflict, .server, .unexpected: return true
            case .unreachable, .unauthorized, .rateLimited, .cancelled: return false
            }
        }
    }
}
