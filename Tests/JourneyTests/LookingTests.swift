import Northflank
import NorthflankSimulator
import TerminalSession
import TerminalUI
import TestSupport
import Testing

/// What is on the screen when one just looks.
@Suite(.serialized) struct LookingTests {
    @Test func aCalmAccountFillsAllFivePanes() async throws {
        try await journey { journey, _ in
            try await journey.expect("1 Projects (5)")
            try await journey.expect("2 Services (25)")
            try await journey.expect("Data platform")
            try await journey.expect("Storefront")
            // Which jobs are newest, and so in sight, depends on the minute; what runs is always there.
            try await journey.expect("◐ running")
            try await journey.expect("in progress")
            try await journey.expect("● live")
            try await journey.expect("/1000 resets in")
        }
    }

    @Test func aProjectIsOpenedAndLeftAgain() async throws {
        try await journey { journey, _ in
            try await journey.expect("2 Services (25)")
            try journey.press("1", "j", "j", "enter")
            try await journey.expect("2 Services of Data platform (5)")
            try await journey.expect("Event collector")
            try await journey.expectNo("Storefront")
            try journey.press("esc")
            try journey.press("g")
            try await journey.expect("2 Services (25)")
        }
    }

    @Test func itOpensOnTheProjectThatWasAskedFor() async throws {
        try await journey(project: "payments") { journey, _ in
            try await journey.expect("2 Services of Payments (5)")
            try await journey.expect("Fraud scorer")
        }
    }

    @Test func aFilterKeepsTheRowsThatHoldItsWords() async throws {
        try await journey { journey, _ in
            try await journey.expect("2 Services (25)")
            try journey.press("2", "z", "/")
            journey.type("orders")
            try journey.press("enter")
            try await journey.expect("Orders staging")
            try await journey.expectNo("Image resizer")
        }
    }

    @Test func theWorldsLifeComesToTheScreen() async throws {
        try await journey { journey, simulator in
            try await journey.expect("◐ running")
            try journey.press("4", "z", "/")
            journey.type("Backfill")
            try journey.press("enter")
            try await journey.screen.waitFor("the run of the job alone") { frame in
                frame.grid.lines.contains { $0.contains("▸ Backfill") }
                    && frame.grid.lines.contains { $0.contains("backfill-") && $0.contains("◐ running") }
            }
            await simulator.advance(by: .seconds(900))
            try journey.press("r")
            // Its run, 20 seconds old when it all began, takes 8 minutes.
            try await journey.screen.waitFor("the end of the run") { frame in
                let job = frame.grid.lines.firstIndex { $0.contains("▸ Backfill") } ?? 0
                return frame.grid.lines.dropFirst(job + 1).first?.contains("● success") == true
            }
        }
    }

    @Test func whatIsBrokenStandsFirst() async throws {
        try await journey("incident") { journey, _ in
            try await journey.expect("● live")
            try await journey.screen.waitFor("a failing service first") { frame in
                frame.grid.lines.prefix(4).contains { $0.contains("│ ✗ ") && $0.contains("deploy") }
            }
        }
    }

    @Test func aProblemIsGoneToAndComeBackFrom() async throws {
        try await journey("incident") { journey, _ in
            try await journey.expect(" problems !")
            try journey.press("!")
            try await journey.expect("Problems (")
            try await journey.expect("deployment failed")
            // Which of them is at the top is a matter of what was read first.
            try journey.press("/")
            journey.type("gateway")
            try journey.press("enter", "enter")
            try await journey.expectNo("Problems (")
            try await journey.expect("deploy ✗ failed")
            try journey.press("enter")
            try await journey.expect("Service ")
            try await journey.expect("Deployment")
            try journey.press("esc", "esc")
            try await journey.expect("Problems (")
        }
    }

    @Test func anIdIsCopied() async throws {
        try await journey { journey, _ in
            try await journey.expect("2 Services (25)")
            try journey.press("2", "/")
            journey.type("refunds")
            try journey.press("enter", "g", "c")
            try await journey.expect("Copied refunds.")
            #expect(journey.screen.told == [.copy("refunds")])
        }
    }

    @Test func aNewAccountSaysThatNothingIsThere() async throws {
        try await journey("empty") { journey, _ in
            try await journey.expect("1 Projects (0)")
            try await journey.expect("● live")
            try await journey.expectNo("Reading")
        }
    }

    @Test(.timeLimit(.minutes(1))) func refreshingEverythingSaysWhatItCosts() async throws {
        try await journey { journey, simulator in
            /// How often the projects were asked for: nothing but `R` does it a second time within the minute.
            func asked() async -> Int { await simulator.requests.count { $0.path == "/v1/projects" } }
            try await journey.expect("in progress")
            try journey.press("R")
            try await journey.expect("Ask the API for everything now?")
            try await journey.expect("that are left.")
            try journey.press("esc")
            try await journey.expectNo("Ask the API for everything now?")
            #expect(await asked() == 1)
            try journey.press("R", "y")
            while await asked() < 2 { try await Task.sleep(for: .milliseconds(2)) }
        }
    }

    @Test(arguments: [
        Size(columns: 200, rows: 50), Size(columns: 80, rows: 24), Size(columns: 59, rows: 14),
        Size(columns: 40, rows: 10),
    ])
    func everySizeShowsTheAccount(size: Size) async throws {
        try await journey(size: size) { journey, _ in
            try await journey.expect(size.columns < 80 ? "All projects" : "Checkout")
            let frame = try #require(journey.screen.frame)
            #expect(frame.grid.size == size)
        }
    }

    @Test func aResizeLosesNothing() async throws {
        try await journey { journey, _ in
            try await journey.expect("2 Services (25)")
            try journey.press("2", "z", "/")
            journey.type("ledger")
            try journey.press("enter")
            try await journey.expectNo("Storefront")
            for size in [Size(columns: 20, rows: 5), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
                journey.screen.resize(to: size)
                journey.terminal.send(.resized(size))
                try await journey.screen.waitFor("a frame of \(size)") { $0.grid.size == size }
            }
            try await journey.expect("Ledger")
            #expect(!journey.screen.shows("Storefront"))
        }
    }
}
