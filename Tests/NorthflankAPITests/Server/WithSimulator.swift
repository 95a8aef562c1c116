import Northflank
import NorthflankSimulator

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Runs a simulator and a client of it, and ends both.
func withSimulator(
    _ configuration: SimulatorConfiguration = SimulatorConfiguration(), team: String? = nil,
    timeouts: ClientTimeouts = patient, observer: ClientObserver = ClientObserver(), clock: ClientClock = .system,
    _ body: @Sendable (NorthflankClient, Simulator) async throws -> Void
) async throws {
    let simulator = try Simulator(configuration)
    let (ready, announce) = AsyncStream.makeStream(of: String.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { announce.finish() }
            try await simulator.run { announce.yield($0.absoluteString) }
        }
        for await url in ready {
            let client = try client(
                url, team: team, timeouts: timeouts, bodyLimit: 32 << 20, observer: observer, clock: clock)
            do {
                try await body(client, simulator)
            } catch {
                await client.shutdown()
                throw error
            }
            await client.shutdown()
            break
        }
        group.cancelAll()
        while let result = await group.nextResult() {
            // A server that is cancelled may end with the cancellation.
            if case .failure(let error) = result, !(error is CancellationError) { throw error }
        }
    }
}
