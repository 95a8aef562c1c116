import NorthflankSimulator
import TerminalUI
import TestSupport
import Testing

/// What the API tells of one thing, as it tells it.
@Suite(.serialized) struct JSONTests {
    @Test func theJSONOfAServiceCostsOneRequestAndIsFoldedAndSearched() async throws {
        try await journey { journey, simulator in
            try await journey.expect("2 Services (25)")
            try journey.press("2", "/")
            journey.type("Storefront")
            try journey.press("enter", "g", "y")
            try await journey.expect("JSON of service Storefront")
            try await journey.expect("id: \"storefront\"")
            let asked = await simulator.requests.filter { $0.path.hasSuffix("/services/storefront") }
            #expect(asked.count == 1)
            try await journey.expectNo("projectUrl")
            try journey.press("/")
            journey.type("projecturl")
            try journey.press("enter")
            try await journey.expect("projectUrl: \"https://")
            try journey.press("esc", "esc")
            try await journey.expectNo("JSON of")
            try await journey.expect("2 Services (1/25)")
        }
    }

    @Test(arguments: [
        ("1", "1 Projects (5)", "JSON of project"), ("3", "Basket / ", "JSON of build"),
        ("4", "▸ Expire", "JSON of job"), ("5", "▸ Orders DB", "JSON of addon"),
    ])
    func whateverIsSelectedHasOne(pane: String, awaited: String, title: String) async throws {
        try await journey { journey, _ in
            try await journey.expect("2 Services (25)")
            try journey.press("j", pane)
            try await journey.expect(awaited)
            try journey.press("y")
            try await journey.expect(title)
            try await journey.expect("data: {")
        }
    }
}
