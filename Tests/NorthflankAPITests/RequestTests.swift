import Northflank
import Testing

@testable import NorthflankAPI

private let service = ServiceReference(project: "p1", service: "web")

@Test func aGETLeavesAsTheseBytes() async throws {
    try await withServer { _, _ in
        [.json(projectPage(1...1))]
    } _: { client, server in
        _ = try await client.send(.listProjects())
        #expect(
            server.requests.map(\.bytes) == [
                [
                    "GET /v1/projects HTTP/1.1",
                    "Authorization: Bearer \(secret)",
                    "Content-Type: application/json",
                    "Accept: application/json",
                    "User-Agent: northwatch/1.2.3",
                    "host: 127.0.0.1:\(server.port)",
                    "", "",
                ].joined(separator: "\r\n")
            ])
    }
}

@Test func aPOSTLeavesAsTheseBytes() async throws {
    try await withServer { _, _ in
        [.json(#"{"data": {"id": "b1"}}"#)]
    } _: { client, server in
        let answer = try await client.send(.startServiceBuild(service, .branch("feature/ü \"x\"")))
        #expect(answer.value.data.id == "b1")
        let body = #"{"branch":"feature/ü \"x\""}"#
        #expect(
            server.requests.map(\.bytes) == [
                [
                    "POST /v1/projects/p1/services/web/build HTTP/1.1",
                    "Authorization: Bearer \(secret)",
                    "Content-Type: application/json",
                    "Accept: application/json",
                    "User-Agent: northwatch/1.2.3",
                    "host: 127.0.0.1:\(server.port)",
                    "Content-Length: \(body.utf8.count)",
                    "", body,
                ].joined(separator: "\r\n")
            ])
    }
}

@Test func theBodiesOfThePOSTsAreWhatTheContractAsksFor() {
    let job = JobReference(project: "p1", job: "nightly")
    let addon = AddonReference(project: "p1", addon: "db")
    #expect(Endpoint.startServiceBuild(service, .latest).body == .object([:]))
    #expect(Endpoint.startServiceBuild(service, .branch("main")).body == .object(["branch": .string("main")]))
    #expect(Endpoint.runJob(job).body == .object([:]))
    #expect(
        Endpoint.backupAddon(addon, BackupRequest(name: "before upgrade", method: .dump)).body
            == .object(["name": .string("before upgrade"), "backupType": .string("dump")]))
}

@Test func withATeamTheSamePathsAreUnderTheTeam() async throws {
    try await withServer(team: "my team") { request, _ in
        request.path.contains("addon-types")
            ? [.json(#"{"data": {"addonTypes": []}}"#)] : [.json(#"{"data": {"id": "r1"}}"#)]
    } _: { client, server in
        _ = try await client.send(.runJob(JobReference(project: "p1", job: "nightly")))
        // The platform's own lists have no team.
        _ = try await client.load(.addonTypes)
        #expect(
            server.requests.map(\.path) == [
                "/v1/teams/my%20team/projects/p1/jobs/nightly/runs", "/v1/addon-types",
            ])
    }
}

@Test func idsArePercentEncodedInPaths() {
    let path = PathTemplate("projects/{projectId}/services/{serviceId}", ["a/b?c#d", "ü %2F~x-y.z_1"])
    #expect(path.filled == "projects/a%2Fb%3Fc%23d/services/%C3%BC%20%252F~x-y.z_1")
}

@Test(arguments: ["", ".", ".."])
func anIDThatWouldChangeThePathIsNeverSent(id: String) async throws {
    try await withServer { _, _ in
        [.json("{}")]
    } _: { client, server in
        let error = await failure { () async throws(APIError) in
            try await client.send(.getProject(Project.ID(id)))
        }
        #expect(error == .invalid(.init(status: 0, message: "an id is empty, or made of dots only")))
        #expect(server.connections == 0)
    }
}

@Test func aPathWithoutAllItsIDsIsNone() {
    #expect(PathTemplate("projects/{projectId}/jobs/{jobId}", ["p1"]).filled == nil)
    #expect(PathTemplate("projects/{projectId}", ["p1", "left over"]).filled == nil)
}

@Test func anAnswerCanBeLeftAsItCame() async throws {
    let body = #"{"data": {"z": 1.50, "id": "web", "z": "A"} }"#
    try await withServer { _, _ in
        [.json(body)]
    } _: { client, server in
        let answer = try await client.send(Endpoint.getService(service).raw)
        #expect(answer.value.bytes == Array(body.utf8))
        #expect(server.requests.map(\.path) == ["/v1/projects/p1/services/web"])
    }
}

@Test func whatIsNoJSONIsNotLeftAsItCame() async throws {
    try await withServer { _, _ in
        [.json("<html>")]
    } _: { client, _ in
        let error = await failure { () async throws(APIError) in try await client.send(Endpoint.getService(service).raw)
        }
        guard case .unexpected? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
