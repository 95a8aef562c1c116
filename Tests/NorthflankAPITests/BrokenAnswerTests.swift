import Northflank
import Testing

@testable import NorthflankAPI

private let hurried = ClientTimeouts(connect: .seconds(5), readIdle: .milliseconds(300), total: .seconds(10))
private let job = JobReference(project: "p1", job: "nightly")
private let brokenOff = APIError.Reason.connection("closed before the answer was whole")

/// What a POST meets on a server that answers so.
private func post(
    timeouts: ClientTimeouts = patient, atConnect: [ScriptedServer.Step] = [], _ steps: [ScriptedServer.Step]
) async throws -> (error: APIError?, requests: Int) {
    var result: (APIError?, Int) = (nil, 0)
    try await withServer(timeouts: timeouts, atConnect: atConnect) { _, _ in
        steps
    } _: { client, server in
        let error = await failure { () async throws(APIError) in try await client.send(.runJob(job)) }
        result = (error, server.requests.count)
    }
    return result
}

@Test func aConnectionThatEndsBeforeTheAnswerMayHaveDoneItsWork() async throws {
    for end in [ScriptedServer.Step.close, .reset] {
        let (error, requests) = try await post([end])
        guard case .unreachable(.connection, mayHaveArrived: true) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(requests == 1)
    }
}

@Test func anAnswerThatIsCutOffIsBrokenOff() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"
    try await #expect(
        post([.send(head + #"{"data": {"id""#), .close]).error == .unreachable(brokenOff, mayHaveArrived: true))
    try await #expect(
        post([.send("HTTP/1.1 200 OK\r\nContent-Len"), .close]).error
            == .unreachable(brokenOff, mayHaveArrived: true))
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"data\""
    try await #expect(post([.send(chunked), .close]).error == .unreachable(brokenOff, mayHaveArrived: true))
}

@Test func anAnswerWithTooShortALengthIsNotJSON() async throws {
    let body = #"{"data": {"id": "r1"}}"#
    let (error, requests) = try await post([.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + body)])
    #expect(
        error
            == .unexpected(
                status: 200, path: "/v1/projects/p1/jobs/nightly/runs",
                detail: "expected JSON, found something that isn't, or is cut off"))
    #expect(requests == 1)
}

@Test func anAnswerThatIsNotHTTPIsToldApart() async throws {
    for garbage in ["SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", "\u{0}\u{1}\u{2}garbage\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"] {
        let (error, requests) = try await post([.send(garbage), .close])
        #expect(
            error
                == .unexpected(
                    status: 0, path: "/v1/projects/p1/jobs/nightly/runs",
                    detail: "expected HTTP, found something else"))
        #expect(requests == 1)
    }
}

@Test func noAnswerAtAllIsATimeout() async throws {
    let (error, requests) = try await post(timeouts: hurried, [])
    #expect(error == .unreachable(.timeout, mayHaveArrived: true))
    #expect(requests == 1)
}

@Test func anAnswerThatStopsHalfWayIsATimeout() async throws {
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\""
    let (error, requests) = try await post(timeouts: hurried, [.send(half)])
    #expect(error == .unreachable(.timeout, mayHaveArrived: true))
    #expect(requests == 1)
}

