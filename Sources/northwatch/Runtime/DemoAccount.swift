internal import NorthflankAPI
internal import NorthflankSimulator
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A simulator in this process, as an account to open. The dashboard reaches it over HTTP like any other.
struct DemoAccount {
    var scenario: String
    var seed: UInt64
    var speed: Double

    /// Starts the simulator on a free loopback port.
    /// - Returns: where it is, once it answers.
    func start() throws -> DashboardProgram.Account {
        let token = Self.makeToken()
        let simulator = try Simulator(
            SimulatorConfiguration(token: token, scenario: scenario, seed: seed, speed: speed))
        let url = try Waiting.first { (report: @escaping @Sendable (Result<URL, any Error>) -> Void) in
            Task {
                do {
                    try await simulator.run { report(.success($0)) }
                } catch {
                    report(.failure(error))
                }
            }
        }.get()
        return DashboardProgram.Account(
            configuration: ClientConfiguration(baseURL: try BaseURL(url.absoluteString), version: Northwatch.version),
            token: try APIToken(token))
    }

    /// Other programs of this machine must not find the simulator open.
    private static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return "demo-" + String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    }
}
