import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

/// Logs, from their newest lines on.
@Suite(.serialized) struct LogTests {
    /// The requests for logs that came.
    private func asked(_ simulator: Simulator) async -> [RequestRecord] {
        await simulator.requests.filter { $0.path.hasSuffix("logs") }
    }

    /// Moves the world on and asks again until a text stands on the screen.
    private func follow(to text: String, _ journey: Journey, _ simulator: Simulator) async throws {
        for _ in 0..<100 where !journey.screen.shows(text) {
            await simulator.advance(by: .seconds(15))
            let before = await asked(simulator).count
            try journey.press("r")
            for _ in 0..<200 where await asked(simulator).count == before && !journey.screen.shows(text) {
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        try await journey.expect(text)
    }

    @Test func theLogOfARunningBuildIsFollowedToItsEnd() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try journey.press("2", "/")
            journey.type("Refunds")
            try journey.press("enter", "g", "B", "enter")
            try await journey.expect("Build of Refunds accepted as")
            let line = try #require(journey.screen.lines.first { $0.contains("Build of Refunds accepted as") })
            let words = line.split(separator: " ")
            let place = try #require(words.firstIndex(of: "as"))
            let id = words[place + 1].trimmingSuffix { !$0.isLetter && !$0.isNumber }
            try journey.press("3", "/")
            journey.type("id:\(id)")
            try journey.press("enter")
            try await journey.expect("Builds (1/")
            try journey.press("g", "l")
            try await journey.expect("Log of build \(id)")
            try await follow(to: "Cloning", journey, simulator)
            try await follow(to: "Image successfully built", journey, simulator)
            try await follow(to: " ended ", journey, simulator)
            try journey.press("/")
            journey.type("cloning")
            try journey.press("enter")
            try await journey.expect("/cloning")
            try journey.press("esc", "esc")
            try await journey.expectNo("Log of build")
            let asked = await asked(simulator)
            #expect(asked.allSatisfy { $0.path.hasSuffix("build-logs") })
            #expect(asked.count < 110)
        }
    }

    @Test func aFilterIsTheAPIsAndScrollingUpAsksThePageBefore() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try journey.press("2", "/")
            journey.type("Storefront")
            try journey.press("enter", "g", "l")
            try await journey.expect("Log of service")
            try await journey.expect(" 200 ")
            try journey.press("f")
            journey.type("/orders")
            try journey.press("enter")
            try await journey.expect("only /orders")
            try await journey.expect("every ")
            try await journey.screen.waitFor("nothing but orders") { frame in
                let lines = frame.grid.lines.filter { $0.contains(" 200 ") || $0.contains("tookMs") }
                return !lines.isEmpty && lines.allSatisfy { $0.contains("/orders") }
            }
            let before = await asked(simulator).count
            try journey.press("g", "k")
            for _ in 0..<500 where await asked(simulator).count == before {
                try await Task.sleep(for: .milliseconds(10))
            }
            let last = try #require(await asked(simulator).last)
            #expect(last.query.contains("endTime="))
            #expect(last.query.contains("textIncludes="))
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
        var text = String(self)
        while let last = text.last, isCut(last) { text.removeLast() }
        return text
    }
}
