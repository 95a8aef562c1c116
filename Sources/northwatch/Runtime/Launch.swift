internal import ArgumentParser
internal import Dashboard
internal import NorthflankAPI
internal import NorthflankSimulator
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
    /// Whether what the user waits for rings.
    var rings = true
    /// Where the theme is being worked on; nil for one that is built in.
    var themeWatch: ThemeWatch?

    /// `directory` is where state is kept; nil keeps none.
    func open(_ account: Account, state directory: StateDirectory?) throws {
        let session = Session(
            host: account.baseURL.host, team: account.team, readOnly: account.readOnly, project: account.project,
            seed: .random(in: .min ... .max), rings: rings, themes: Themes.names,
            secondsFromUTC: Self.secondsFromUTC)
        let configuration = ClientConfiguration(
            baseURL: account.baseURL, team: account.team, version: northwatchVersion)
        try open(session, .api(configuration, account.token)) {
            directory.map { AccountMemory($0, of: account) } ?? .none
        }
    }

    func open(_ simulator: Simulator) throws {
        let session = Session(
            host: simulator.configuration.host, seed: simulator.configuration.seed, rings: rings,
            themes: Themes.names, secondsFromUTC: Self.secondsFromUTC)
        try open(session, .simulator(simulator)) { .none }
    }

    /// By the user's `TZ`, or the machine's zone.
    private static var secondsFromUTC: Int {
        var now = time(nil)
        var local = tm()
        return localtime_r(&now, &local) == nil ? 0 : local.tm_gmtoff
    }

    /// - Throws: how it ended, but for a plain quit.
    private func open(_ session: Session, _ place: Backstage.Place, memory: () -> AccountMemory) throws {
        switch try show(session, place, memory) {
        case .quit: return
        case .signal(let number): throw ExitCode(128 + number)
        case .fatal(let complaint): throw complaint
        }
    }

    private func show(
        _ session: Session, _ place: Backstage.Place, _ memory: () -> AccountMemory
    ) throws(Complaint) -> Ending {
        // The terminal before the tasks: no other thread may run while it is set up.
        let (screen, signals, mailbox) = try terminal()
        let memory = memory()
        let backstage = Backstage(place, memory: memory, mailbox: mailbox)
        let runtime = DashboardRuntime(
            session: session,
            appearance: Appearance(
                theme: theme.adapted(to: screen.colorDepth), symbols: screen.isUnicode ? .unicode : .ascii),
            screen: screen, source: TerminalLoop(screen: screen, signals: signals, mailbox: mailbox),
            mailbox: mailbox, backstage: backstage, depth: screen.colorDepth,
            themeWatch: themeWatch, recalled: memory.recalled)
        let work = Task.detached { await backstage.run() }
        let ending = runtime.run()
        // The terminal first; the process ends without waiting for the network.
        screen.close()
        work.cancel()
        return ending
    }

    private func terminal() throws(Complaint) -> (NcursesScreen, TerminalSignals, Mailbox<Mail>) {
        do throws(TerminalError) {
            let signals = try TerminalSignals()
            let mailbox = try Mailbox<Mail>()
            let screen = try NcursesScreen(options: TerminalOptions(environment: environment), signals: signals)
            return (screen, signals, mailbox)
        } catch {
            throw Complaint(error)
        }
    }
}
