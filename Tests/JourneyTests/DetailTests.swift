import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

/// What things that run tell on their pages.
@Suite(.serialized) struct DetailTests {
    private func asked(_ simulator: Simulator, _ ending: String) async -> Int {
        await simulator.requests.count { $0.path.hasSuffix(ending) }
    }

    @Test func aContainerThatFailsComesToLightWhereSomebodyLooks() async throws {
        try await journey("incident") { journey, simulator in
            try await journey.expect("2 Services (10)")
            try journey.press("2", "/")
            journey.type("Recommendations")
            try journey.press("enter", "g", "enter")
            try await journey.expect("Service Recommendations")
            try await journey.expect("✗ failed")
            try await journey.expect(" vCPU")
            try await journey.expect(" MB")
            #expect(await asked(simulator, "/services/recommendations/metrics") == 1)
            try journey.press("esc", "!")
            try await journey.expect("1/1 containers")
        }
    }

    @Test func anAddonTellsWhatItUses() async throws {
        try await journey { journey, simulator in
            try await journey.expect("Orders DB")
            try journey.press("5", "g", "enter")
            try await journey.expect("Addon ")
            try await journey.expect("The last hour")
            try await journey.expect(" vCPU")
            try await journey.expect("Restores")
            try await journey.expect("Backup schedules")
            try await journey.expect("daily")
        }
    }
}
