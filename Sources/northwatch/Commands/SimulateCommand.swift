internal import ArgumentParser
internal import Dispatch
internal import NorthflankSimulator

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `northwatch simulate`: the simulator alone, for people who test their own Northflank clients.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the simulated Northflank API alone, in the foreground.",
        discussion: """
            Prints its URL when it is ready, and ends on Ctrl-C or SIGTERM.

              northwatch simulate --port 8080 --token secret --scenario incident
              curl -H "Authorization: Bearer secret" http://127.0.0.1:8080/v1/projects
              northwatch simulate --latency 300 --fault-rate 0.1
            """)

    @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "n"))
    var port = 0

    @Option(help: ArgumentHelp("The bearer token to require. Without it any token is good.", valueName: "t"))
    var token: String?

    @OptionGroup var world: WorldOptions

    @Option(help: ArgumentHelp("Requests an hour.", valueName: "n"))
    var limit = 1000

    @Option(help: ArgumentHelp("Milliseconds that every answer waits.", valueName: "ms"))
    var latency = 0

    @Option(help: ArgumentHelp("The share of requests that go wrong, from 0 to 1.", valueName: "p"))
    var faultRate = 0.0

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
        guard limit > 0 else { throw ValidationError("--limit takes a number above 0.") }
        guard (0...600_000).contains(latency) else { throw ValidationError("--latency takes 0 to 600000.") }
        guard (0...1).contains(faultRate) else { throw ValidationError("--fault-rate takes a number from 0 to 1.") }
    }

    func run() throws {
        try Exit.run {
            let simulator = try Simulator(
                SimulatorConfiguration(
                    port: port, token: token, scenario: world.scenario, seed: world.seed, speed: world.speed,
                    rateLimit: limit, latency: .milliseconds(latency), faultRate: faultRate))
            var endings: [any DispatchSourceSignal] = []
            let outcome = Waiting.first { (report: @escaping @Sendable (Result<Void, any Error>) -> Void) in
                Task {
                    do {
                        try await simulator.run { url in
                            print("Northflank simulator at \(url.absoluteString)")
                            fflush(nil)
                        }
                        report(.success(()))
                    } catch {
                        report(.failure(error))
                    }
                }
                endings = [SIGINT, SIGTERM].map { number in
                    signal(number, SIG_IGN)
                    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                    source.setEventHandler { report(.success(())) }
                    source.resume()
                    return source
                }
            }
            endings.forEach { $0.cancel() }
            try outcome.get()
            return 0
        }
    }
}
