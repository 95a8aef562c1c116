internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import TerminalSession
internal import TerminalUI

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

/// The dashboard in a terminal, from the first frame to the last.
struct DashboardProgram {
    /// How long leaving may wait for what is under way to end; the terminal is already as it was.
    private static let patience = 0.1

    var session: Session
    var theme: Theme

    /// What the dashboard talks to.
    struct Account: Sendable {
        var configuration: ClientConfiguration
        var token: APIToken
    }

    /// Takes the terminal, runs until the user or a signal ends it, and gives the terminal back.
    /// - Parameter account: where the account is. Called when the terminal is known to be usable, so that nothing is
    ///   started in vain.
    /// - Returns: the exit code.
    func run(account: () throws -> Account) throws -> Int32 {
        let signals = try TerminalSignals()
        let mailbox = try Mailbox<Message>()
        let screen = try NcursesScreen(
            options: TerminalOptions(environment: ProcessInfo.processInfo.environment), signals: signals)
        defer { screen.close() }
        let account = try account()
        let backend = Backend(account.configuration, token: account.token, seed: session.seed) { mailbox.post($0) }
        let work = Task { await backend.run() }
        let loop = DashboardLoop(
            state: State(
                session: session,
                appearance: Appearance(
                    theme: theme, symbols: screen.isUnicode ? .unicode : .ascii),
                now: Date(), size: screen.size),
            screen: screen, events: TerminalLoop(screen: screen, signals: signals, mailbox: mailbox),
            mailbox: mailbox, perform: backend.perform)
        let code = loop.run()
        screen.close()
        work.cancel()
        Waiting.value(of: work, patience: Self.patience)
        return code
    }
}
