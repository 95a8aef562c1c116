import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

/// What `X` offers, done on a simulated account and followed to its end.
@Suite(.serialized) struct MoreActingTests {
    @Test func aServiceIsRestarted() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Storefront", pane: "2")
            try journey.press("X")
            try await journey.expect("Pause")
            try await journey.expectNo("Resume")
            try journey.press("r")
            try await journey.expect("All of its containers are replaced by new ones.")
            #expect(await simulator.posts.isEmpty)
            try journey.press("enter")
            try await journey.expect("Restart of Storefront accepted.")
            try await journey.follow(["Restart of Storefront completed after"], simulator, step: .seconds(20))
            #expect(await simulator.posts.map(\.path) == ["/v1/projects/checkout/services/storefront/restart"])
        }
    }

    @Test func aPauseTakesTheNameAndIsTakenBack() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Storefront", pane: "2")
            try journey.press("X", "p", "enter")
            try await journey.expect("Type \"Storefront\" first.")
            #expect(await simulator.posts.isEmpty)
            journey.type("Storefront")
            try journey.press("enter")
            try await journey.expect("Pause of Storefront done after")
            try journey.press("X")
            try await journey.expect("Resume")
            try await journey.expectNo("p  Pause")
            try journey.press("u", "enter")
            try await journey.follow(["Resuming of Storefront completed after"], simulator, step: .seconds(20))
        }
    }

    @Test func aBuildIsAborted() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Refunds", pane: "2")
            try journey.press("B", "enter")
            try await journey.expect("Build of Refunds accepted as")
            try journey.press("r")
            try await journey.follow(["cloning"], simulator)
            try journey.press("X")
            try await journey.expect("Abort  build")
            try journey.press("a")
            try await journey.expect("The build ends, and nothing of it is kept.")
            try journey.press("enter")
            try await journey.follow(["aborted after"], simulator)
            #expect(await simulator.requests.filter { $0.method == "DELETE" }.count == 1)
        }
    }

    @Test func aBackupIsRestoredByTheTypedName() async throws {
        try await journey { journey, simulator in
            try await journey.expect("in progress")
            try journey.press("5", "z")
            try await journey.select("Ledger DB", pane: "5")
            try await journey.expect("▸ Ledger DB")
            try await journey.expect("● completed")
            // The newest may be under way just now.
            try journey.press("G", "X")
            try await journey.expect("r  Restore")
            try journey.press("r")
            try await journey.expect("written since then is lost.")
            journey.type("Ledger DB")
            #expect(await simulator.posts.isEmpty)
            try journey.press("enter")
            try await journey.follow(["in progress", "completed after"], simulator, step: .seconds(30))
            #expect(await simulator.posts.count == 1)
        }
    }

    @Test func anAnswerThatGotLostIsReadFromTheState() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            await simulator.script(ScriptedFault(.closedAfter, method: "POST"))
            try await journey.select("Storefront", pane: "2")
            try journey.press("X", "p")
            journey.type("Storefront")
            try journey.press("enter")
            try await journey.expect("it arrived: its state shows it")
            #expect(await simulator.posts.count == 1)
        }
    }
}
