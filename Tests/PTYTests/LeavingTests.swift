import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was found: main screen, cursor, modes, attributes.
@Suite(.serialized) struct LeavingTests {
    /// What ends the fixture, and how it then ends.
    struct Way: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var end: PTYProcess.End
        var take: @Sendable (PTYProcess) -> Void
    }

    static let ways = [
        Way(testDescription: "q", end: .exited(0)) { $0.send("q") },
        Way(testDescription: "SIGTERM", end: .exited(128 + SIGTERM)) { $0.signal(SIGTERM) },
        Way(testDescription: "SIGINT", end: .exited(128 + SIGINT)) { $0.signal(SIGINT) },
        Way(testDescription: "SIGQUIT", end: .exited(128 + SIGQUIT)) { $0.signal(SIGQUIT) },
        Way(testDescription: "SIGHUP", end: .exited(128 + SIGHUP)) { $0.signal(SIGHUP) },
        Way(testDescription: "exit called anywhere", end: .exited(3)) { $0.send("x") },
        Way(testDescription: "fatalError", end: .killed(signal: trap)) { $0.send("F") },
        Way(testDescription: "fatalError on another thread", end: .killed(signal: trap)) { $0.send("T") },
        Way(testDescription: "SIGSEGV", end: .killed(signal: SIGSEGV)) { $0.send("S") },
        Way(testDescription: "abort", end: .killed(signal: SIGABRT)) { $0.send("A") },
        Way(testDescription: "stack overflow", end: .killed(signal: SIGSEGV)) { $0.send("O") },
    ]

    #if arch(x86_64) || arch(i386)
        static let trap = SIGILL
    #else
        static let trap = SIGTRAP
    #endif

    @Test(arguments: ways) func theTerminalIsAsItWasFound(way: Way) async throws {
        let process = try await startFixture()
        process.send("m")
        try await process.waitFor("the mouse on") { $0.modes.mouse }
        #expect(process.modes.alternateScreen)
        #expect(process.modes.paste)
        #expect(!process.modes.cursor)
        #expect(!process.attributes.echoes)
        #expect(!process.attributes.sendsSignals)

        way.take(process)

        #expect(try await process.waitExit() == way.end)
        #expect(process.modes == PTYModes())
        #expect(process.attributes == process.foundAttributes)
        #expect(process.attributes.echoes)
    }

    /// The limit is 200 ms. The best of three, since a busy machine is not the program's fault.
    @Test(arguments: ways) func itEndsWithin200Milliseconds(way: Way) async throws {
        var best = Duration.seconds(10)
        for _ in 0..<3 where best > .milliseconds(200) {
            let process = try await startFixture()
            let start = ContinuousClock.now
            way.take(process)
            _ = try await process.waitExit()
            best = min(best, start.duration(to: .now))
        }
        #expect(best <= .milliseconds(200))
    }

    @Test func itEndsWhenTheWindowIsClosed() async throws {
        let process = try await startFixture()
        let start = ContinuousClock.now
        process.hangUp()
        #expect(try await process.waitExit() == .exited(128 + SIGHUP))
        #expect(start.duration(to: .now) < .seconds(1))
    }

    @Test func aMessageOfACrashStandsOnTheMainScreen() async throws {
        let process = try await startFixture()
        process.send("F")
        _ = try await process.waitExit()
        let message = try #require(process.text.range(of: "the fixture was told to fail"))
        let mainScreen = try #require(process.text.range(of: "\u{1B}[?1049l", options: .backwards))
        #expect(mainScreen.upperBound <= message.lowerBound)
    }

    @Test func whatWentToStandardErrorIsShownAtTheEndAndNotBefore() async throws {
        let process = try await startFixture()
        process.send("e")
        try await process.waitFor("(\"e\")")
        #expect(!process.text.contains("a message for later"))
        process.send("q")
        _ = try await process.waitExit()
        #expect(process.text.hasSuffix("a message for later\r\n"))
    }

    /// As under `nohup`: the signal stays ignored, and the terminal itself tells that it is gone.
    @Test func aHangupThatIsIgnoredIsStillNoticedWhenTheWindowIsClosed() async throws {
        let process = try PTYProcess(
            executable: "/bin/sh", arguments: ["-c", "trap '' HUP; exec \(BuiltProducts.path("terminal-fixture"))"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
        try await process.waitFor("told: nothing")
        process.signal(SIGHUP)
        process.send("w")
        try await process.waitFor("(\"w\")")
        process.hangUp()
        #expect(try await process.waitExit() == .exited(129))
    }

    /// The runtime's backtracer asks for keys and waits 30 seconds for them where it is left at its defaults.
    @Test func aCrashAsksNothing() async throws {
        let process = try await startFixture()
        process.send("F")
        _ = try await process.waitExit(within: .seconds(5))
        #expect(!process.text.contains("Press"))
    }
}
