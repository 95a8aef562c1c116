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

/// All that goes on away from the main thread: the client, the refresher, actions, and the simulator of a demo. `run`
/// is the root of it, and cancelling that ends it all.
struct Backstage: Sendable {
    /// Where the account is.
    enum Place: Sendable {
        case api(ClientConfiguration, APIToken)
        /// In this process: served here, and asked over HTTP like any other.
        case simulator(Simulator)
    }

    private let place: Place
    private let memory: AccountMemory
    private let refresh: [RefreshLimits.List: RefreshLimits]
    private let mailbox: Mailbox<Mail>
    private let effects: AsyncStream<Effect>
    private let orders: AsyncStream<Effect>.Continuation

    /// `memory` is what is kept of the account, and `refresh` how often lists are asked.
    init(
        _ place: Place, memory: AccountMemory = .none, refresh: [RefreshLimits.List: RefreshLimits] = [:],
        mailbox: Mailbox<Mail>
    ) {
        self.place = place
        self.refresh = refresh
        self.memory = memory
        self.mailbox = mailbox
        (effects, orders) = AsyncStream.makeStream(of: Effect.self)
    }

    /// Takes an order, which is carried out in its turn. Returns at once.
    func take(_ effect: Effect) { orders.yield(effect) }

    /// Works until its task is cancelled. Call it once.
    func run() async {
        switch place {
        case .api(let configuration, let token): await work(configuration, token)
        case .simulator(let simulator): await work(on: simulator)
        }
    }

    private func work(_ configuration: ClientConfiguration, _ token: APIToken) async {
        await APIService(configuration, token: token, memory: memory, refresh: refresh, mailbox: mailbox)
            .run(effects)
    }

    /// The server outlives its one client: a connection that comes in while it is being stopped is a trap in NIO. So
    /// its task is not a child, which would be cancelled along with the client's.
    private func work(on simulator: Simulator) async {
        let (addresses, ready) = AsyncStream.makeStream(of: String.self)
        let server = Task {
            do {
                try await simulator.run { ready.yield($0.absoluteString) }
            } catch  where !Task.isCancelled {
                mailbox.post(.fatal(.simulator(error)))
            } catch {}
            ready.finish()
        }
        if let address = await addresses.first(where: { _ in true }) {
            do {
                let token = try APIToken(simulator.configuration.token ?? DemoToken.make())
                await work(ClientConfiguration(baseURL: try BaseURL(address), version: northwatchVersion), token)
            } catch {
                mailbox.post(.fatal(.simulator(error)))
            }
        }
        server.cancel()
        await server.value
    }
}
