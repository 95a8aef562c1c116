import Foundation
import TerminalUI
import TestSupport
import Testing

/// What reaches the terminal while the program runs.
struct ScreenTests {
    @Test func aResizedWindowIsDrawnAnew() async throws {
        let process = try await startFixture()
        let mark = process.mark
        process.resize(Size(columns: 132, rows: 50))
        try await process.waitFor("fixture 132x50", after: mark)
        try await process.waitFor("told: resized 132x50", after: mark)
        // The corner, which ncurses would refuse by way of add_wch.
        try await process.waitFor("\u{1B}[50;132H", after: mark)
        process.send("q")
        #expect(try await process.waitExit() == .exited(0))
    }

    @Test func aKeySendsOnlyWhatItChanges() async throws {
        let process = try await startFixture()
        process.send("1")
        try await process.waitFor("key character(\"1\")")
        let mark = process.mark
        process.send("2")
        try await process.waitFor("2", after: mark)
        #expect(process.output.count - mark < 20)
    }

    @Test func aLinksTextStandsAloneBetweenItsStartAndItsEnd() async throws {
        let process = try await startFixture()
        let mark = process.mark
        process.send("l")
        try await process.waitFor("\u{1B}]8;;\u{1B}\\", after: mark)
        let sent = String(decoding: process.output[mark...], as: UTF8.self)
        let linked = try #require(
            sent.firstMatch(of: /\x1B]8;id=northwatch;https:\/\/example.com\/fixture\x1B\\(.*?)\x1B]8;;\x1B\\/))
        #expect(String(linked.1).contains("fixture") && !String(linked.1).contains("80x24"))
        // It is there already: what changes elsewhere sends it not again.
        let next = process.mark
        process.send("1")
        try await process.waitFor("1", after: next)
        #expect(!String(decoding: process.output[next...], as: UTF8.self).contains("]8;"))
    }

    @Test func aTerminalOfOldGetsNoLink() async throws {
        let process = try await startFixture(["TERM": "vt100"])
        process.send("l")
        try await process.waitFor("character(\"l\")")
        #expect(!String(decoding: process.output, as: UTF8.self).contains("]8;"))
    }

    @Test func messagesFromAnotherThreadWakeTheLoop() async throws {
        let process = try await startFixture()
        process.send("p")
        try await process.waitFor("one")
        try await process.waitFor("two")
    }

    @Test func theMouseIsReportedOnlyWhileAFrameAsksForIt() async throws {
        let process = try await startFixture()
        #expect(!process.modes.mouse)
        process.send("m")
        try await process.waitFor("the mouse on") { $0.modes.mouse }
        process.send("m")
        try await process.waitFor("the mouse off") { !$0.modes.mouse }
    }

    /// A window that hangs, a connection that stalls: some 50 kB a frame, and nobody reads.
    private func stalledFixture() async throws -> PTYProcess {
        let process = try await startFixture(size: Size(columns: 400, rows: 120))
        for _ in 0..<20 {
            process.send("f")
            try await Task.sleep(for: .milliseconds(10))
        }
        return process
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func aTerminalThatTakesNothingDoesNotHoldUpTheEnd(signal: Int32) async throws {
        let process = try await stalledFixture()
        let start = ContinuousClock.now
        process.signal(signal)
        #expect(try await process.waitExitWithoutReading() == .exited(128 + signal))
        #expect(start.duration(to: .now) < .seconds(1))
        #expect(process.attributes == process.foundAttributes)
    }

    @Test func framesThatTheTerminalCannotTakeAreLeftOutAndTheLastOneIsShown() async throws {
        let process = try await stalledFixture()
        try await process.waitFor("the last frame") { $0.text.contains("TTTTTTTT") }
        #expect(!process.text.contains("PPPPPPPP"))
        process.send("q")
        #expect(try await process.waitExit() == .exited(0))
    }
}
