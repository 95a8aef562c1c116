import Dashboard
import Foundation
import Northflank
import NorthflankAPI
import NorthflankSimulator
import TerminalSession
import TerminalUI
import TestSupport
import Testing

@testable import northwatch

/// The whole program at work, but for the terminal: keys go in, what stands on the screen comes out, and between the
/// two is all that a user has, down to the sockets.
final class Journey: Sendable {
    let screen: InMemoryScreen
    let terminal: ScriptedTerminal
    private let work: Task<Void, Never>
    private let ending: Task<Ending, Never>

    init(_ session: Session, _ place: Backstage.Place, size: Size) throws {
        let mailbox = try Mailbox<Mail>()
        let screen = InMemoryScreen(size: size)
        let terminal = try ScriptedTerminal(mail: mailbox)
        let backstage = Backstage(place, mailbox: mailbox)
        let theme = try Themes.standard()
        let (endings, ended) = AsyncStream.makeStream(of: Ending.self)
        let thread = Thread {
            let runtime = DashboardRuntime(
                session: session, appearance: Appearance(theme: theme, symbols: .unicode), screen: screen,
                source: terminal, mailbox: mailbox, backstage: backstage)
            ended.yield(runtime.run())
            ended.finish()
        }
        thread.stackSize = 8 << 20
        thread.start()
        self.screen = screen
        self.terminal = terminal
        work = Task { await backstage.run() }
        ending = Task { await endings.first { _ in true } ?? .quit }
    }

    /// Types keys by their names: `"3"`, `"enter"`, `"ctrl-z"`.
    func press(_ keys: String...) throws {
        for name in keys { terminal.send(.input(.key(try #require(Key(name: name), "there is no key \(name)")))) }
    }

    func type(_ text: String) { for character in text { terminal.send(.input(.key(Key(character)))) } }

    /// Waits until a text stands on the screen, within one row.
    func expect(_ text: String, within limit: Duration = .seconds(20)) async throws {
        try await screen.waitFor(text: text, within: limit)
    }

    /// Waits until a text stands nowhere on the screen.
    func expectNo(_ text: String) async throws {
        try await screen.waitFor("no \"\(text)\"", within: .seconds(20)) { frame in
            !frame.grid.lines.contains { $0.contains(text) }
        }
    }

    /// Selects the row that a filter leaves.
    func select(_ name: String, pane: String) async throws {
        try press(pane, "/")
        type(name)
        try press("enter", "g")
        try await expect("/ \(name)")
    }

    /// Moves the world on and asks again, until the screen has shown each of the words in turn.
    func follow(_ words: [String], _ simulator: Simulator, step: Duration = .seconds(3)) async throws {
        var rest = words[...]
        for _ in 0..<400 {
            while let word = rest.first, screen.lines.contains(where: { $0.contains(word) }) {
                rest.removeFirst()
            }
            if rest.isEmpty { return }
            await simulator.advance(by: step)
            let drawn = screen.drawn
            try press("r")
            try await screen.waitFor("another frame") { _ in self.screen.drawn > drawn + 2 }
        }
        Issue.record("never saw \(Array(rest)):\n\(screen.lines.joined(separator: "\n"))")
    }

    /// How it ended, once it has.
    var end: Ending { get async { await ending.value } }

    /// Ends it, if it hasn't, and all that belongs to it.
    func close() async {
        terminal.send(.hangup)
        _ = await ending.value
        work.cancel()
        await work.value
    }
}

/// A journey on a simulated account whose clock stands still until the test moves it on, so that nothing is ever
/// waited for but the program itself.
func journey(
    _ scenario: String = "calm", size: Size = Size(columns: 120, rows: 40), readOnly: Bool = false, limit: Int = 1000,
    project: Project.ID? = nil, _ body: (Journey, Simulator) async throws -> Void
) async throws {
    let simulator = try Simulator(
        SimulatorConfiguration(token: "journey-token", scenario: scenario, rateLimit: limit, clock: .manual(Date())))
    let session = Session(host: "127.0.0.1", readOnly: readOnly, project: project)
    try await journey(session, .simulator(simulator), size: size) { try await body($0, simulator) }
}

func journey(
    _ session: Session, _ place: Backstage.Place, size: Size = Size(columns: 120, rows: 40),
    _ body: (Journey) async throws -> Void
) async throws {
    let journey = try Journey(session, place, size: size)
    do {
        try await body(journey)
    } catch {
        await journey.close()
        throw error
    }
    await journey.close()
}

extension Simulator {
    /// The POSTs that came, whatever became of them.
    var posts: [RequestRecord] { get async { await requests.filter { $0.method == "POST" } } }
}
