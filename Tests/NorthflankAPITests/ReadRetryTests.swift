import Foundation
import Northflank
import Testing

@testable import NorthflankAPI

/// Reads are asked again on a bad link, where the client is told to; what may change something never is.
@Suite struct ReadRetryTests {
    private let still = StillClock(now: Date(timeIntervalSince1970: 1_800_000_000))
    private let asked = Collected<APIError>()
    private let pauses: [Duration] = [.seconds(1), .seconds(3)]

    private func retries(allowed: Int = .max) -> ReadRetries {
        ReadRetries(pauses: pauses) { [asked] error, _ in
            asked.add(error)
            return asked.all.count <= allowed
        }
    }

    /// How many requests a question took, on a server that goes wrong so many times before it answers.
    private func requests(
        wrong: Int, _ step: ScriptedServer.Step, allowed: Int = .max,
        _ ask: @escaping @Sendable (NorthflankClient) async throws(APIError) -> Void
    ) async throws -> (count: Int, error: APIError?) {
        var result: (Int, APIError?) = (0, nil)
        try await withServer(retries: retries(allowed: allowed), clock: still.clock) { _, number in
            [number <= wrong ? step : .json(projectPage(1...1))]
        } _: { client, server in
            let error = await failure { () async throws(APIError) in try await ask(client) }
            result = (server.requests.count, error)
        }
        return result
    }

    private func list(_ client: NorthflankClient) async throws(APIError) { _ = try await client.load(.projects) }

    @Test(arguments: [ScriptedServer.Step.close, .error(503, "restarting")])
    func aReadThatWentWrongIsAskedAgain(step: ScriptedServer.Step) async throws {
        let (count, error) = try await requests(wrong: 2, step) { client throws(APIError) in try await list(client) }
        #expect(count == 3)
        #expect(error == nil)
        #expect(still.sleeps == pauses)
        #expect(asked.all.count == 2)
    }

    @Test func itGivesUpAfterTheLastPause() async throws {
        let (count, error) = try await requests(wrong: 9, .error(500, "broken")) { client throws(APIError) in
            try await list(client)
        }
        #expect(count == 3)
        guard case .server = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aNoEndsIt() async throws {
        let (count, _) = try await requests(wrong: 9, .close, allowed: 1) { client throws(APIError) in
            try await list(client)
        }
        #expect(count == 2)
    }

    @Test(arguments: [400, 401, 403, 404, 409, 429]) func aRefusalIsAnAnswer(status: Int) async throws {
        let (count, error) = try await requests(wrong: 9, .error(status, "no")) { client throws(APIError) in
            try await list(client)
        }
        #expect(count == 1)
        #expect(error != nil)
        #expect(still.sleeps.isEmpty)
    }

    @Test func whatMayChangeSomethingIsSentOnce() async throws {
        let job = JobReference(project: "p1", job: "nightly")
        for step in [ScriptedServer.Step.close, .error(500, "broken")] {
            let (count, _) = try await requests(wrong: 9, step) { client throws(APIError) in
                _ = try await client.send(.runJob(job))
            }
            #expect(count == 1)
        }
        #expect(asked.all.isEmpty)
    }
}
