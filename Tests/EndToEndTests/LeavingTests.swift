import Foundation
import TestSupport
import Testing

/// How the demo is left, and what it leaves behind.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LeavingTests {
    struct Way: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var end: PTYProcess.End
        var take: @Sendable (PTYProcess) -> Void
    }

    static let ways = [
        Way(testDescription: "q", end: .exited(0)) { $0.send("q") },
        Way(testDescription: "Ctrl-C", end: .exited(0)) { $0.send("\u{3}") },
        Way(testDescription: "SIGTERM", end: .exited(143)) { $0.signal(SIGTERM) },
        Way(testDescription: "SIGINT", end: .exited(130)) { $0.signal(SIGINT) },
        Way(testDescription: "SIGHUP", end: .exited(129)) { $0.signal(SIGHUP) },
    ]

    private func demo() async throws -> PTYProcess {
        let process = try PTYProcess(
            executable: Command.northwatch, arguments: ["demo"],
            environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
        try await process.waitFor("live", within: .seconds(30))
        return process
    }

    @Test(arguments: ways) func theTerminalIsAsItWasAndTheCodeIsRight(way: Way) async throws {
        let process = try await demo()
        way.take(process)
        #expect(try await process.waitExit() == way.end)
        #expect(process.modes == PTYModes())
        #expect(process.attributes.echoes)
        #expect(process.attributes.readsLines)
        #expect(process.attributes.sendsSignals)
    }

    /// The best of three, since a busy machine is not the program's fault.
    @Test(arguments: ways) func itIsLeftWithin200Milliseconds(way: Way) async throws {
        var best = Duration.seconds(10)
        for _ in 0..<3 where best > .milliseconds(200) {
            let process = try await demo()
            let start = ContinuousClock.now
            way.take(process)
            _ = try await process.waitExit()
            best = min(best, start.duration(to: .now))
        }
        #expect(best <= .milliseconds(200))
    }

    @Test func itEndsWithItsWindow() async throws {
        let process = try await demo()
        process.hangUp()
        #expect(try await process.waitExit(within: .seconds(2)) == .exited(129))
    }
}
