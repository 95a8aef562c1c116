internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import NorthflankSimulator
internal import Refresh
internal import TerminalSession

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// All that goes on away from the main thread: the client, the refresher, actions, and the simulator of a demo. It is
/// one tree of tasks with `run` at its root, so that cancelling that ends it all.
struct Backstage: Sendable {
    /// Where the account is.
    enum Place: Sendable {
        case api(ClientConfiguration, APIToken)
        /// In this process: served here, and asked over HTTP like any other.
        case simulator(Simulator)
    }

    private let place: Place
    private let mailbox: Mailbox<Mail>
    private let effects: AsyncStream<Effect>
    private let orders: AsyncStream<Effect>.Continuation

    init(_ place: Place, mailbox: Mailbox<Mail>) {
        self.place = place
        self.mailbox = mailbox
        (effects, orders) = AsyncStream.makeStream(of: Effect.self)
    }

    /// Takes an order, which is carried out in its turn. Returns at once.
    func take(_ effect: Effect) { orders.yield(effect) }

    /// Works until its task is cancelled. Call it once.
    func run() async {
        await withDiscardingTaskGroup { group in
            guard let (configuration, token) = await access(in: &group) else { return }
            let service = APIService(configuration, token: token, mailbox: mailbox)
            group.addTask { await service.refresher.run() }
            for await effect in effects { service.perform(effect, in: &group) }
            group.cancelAll()
            await service.client.shutdown()
        }
    }

    private func access(in group: inout DiscardingTaskGroup) async -> (ClientConfiguration, APIToken)? {
        switch place {
        case .api(let configuration, let token): return (configuration, token)
        case .simulator(let simulator): return await start(simulator, in: &group)
        }
    }

    /// Serves the simulator, and waits until it is ready.
    private func start(
        _ simulator: Simulator, in group: inout DiscardingTaskGroup
    ) async -> (ClientConfiguration, APIToken)? {
        let (addresses, ready) = AsyncStream.makeStream(of: String.self)
        group.addTask {
            do {
                try await simulator.run { ready.yield($0.absoluteString) }
            } catch  where !Task.isCancelled {
                mailbox.post(.fatal(.simulator(error)))
            } catch {}
            ready.finish()
        }
        guard let address = await addresses.first(where: { _ in true }) else { return nil }
        do {
            let token = try APIToken(simulator.configuration.token ?? DemoToken.make())
            return (ClientConfiguration(baseURL: try BaseURL(address), version: northwatchVersion), token)
        } catch {
            mailbox.post(.fatal(.simulator(error)))
            return nil
        }
    }
}
