internal import ArgumentParser
internal import Dashboard
internal import NorthflankSimulator

/// `northwatch demo`: the dashboard on a simulator in the same process.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Open the dashboard on a simulated account: no token, no network.",
        discussion: """
            The simulator is a real HTTP server on a free loopback port; the dashboard can't tell it from Northflank.

            \(Scenario.allCases.map { "  \($0.rawValue): \($0.summary)" }.joined(separator: "\n"))

              northwatch demo --scenario incident
              northwatch demo --speed 10
            """)

    @OptionGroup var world: WorldOptions

    @Flag(help: "Switch every action off.")
    var readOnly = false

    func run() throws {
        try Exit.run {
            let program = DashboardProgram(
                session: Session(host: "127.0.0.1", readOnly: readOnly, seed: world.seed),
                theme: try ThemeLibrary.standard())
            return try program.run {
                try DemoAccount(scenario: world.scenario, seed: world.seed, speed: world.speed).start()
            }
        }
    }
}
