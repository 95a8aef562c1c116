import Northflank
import NorthflankSimulator
import Testing

@Suite struct PagingTests {
    @Test func aCursorLeadsThroughTheWholeListOnce() async throws {
        try await withAccount(SimulatorConfiguration(scenario: "large", clock: .manual())) { account async throws in
            var ids: [String] = []
            var cursor: String?
            var pages = 0
            repeat {
                let query = cursor.map { "&cursor=\($0)" } ?? ""
                let answer = try await account.get("/projects?per_page=30\(query)")
                let count = try #require(answer.count("data.projects"))
                #expect(answer.number("pagination.count") == Double(count), "of this page, not of all")
                for index in 0..<count { ids.append(try #require(answer.string("data.projects.\(index).id"))) }
                cursor = answer.string("pagination.cursor")
                #expect(answer["pagination.hasNextPage"] == .bool(cursor != nil))
                pages += 1
            } while cursor != nil && pages < 20
            #expect(pages == 7)
            #expect(ids.count == 200)
            #expect(Set(ids).count == 200)
        }
    }

    @Test func fiftyAreAPageUnlessAskedFor() async throws {
        try await withAccount(SimulatorConfiguration(scenario: "large", clock: .manual())) { account async throws in
            #expect(try await account.get("/projects").count("data.projects") == 50)
            #expect(try await account.get("/projects?per_page=100").count("data.projects") == 100)
            let second = try await account.get("/projects?per_page=100&page=2")
            #expect(second.count("data.projects") == 100)
            #expect(second["pagination.hasNextPage"] == .bool(false))
            #expect(try await account.get("/projects?page=9000000000000000000").count("data.projects") == 0)
        }
    }

    @Test(arguments: [
        ("per_page=101", "per_page"), ("per_page=0", "per_page"), ("per_page=ten", "per_page"), ("page=0", "page"),
        ("cursor=abc", "cursor"), ("cursor=YWZ0ZXI6bm9uZQ==", "cursor"),
    ])
    func aPageThatCanNotBeIsRefusedByItsName(query: String, field: String) async throws {
        try await withAccount { account async throws in
            let answer = try await account.get("/projects?\(query)")
            #expect(answer.status == 400)
            #expect(answer.keys("error.details") == [field])
        }
    }

    @Test func whatIsNewInFrontNeitherRepeatsNorHidesAnything() async throws {
        try await withAccount { account async throws in
            let path = "/projects/checkout/services/storefront/build?per_page=2"
            let first = try await account.get(path)
            let cursor = try #require(first.string("pagination.cursor"))
            let before = try await account.get("\(path)&cursor=\(cursor)")
            #expect(try await account.post("/projects/checkout/services/storefront/build").status == 200)
            let after = try await account.get("\(path)&cursor=\(cursor)")
            #expect(after.string("data.builds.0.id") == before.string("data.builds.0.id"))
        }
    }
}
