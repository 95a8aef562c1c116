import Northflank
import Testing

@testable import NorthflankSimulator

@Suite struct DocumentationTests {
    @Test func itDescribesExactlyWhatIsServed() async throws {
        #expect(Set(Route.all.map(\.operation)) == Set(APIOperation.allCases))
        #expect(Route.all.count == APIOperation.allCases.count)
        try await withAccount { account async throws in
            var stranger = account
            stranger.token = nil
            let document = try await stranger.get("/swagger-json")
            #expect(document.status == 200)
            guard case .object(let paths)? = document["paths"] else {
                Issue.record("no paths")
                return
            }
            var described: Set<String> = []
            for (path, operations) in paths {
                for (method, operation) in operations.members ?? [:] {
                    described.insert("\(method.uppercased()) \(path) \(operation["operationId"]?.text ?? "")")
                }
            }
            let served = Route.all.map { route in
                "\(route.operation.method.rawValue) /v1/\(route.operation.path) \(route.operation.id)"
            }
            #expect(described == Set(served))
        }
    }

    @Test func aBodyIsDescribedWithItsConstraints() async throws {
        try await withAccount { account async throws in
            let document = try await account.get("/swagger-json")
            guard case .object(let paths)? = document["paths"] else {
                Issue.record("no paths")
                return
            }
            let operation = paths["/v1/projects/{projectId}/addons/{addonId}/backups"]?["post"]
            let schema = operation?["requestBody"]?["content"]?["application/json"]?["schema"]?["properties"]
            #expect(schema?["name"]?["minLength"]?.integer == 3)
            #expect(schema?["name"]?["pattern"]?.text == Pattern.backupName.text)
            #expect(schema?["backupType"]?["enum"]?.items?.compactMap(\.text) == ["dump", "snapshot"])
            #expect(operation?["x-required-permission"]?.text == "Project > Addons > General > Update")
        }
    }

    @Test func thePageForPeopleNeedsNothingFromElsewhere() async throws {
        try await withAccount { account async throws in
            let page = try await account.get("/swagger-html")
            #expect(page.status == 200)
            #expect(page.header("content-type") == ["text/html; charset=utf-8"])
            for operation in APIOperation.allCases { #expect(page.text.contains("<i>\(operation.id)</i>")) }
            for outside in ["src=", "<link", "<script", "@import", "url(", "href=\"http"] {
                #expect(!page.text.contains(outside), "\(outside)")
            }
        }
    }

    @Test func readingItCostsNoRequest() async throws {
        try await withAccount(SimulatorConfiguration(rateLimit: 100, clock: .manual())) { account async throws in
            _ = try await account.get("/swagger-json")
            #expect(try await account.get("/projects").header("x-ratelimit-remaining") == ["99"])
        }
    }
}
