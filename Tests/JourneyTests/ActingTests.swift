import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

/// Builds, runs and backups begun by a key, and followed to their end.
@Suite(.serialized) struct ActingTests {
    @Test func aBuildGoesThroughItsStates() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Refunds", pane: "2")
            try journey.press("B")
            try await journey.expect("Start a build")
            try await journey.expect("Service  Refunds")
            #expect(await simulator.posts.isEmpty)
            try journey.press("enter")
            try await journey.expect("Build of Refunds accepted as")
            try journey.press("3")
            try await journey.follow(["cloning", "building", "uploading"], simulator)
            try await journey.follow(["Build of Refunds success after"], simulator, step: .seconds(30))
            #expect(await simulator.posts.count == 1)
            let rings = journey.screen.told.compactMap { notice -> String? in
                if case .notification(let text) = notice { text } else { nil }
            }
            #expect(rings.count == 1)
            #expect(rings.first?.hasPrefix("Build of Refunds success after") == true)
            try journey.press("t")
            try await journey.expect("accepted as")
        }
    }

    @Test func aBuildServiceIsAskedForItsBranch() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("ETL build", pane: "2")
            try journey.press("B")
            try await journey.expect("The latest commit of this branch is built.")
            try await journey.expect("Branch   main")
            try journey.press("enter")
            try await journey.expect("Build of ETL build (main) accepted as")
            let post = try #require(await simulator.posts.first)
            #expect(post.body == #"{"branch":"main"}"#)
        }
    }

    @Test func aRunGoesThroughItsStates() async throws {
        try await journey { journey, simulator in
            try journey.press("4", "z")
            try await journey.select("Reindex orders", pane: "4")
            try await journey.expect("▸ Reindex orders")
            try journey.press("T")
            try await journey.expect("Job      Reindex orders")
            try journey.press("enter")
            try await journey.expect("Run of Reindex orders accepted as")
            try await journey.follow(
                ["running", "Run of Reindex orders success after"], simulator, step: .seconds(60))
            #expect(await simulator.posts.count == 1)
        }
    }

    @Test func aBackupGoesThroughItsStates() async throws {
        try await journey { journey, simulator in
            try await journey.expect("in progress")
            try journey.press("5", "z")
            try await journey.select("Ledger DB", pane: "5")
            try await journey.expect("▸ Ledger DB")
            try journey.press("S")
            try await journey.expect("(snapshot)")
            // Which ways a type has comes with the types.
            try await journey.expect("Tab switches")
            try journey.press("tab")
            try await journey.expect("(dump)")
            try journey.press("enter")
            try await journey.expect("Dump of Ledger DB accepted as")
            try await journey.follow(
                ["in progress", "Dump of Ledger DB completed after"], simulator, step: .seconds(30))
            let post = try #require(await simulator.posts.first)
            #expect(post.body.contains(#""backupType":"dump""#))
            #expect(await simulator.posts.count == 1)
        }
    }

    @Test func escSendsNothing() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("Refunds", pane: "2")
            try journey.press("B")
            try await journey.expect("Start a build")
            try journey.press("esc")
            try await journey.expectNo("Start a build")
            #expect(await simulator.posts.isEmpty)
        }
    }

    @Test func aRefusalShowsTheAPIsOwnReason() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try await journey.select("ETL build", pane: "2")
            try journey.press("B")
            try await journey.expect("main")
            try journey.press("ctrl-u")
            journey.type("no-such-branch")
            try journey.press("enter")
            try await journey.expect("was not started")
            #expect(await simulator.posts.count == 1)
            let status = try #require(await simulator.posts.first?.status)
            #expect((400..<500).contains(status))
        }
    }

    @Test func whatTheAPITookWithoutAnAnswerIsFound() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            await simulator.script(ScriptedFault(.closedAfter, method: "POST"))
            try await journey.select("Refunds", pane: "2")
            try journey.press("B", "enter")
            try await journey.expect("Finding out")
            try await journey.expect("but it arrived, most likely as")
            #expect(await simulator.posts.count == 1)
        }
    }

    @Test func whatNeverArrivedIsSaidAndNotSentAgain() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            await simulator.script(ScriptedFault(.closedBefore, method: "POST"))
            try await journey.select("Refunds", pane: "2")
            try journey.press("B", "enter")
            try await journey.expect("did not arrive", within: .seconds(70))
            #expect(await simulator.posts.count == 1)
        }
    }

    @Test func readOnlyRefusesEveryActionAndSaysSo() async throws {
        try await journey(readOnly: true) { journey, simulator in
            try await journey.expect("read-only")
            try await journey.expect("in progress")
            for (pane, key) in [("2", "B"), ("4", "T"), ("5", "S")] {
                try journey.press(pane, key)
                try await journey.expect("Read-only: actions are switched off.")
            }
            try journey.press("enter")
            #expect(await simulator.posts.isEmpty)
        }
    }
}
