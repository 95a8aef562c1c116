internal import ArgumentParser
internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Refresh

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `northwatch`: the dashboard on a real account.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Open the dashboard on your account. This is what `northwatch` alone does.",
        discussion: """
            The token comes from NORTHFLANK_API_TOKEN or from a file, never from an argument.

              northwatch --token-file ~/.config/northwatch/token
              northwatch --team acme --project shop
              northwatch --read-only
            """)

    @OptionGroup var account: AccountOptions

    func run() throws {
        try Exit.run {
            let environment = ProcessInfo.processInfo.environment
            let baseURL = try account.baseURL(environment: environment)
            let token = try TokenSource.token(file: account.tokenFile, environment: environment)
            var generator = SystemRandomNumberGenerator()
            let program = DashboardProgram(
                session: Session(
                    host: baseURL.host, team: account.team, readOnly: account.readOnly,
                    project: account.project.map { Project.ID($0) }, seed: generator.next()),
                theme: try ThemeLibrary.standard())
            return try program.run {
                DashboardProgram.Account(
                    configuration: ClientConfiguration(
                        baseURL: baseURL, team: account.team, version: Northwatch.version),
                    token: token)
            }
        }
    }
}
