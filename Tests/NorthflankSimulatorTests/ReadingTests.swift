import Northflank
import NorthflankSimulator
import Testing

@Suite struct ReadingTests {
    @Test func projectsAreListedByTheContract() async throws {
        try await withAccount { account in
            let answer = try await account.get("/projects")
            #expect(answer.status == 200)
            #expect(answer.count("data.projects") == 5)
            #expect(answer.keys("data.projects.0") == ["id", "name", "description"])
            #expect(answer.string("data.projects.0.id") == "checkout")
            #expect(answer["pagination.hasNextPage"] == .bool(false))
            #expect(answer.number("pagination.count") == 5)
        }
    }
}
