internal import ArgumentParser
internal import NorthflankSimulator

/// Which world the simulator shows.
struct WorldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("One of \(Scenario.names.joined(separator: ", ")).", valueName: "name"))
    var scenario = "calm"

    @Option(help: ArgumentHelp("The same seed gives the same world.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many times faster than real time the world lives.", valueName: "x"))
    var speed = 1.0

    func validate() throws {
        do {
            _ = try Scenario(named: scenario)
        } catch {
            throw ValidationError("\(error)")
        }
        guard speed > 0, speed <= 10_000 else { throw ValidationError("--speed takes a number up to 10000.") }
    }
}
