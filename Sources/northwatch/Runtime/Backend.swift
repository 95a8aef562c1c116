internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Refresh

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Everything of the dashboard that talks to the API: it performs effects and answers with messages.
final class Backend: Sendable {
    private let client: NorthflankClient
    private let refresher: Refresher
    private let post: @Sendable (Message) -> Void
    private let work: AsyncStream<Effect>
    private let queue: AsyncStream<Effect>.Continuation

    /// - Parameter post: takes messages to the main thread; it must not block.
    init(
        _ configuration: ClientConfiguration, token: APIToken, seed: UInt64,
        post: @escaping @Sendable (Message) -> Void
    ) {
        let limits = RateLimitRelay()
        let client = NorthflankClient(
            configuration, token: { token },
            observer: ClientObserver(onAnswer: { if let limit = $0.rateLimit { limits.note(limit) } }))
        let refresher = Refresher(
            load: { feed async throws(APIError) in try await client.load(feed) },
            clock: ContinuousClock(), generator: SplitMix(seed: seed),
            emit: { event in if let message = Message(event, now: Date()) { post(message) } })
        limits.connect { refresher.noteRateLimit($0) }
        self.client = client
        self.refresher = refresher
        self.post = post
        (work, queue) = AsyncStream.makeStream(of: Effect.self)
    }

    /// Takes an effect from the main thread and returns at once. Those that concern the terminal are not for here.
    func perform(_ effect: Effect) {
        switch effect {
        case .watch(let feeds): refresher.setInterest(feeds)
        case .refresh(let feeds):
            // Somebody who presses `r` wants to know now whether the way is open again.
            refresher.retryNow()
            refresher.refreshNow(feeds)
        case .perform, .loadBranches: queue.yield(effect)
        case .suspend, .repaint, .quit: break
        }
    }

    /// Works until its task is cancelled; then whatever is under way is given up at once.
    func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.refresher.run() }
            for await effect in work {
                group.addTask { await self.carryOut(effect) }
            }
            group.cancelAll()
        }
        await client.shutdown()
    }

    private func carryOut(_ effect: Effect) async {
        switch effect {
        case .perform(let id, let action, let known):
            refresher.noteOwnRequests(1)
            let post = post
            let outcome = await client.perform(action, knownIDs: known) { post(.actionInDoubt(id, $0)) }
            post(.actionEnded(id, outcome))
        case .loadBranches(let service):
            refresher.noteOwnRequests(1)
            let result: Result<[Branch], APIError>
            do throws(APIError) {
                result = .success(try await client.send(.getServiceBranches(service)).value.items)
            } catch {
                result = .failure(error)
            }
            post(.branchesLoaded(service, result))
        case .watch, .refresh, .suspend, .repaint, .quit: break
        }
    }
}
