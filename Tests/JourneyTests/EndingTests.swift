import Foundation
import TerminalSession
import TerminalUI
import TestSupport
import Testing

@testable import northwatch

/// How it ends, and how it is left for a while.
@Suite(.serialized) struct EndingTests {
    @Test func qEndsIt() async throws {
        try await journey { journey, _ in
            try await journey.expect("● live")
            try journey.press("q")
            #expect(await journey.end == .quit)
        }
    }

    @Test(arguments: [SIGTERM, SIGINT]) func aSignalEndsItAtOnce(signal: Int32) async throws {
        try await journey { journey, _ in
            try await journey.expect("Northwatch")
            journey.terminal.send(.terminate(signal: signal))
            #expect(await journey.end == .signal(signal))
        }
    }

    @Test func aTerminalThatIsGoneEndsIt() async throws {
        try await journey { journey, _ in
            try await journey.expect("Northwatch")
            journey.terminal.send(.hangup)
            #expect(await journey.end == .signal(SIGHUP))
        }
    }

    @Test func itIsSuspendedAndComesBackInAWindowOfAnotherSize() async throws {
        try await journey { journey, _ in
            try await journey.expect("2 Services (25)")
            // Nobody tells: the window was resized while the shell had it.
            journey.screen.resize(to: Size(columns: 100, rows: 30))
            try journey.press("ctrl-z")
            try await journey.screen.waitFor("the new size") { $0.grid.size == Size(columns: 100, rows: 30) }
            #expect(journey.terminal.stops == 1)
        }
    }

    @Test func whereNoShellWaitsSuspendingIsRefusedInWords() async throws {
        try await journey { journey, _ in
            try await journey.expect("● live")
            journey.terminal.loseShell()
            try journey.press("ctrl-z")
            try await journey.expect("There is no shell to go back to.")
        }
    }

    @Test func controlLDrawsAnew() async throws {
        try await journey { journey, _ in
            try await journey.expect("● live")
            try journey.press("ctrl-l", "?")
            try await journey.expect("Draw the screen anew")
            #expect(journey.screen.repainted == 1)
        }
    }
}
