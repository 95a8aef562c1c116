internal import ArgumentParser
internal import NorthflankSimulator

/// `northwatch demo`: the same dashboard on a simulator in the same process.
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The dashboard on a simulated account: no token, no network, no configuration.",
        discussion: """
            Starts a simulator on a free port of this machine and opens the dashboard on it, over HTTP like on any \
            account. All that is seen is made up, and whatever is started there harms nobody.

            SCENARIOS
            \(ScenarioOptions.listing)

            EXAMPLES
              northwatch demo
              northwatch demo --scenario incident
              northwatch demo --speed 10
                  Builds that take minutes are done in seconds.
            """
    )

    @ParentCommand var parent: Northwatch
    @OptionGroup var scenario: ScenarioOptions
    @OptionGroup(title: "Appearance") var appearance: AppearanceOptions

    func validate() throws {
        try scenario.check()
        if parent.account.isGiven || parent.state.isGiven || parent.configuration.isGiven {
            throw Complaint.usage("the demo has an account of its own: leave out the options before \"demo\"")
        }
    }

    func run() throws {
        let launch = try appearance.launch(ProcessEnvironment.take())
        let simulator = try scenario.simulator { configuration in
            // Whoever else is on this machine has no business in the demo.
            configuration.token = DemoToken.make()
        }
        try launch.open(simulator)
    }
}

/// What a simulated account is like; common to `demo` and `simulate`.
struct ScenarioOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the account is like: \(Scenario.names.joined(separator: ", ")), or a file of your own (FILE.yaml).",
            valueName: "name"),
        completion: .list(Scenario.names))
    var scenario = "calm"

    @Option(help: ArgumentHelp("The same seed gives the same account.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many times as fast as in real life it lives.", valueName: "x"))
    var speed = 1.0

    /// The names with what they stand for, a line each.
    static var listing: String {
        let width = Scenario.names.map(\.count).max() ?? 0
        return Scenario.allCases.map { scenario in
            "  \(scenario.rawValue)\(String(repeating: " ", count: width - scenario.rawValue.count))  \(scenario.summary)"
        }
        .joined(separator: "\n")
    }

    func check() throws {
        guard speed.isFinite, speed > 0, speed <= 10_000 else {
            throw Complaint.usage("--speed \(speed) is not a number above 0 and up to 10000")
        }
    }

    /// Makes the account; nothing is served yet.
    func simulator(adjust: (inout SimulatorConfiguration) -> Void) throws -> Simulator {
        var configuration = SimulatorConfiguration(scenario: scenario, seed: seed, speed: speed)
        if ScenarioFile.isPath(scenario) { configuration.account = try ScenarioFile(reading: scenario).account() }
        adjust(&configuration)
        do throws(SimulatorError) {
            return try Simulator(configuration)
        } catch {
            throw Complaint(error)
        }
    }
}
