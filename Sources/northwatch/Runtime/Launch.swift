internal import ArgumentParser
internal import Dashboard
internal import NorthflankAPI
internal import NorthflankSimulator
internal import Refresh
internal import Store
internal import TerminalSession
internal import TerminalUI

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Takes the terminal, opens the dashboard on it, and puts everything back.
struct Launch {
    var theme: Theme
    var environment: [String: String]
    var ringing = Ringing()
    var preferences = Preferences()
    /// How often lists are asked.
    var refresh: [RefreshLimits.List: RefreshLimits] = [:]
    /// Where the theme is being worked on; nil for one that is built in.
    var themeWatch: ThemeWatch?

    /// Opens the dashboard on an account, and then on each that the user switches to. `memory` opens what is kept of
    /// one.
    /// - Throws: how it ended, but for a plain quit.
    func open(_ account: Account, of accounts: Accounts, memory: (Account) -> AccountMemory) throws {
        // The terminal before the tasks: no other thread may run while it is set up.
        let terminal = try Terminal(environment)
        defer { terminal.screen.close() }
        var account = account
        var look = look(on: terminal.screen)
        while true {
            let place = Backstage.Place.api(
                ClientConfiguration(baseURL: account.baseURL, team: account.team, version: northwatchVersion),
                account.token)
            let ending = try show(session(account, accounts), place, memory(account), accounts, &look, on: terminal)
            guard case .context(let next) = ending else { return try finish(ending) }
            account = next
        }
    }

    /// - Throws: how it ended, but for a plain quit.
    func open(_ simulator: Simulator) throws {
        let terminal = try Terminal(environment)
        defer { terminal.screen.close() }
        var look = look(on: terminal.screen)
        let session = Session(
            host: simulator.configuration.host, seed: simulator.configuration.seed, rings: ringing != .silent,
            themes: Themes.names, secondsFromUTC: Self.secondsFromUTC, preferences: preferences)
        try finish(try show(session, .simulator(simulator), .none, nil, &look, on: terminal))
    }

    private func session(_ account: Account, _ accounts: Accounts) -> Session {
        Session(
            context: account.context, contexts: accounts.names, host: account.baseURL.host, team: account.team,
            readOnly: account.readOnly, project: account.project, seed: .random(in: .min ... .max),
            rings: ringing != .silent, themes: Themes.names, secondsFromUTC: Self.secondsFromUTC,
            preferences: preferences)
    }

    /// By the user's `TZ`, or the machine's zone.
    private static var secondsFromUTC: Int {
        var now = time(nil)
        var local = tm()
        return localtime_r(&now, &local) == nil ? 0 : local.tm_gmtoff
    }

    private func finish(_ ending: Ending) throws {
        switch ending {
        case .quit, .context: return
        case .signal(let number): throw ExitCode(128 + number)
        case .fatal(let complaint): throw complaint
        }
    }

    /// What stays as it is from one account to the next.
    private struct Look {
        var appearance: Appearance
        var themeWatch: ThemeWatch?
    }

    private func look(on screen: NcursesScreen) -> Look {
        Look(
            appearance: Appearance(
                theme: theme.adapted(to: screen.colorDepth),
                symbols: .fitting(isUnicode: screen.isUnicode, type: environment["TERM"])),
            themeWatch: themeWatch)
    }

    /// Each account has a mailbox of its own: what the one before still sends reaches nobody.
    private func show(
        _ session: Session, _ place: Backstage.Place, _ memory: AccountMemory, _ accounts: Accounts?,
        _ look: inout Look, on terminal: Terminal
    ) throws(Complaint) -> Ending {
        let mailbox = try terminal.mailbox()
        let backstage = Backstage(place, memory: memory, refresh: refresh, mailbox: mailbox)
        let screen = terminal.screen
        let runtime = DashboardRuntime(
            session: session, appearance: look.appearance, screen: screen,
            source: TerminalLoop(screen: screen, signals: terminal.signals, mailbox: mailbox),
            mailbox: mailbox, backstage: backstage, accounts: accounts, ringing: ringing, depth: screen.colorDepth,
            themeWatch: look.themeWatch, remembered: memory.messages)
        let work = Task.detached { await backstage.run() }
        let ending = runtime.run()
        look = Look(appearance: runtime.state.appearance, themeWatch: runtime.themeWatch)
        // The terminal first; the process ends without waiting for the network.
        if case .context = ending {} else { screen.close() }
        work.cancel()
        return ending
    }

    private struct Terminal {
        let signals: TerminalSignals
        let screen: NcursesScreen

        init(_ environment: [String: String]) throws(Complaint) {
            do throws(TerminalError) {
                signals = try TerminalSignals()
                screen = try NcursesScreen(options: TerminalOptions(environment: environment), signals: signals)
            } catch {
                throw Complaint(error)
            }
        }

        func mailbox() throws(Complaint) -> Mailbox<Mail> {
            do throws(TerminalError) {
                return try Mailbox<Mail>()
            } catch {
                throw Complaint(error)
            }
        }
    }
}
