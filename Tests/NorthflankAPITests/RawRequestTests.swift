import Northflank
import Testing

@testable import NorthflankAPI

/// Requests in the user's own words.
@Suite(.timeLimit(.minutes(2))) struct RawRequestTests {
    @Test(arguments: [
        ("projects", "projects"), ("/projects/", "projects"), ("/v1/projects/shop", "projects/shop"),
        ("v1/projects/sh op", nil), ("projects/é", "projects/%C3%A9"), ("projects/a%20b", "projects/a%20b"),
        ("projects/a%2", nil), ("", nil), ("/v1/", nil), ("projects#x", nil), ("projects\nX-Evil: 1", nil),
        ("https://evil.example/v1/projects", nil), ("//evil.example/projects", nil), ("../projects", nil),
        ("projects/%2e%2E/plans", nil), ("projects//services", nil), ("projects\\..\\x", nil),
    ]) func aPathStaysInTheAPI(text: String, path: String?) {
        #expect((try? RawRequest(.get, text))?.path == path)
    }

    @Test func aQueryStandsInThePathOrBesideIt() throws {
        let request = try RawRequest(.get, "projects?per_page=5", query: [QueryItem("cursor", "a b")])
        #expect(request.path == "projects")
        #expect(request.queryText == "?per_page=5&cursor=a%20b")
        #expect(try RawRequest(.get, "projects?").queryText == "")
    }

    @Test func itIsSentWithTheTokenAndAnsweredAsItIs() async throws {
        try await withServer({ _, _ in [.json(#"{"data": {"x": 1}}"#, ["x-ratelimit-limit: 1000"])] }) {
            client, server in
            let body = Array(#"{"name": "shop"}"#.utf8)
            let answer = try await client.send(RawRequest(.post, "/v1/projects", body: body))
            #expect(answer.status == 200)
            #expect(answer.error == nil)
            #expect(answer.body == #"{"data": {"x": 1}}"#)
            let request = try #require(server.requests.first)
            #expect(request.method == "POST" && request.path == "/v1/projects")
            #expect(request.body == #"{"name": "shop"}"#)
            #expect(request.headers["authorization"] == "Bearer \(secret)")
        }
    }

    @Test func aTeamsProjectsAreUnderTheTeam() async throws {
        try await withServer(team: "acme", { _, _ in [.json("{}")] }) { client, server in
            _ = try await client.send(RawRequest(.get, "projects/shop"))
            _ = try await client.send(RawRequest(.get, "plans"))
            #expect(
                server.requests.map(\.path) == [
                    "/v1/teams/acme/projects/shop", "/v1/plans",
                ])
        }
    }

    @Test func aRefusalIsAnAnswerThatTellsThePermission() async throws {
        try await withServer({ _, _ in [.error(403, "no \(secret)")] }) { client, _ in
            let answer = try await client.send(RawRequest(.get, "projects"))
            guard case .forbidden(_, let permission) = answer.error else {
                Issue.record("\(answer)")
                return
            }
            #expect(permission == "Project > Projects > Manage > Read")
            #expect(!answer.body.contains(secret))
            #expect(answer.body.contains("•••"))
        }
    }

    @Test func whatWasSentAndNotAnsweredMayHaveArrived() async throws {
        try await withServer({ _, _ in [.close] }) { client, server in
            let request = try RawRequest(.post, "projects", body: Array("{}".utf8))
            let error = await failure { () async throws(APIError) in try await client.send(request) }
            guard case .unreachable(_, mayHaveArrived: true) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(server.requests.count == 1)
        }
    }
}
