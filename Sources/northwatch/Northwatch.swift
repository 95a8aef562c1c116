internal import ArgumentParser

@main
struct Northwatch: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "northwatch",
        abstract: "A dashboard for Northflank in the terminal.",
        discussion: """
            See at once what is broken; start a build, run a job or back up a database with one key.

              northwatch demo                        try it on a simulated account
              NORTHFLANK_API_TOKEN=… northwatch      open it on yours
            """,
        version: version,
        subcommands: [WatchCommand.self, DemoCommand.self, SimulateCommand.self],
        defaultSubcommand: WatchCommand.self)
}
