import Dashboard
import Foundation
import Hummingbird
import Logging
import Northflank
import NorthflankAPI
import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

@testable import northwatch

/// What stands on the screen when something is wrong.
@Suite(.serialized) struct TroubleTests {
    @Test func anExpiredTokenIsSaidAndWhatToDoAboutIt() async throws {
        let simulator = try Simulator(SimulatorConfiguration(token: "the-new-token"))
        try await serve(simulator) { address in
            try await dashboard(on: address, token: "the-expired-token") { journey in
                try await journey.expect("not signed in")
                try await journey.expect("make a new token and start again")
                #expect(!journey.screen.shows("the-expired-token"))
                // A wrong token is not tried again and again.
                #expect(await simulator.requests.count == 1)
            }
        }
    }

    @Test func anAddressThatAnswersHTMLIsSaidToBeNoAPI() async throws {
        try await serveHTML { address in
            try await dashboard(on: address) { journey in
                try await journey.expect("strange answer")
                try await journey.expect("is this the Northflank API?")
            }
        }
    }

    @Test func aHostThatIsNotThereIsALineAndNotAnEnd() async throws {
        // Nothing listens on port 1.
        try await dashboard(on: "http://127.0.0.1:1/v1") { journey in
            try await journey.expect("no connection")
            try journey.press("2", "?")
            journey.type("build")
            try await journey.expect("Start a build of the selected service")
        }
    }

    @Test func aConnectionThatComesBackIsUsedAgain() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            // A short one might begin and end between two frames.
            await simulator.script(ScriptedFault(.closedBefore, times: .max))
            try journey.press("2", "r")
            try await journey.expect("no connection")
            try await journey.expectNo("● live")
            await simulator.reset()
            try await journey.expect("● live", within: .seconds(40))
            try await journey.expect("2 Services (25)")
        }
    }

    @Test func aProjectDeletedWhileItIsSelectedIsSaid() async throws {
        try await journey(project: "search") { journey, simulator in
            try await journey.expect("Search API")
            await simulator.delete(project: "search")
            try journey.press("1", "r")
            try await journey.expect("The project Search is gone.")
            try await journey.expect("1 Projects (4)")
            try await journey.expect("Storefront")
        }
    }

    @Test func atTheReserveItStopsAndSaysUntilWhen() async throws {
        try await journey { journey, simulator in
            try await spendAllButTheReserve(journey, simulator)
            let asked = try await settled(simulator)
            try journey.press("1", "r", "2", "r", "3", "r")
            try await journey.expect("3 Builds")
            try await Task.sleep(for: .milliseconds(300))
            #expect(await simulator.requests.count == asked, "the reserve of 50 is the user's own")
        }
    }

    /// How many requests came, once those that were under way have.
    private func settled(_ simulator: Simulator) async throws -> Int {
        var count = -1
        while true {
            let now = await simulator.requests.count
            if now == count { return now }
            count = now
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    @Test func theReserveIsThereForTheUsersOwnActions() async throws {
        try await journey { journey, simulator in
            try await spendAllButTheReserve(journey, simulator)
            try journey.press("2", "/")
            journey.type("Refunds")
            try journey.press("enter", "g", "B", "enter")
            try await journey.expect("accepted as")
            #expect(await simulator.posts.count == 1)
        }
    }

    /// Another client of the account uses up its requests of this hour, but for fewer than the reserve.
    private func spendAllButTheReserve(_ journey: Journey, _ simulator: Simulator) async throws {
        try await journey.expect("2 Services (25)")
        try await journey.expect("in progress")
        await simulator.spend(960 - (await simulator.requests.count))
        try journey.press("1", "r")
        try await journey.expect("Paused until")
    }

    @Test(arguments: [
        Size(columns: 200, rows: 50), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
        Size(columns: 40, rows: 10),
    ])
    func hostileNamesNeitherCommandTheTerminalNorBreakTheGrid(size: Size) async throws {
        try await journey("awkward", size: size) { journey, _ in
            try await journey.expect("● live")
            for key in ["1", "2", "3", "4", "5", "2", "enter"] {
                try journey.press(key)
                try await Task.sleep(for: .milliseconds(60))
            }
            try await journey.expectNo("Reading")
            for frame in journey.screen.frames {
                #expect(frame.grid.size == size)
                for line in frame.grid.lines {
                    #expect(!line.unicodeScalars.contains(where: isControl), "\(line.debugDescription)")
                }
            }
        }
    }

    @Test func aNameOfTenThousandCharactersIsCutEverywhere() async throws {
        try await journey("awkward", project: "endless") { journey, _ in
            try await journey.expect("endless-")
            try journey.press("2", "B")
            try await journey.expect("Service  endless-")
            try await journey.expect("Enter start the build")
            try journey.press("esc")
            try await journey.expectNo("Start a build")
        }
    }

    @Test func wordsOfTheFutureAreShownAsTheyAre() async throws {
        try await journey("awkward", project: "tomorrow") { journey, _ in
            try await journey.expect("daydreaming")
            try await journey.expect("HIBERNATING")
        }
    }

    // MARK: - Servers and dashboards

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private func dashboard(
        on address: String, token: String = "journey-token", _ body: (Journey) async throws -> Void
    ) async throws {
        let configuration = ClientConfiguration(baseURL: try BaseURL(address), version: northwatchVersion)
        try await journey(Session(host: "127.0.0.1"), .api(configuration, try APIToken(token)), body)
    }

    private func serve(_ simulator: Simulator, _ body: (String) async throws -> Void) async throws {
        let (addresses, ready) = AsyncStream.makeStream(of: String.self)
        let server = Task { try await simulator.run { ready.yield($0.absoluteString) } }
        defer { server.cancel() }
        try await body(try #require(await addresses.first { _ in true }))
    }

    /// What a mistyped address often is: somebody's web site.
    private func serveHTML(_ body: (String) async throws -> Void) async throws {
        let router = Router()
        router.get("**") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "<!doctype html><title>Welcome</title>")))
        }
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in ready.yield(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "html") { _ in SwiftLogNoOpLogHandler() })
        let server = Task { try await application.run() }
        defer { server.cancel() }
        let port = try #require(await ports.first { _ in true })
        try await body("http://127.0.0.1:\(port)/v1")
    }
}