@Test func anAnswerThatDripsForeverMeetsTheTotalTimeout() async throws {
    // Each drop comes well within the idle timeout, and at its end the answer would be whole.
    var drip: [ScriptedServer.Step] = [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")]
    for _ in 0..<1000 { drip += [.wait(.milliseconds(20)), .send(" ")] }
    let timeouts = ClientTimeouts(connect: .seconds(60), readIdle: .seconds(60), total: .milliseconds(500))
    let (error, requests) = try await post(timeouts: timeouts, drip)
    #expect(error == .unreachable(.timeout, mayHaveArrived: true))
    #expect(requests == 1)
}

@Test func aSlowAnswerWithinTheTimeoutsIsAnAnswer() async throws {
    let answer = "HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n" + #"{"data": {"id": "r1"}}"#
    let steps = answer.map { [ScriptedServer.Step.send(String($0)), .wait(.milliseconds(5))] }.flatMap(\.self)
    try await withServer { _, _ in
        steps
    } _: { client, _ in
        let answer = try await client.send(.runJob(job))
        #expect(answer.value.data.id == "r1")
    }
}

@Test func aConnectionThatEndsBeforeTheRequestIsReadHasAnHonestDoubt() async throws {
    // The client has written into the socket's buffer by then, and can't know how far it got.
    let (error, requests) = try await post(atConnect: [.reset], [])
    guard case .unreachable(.connection, _) = error else {
        Issue.record("\(String(describing: error))")
        return
    }
    #expect(requests == 0)
}

/// Not tried again and again until the connect timeout either: that would take longer than the test may.
@Test(.timeLimit(.minutes(5))) func aRefusedConnectionCertainlySentNothing() async throws {
    let port = try ClosedPort()
    let endless = ClientTimeouts(connect: .seconds(3600), readIdle: .seconds(3600), total: .seconds(7200))
    let client = try client("http://127.0.0.1:\(port.number)", timeouts: endless)
    let error = await failure { () async throws(APIError) in try await client.send(.runJob(job)) }
    #expect(error == .unreachable(.connection("refused"), mayHaveArrived: false))
    await client.shutdown()
    withExtendedLifetime(port) {}
}

@Test func aHostWithoutANameCertainlyGotNothing() async throws {
    // RFC 6761 promises that no resolver knows it.
    let client = try client("https://api.northwatch.invalid/v1")
    let error = await failure { () async throws(APIError) in try await client.send(.runJob(job)) }
    #expect(error == .unreachable(.dns(host: "api.northwatch.invalid"), mayHaveArrived: false))
    await client.shutdown()
}

@Test func aCertificateThatNobodyVouchesForCertainlyGotNothing() async throws {
    let server = try await ScriptedServer.start(tls: SelfSigned.serverContext()) { _, _ in [.json("{}")] }
    let client = try client("https://localhost:\(server.port)/v1")
    let error = await failure { () async throws(APIError) in try await client.send(.runJob(job)) }
    #expect(
        error
            == .unreachable(
                .tls("the certificate is not trusted: expired, self-signed or of another issuer"),
                mayHaveArrived: false))
    #expect(server.requests.isEmpty)
    await client.shutdown()
    await server.stop()
}

@Test func aTrustedCertificateIsFine() async throws {
    let server = try await ScriptedServer.start(tls: SelfSigned.serverContext()) { _, _ in
        [.json(#"{"data": {"id": "r1"}}"#)]
    }
    let client = try client("https://localhost:\(server.port)/v1", trust: SelfSigned.trust())
    #expect(try await client.send(.runJob(job)).value.data.id == "r1")
    await client.shutdown()
    await server.stop()
}

@Test func aPlainServerBehindAnHTTPSAddressIsNotTLS() async throws {
    let server = try await ScriptedServer.start(atConnect: [.send("HTTP/1.1 400 Bad Request\r\n\r\n")]) { _, _ in [] }
    let client = try client("https://localhost:\(server.port)/v1")
    let error = await failure { () async throws(APIError) in try await client.send(.runJob(job)) }
    #expect(error == .unreachable(.tls("the other side does not speak TLS"), mayHaveArrived: false))
    await client.shutdown()
    await server.stop()
}

@Test func aServerThatNeverFinishesTheHandshakeIsATimeoutThatSentNothing() async throws {
    let server = try await ScriptedServer.start { _, _ in [] }
    let timeouts = ClientTimeouts(connect: .milliseconds(400), readIdle: .seconds(5), total: .seconds(10))
    let client = try client("https://localhost:\(server.port)/v1", timeouts: timeouts)
    let error = await failure { () async throws(APIError) in try await client.send(.runJob(job)) }
    #expect(error == .unreachable(.timeout, mayHaveArrived: false))
    await client.shutdown()
    await server.stop()
}

@Test func aDefiniteErrorWithABrokenBodyKeepsItsStatus() async throws {
    let (error, _) = try await post([.send("HTTP/1.1 429 No\r\nContent-Length: 100\r\n\r\n{"), .close])
    #expect(error == .rateLimited(.init(status: 429, message: "too many requests"), retryAfter: .seconds(60)))
}
