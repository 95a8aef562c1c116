import Northflank
import Testing

@testable import NorthflankAPI

@Test func aCancelledRequestEndsAtOnce() async throws {
    try await withServer { _, _ in
        []
    } _: { client, server in
        let call = Task { await failure { () async throws(APIError) in try await client.send(.listProjects()) } }
        try await until { server.requests.count == 1 }
        call.cancel()
        // Nothing else would end it so: no answer comes, and a timeout is another error.
        #expect(await call.value == .cancelled)
    }
}

@Test func aCancelledTaskSendsNothing() async throws {
    try await withServer { _, _ in
        []
    } _: { client, server in
        let call = Task {
            while !Task.isCancelled { await Task.yield() }
            return await failure { () async throws(APIError) in try await client.send(.listProjects()) }
        }
        call.cancel()
        #expect(await call.value == .cancelled)
        #expect(server.connections == 0)
    }
}

@Test func aCancelledListEndsBetweenItsPages() async throws {
    try await withServer { _, number in
        number < 3 ? [.json(projectPage(number...number, cursor: "c\(number)"))] : []
    } _: { client, server in
        let call = Task { await failure { () async throws(APIError) in try await client.load(.projects) } }
        try await until { server.requests.count == 3 }
        call.cancel()
        #expect(await call.value == .cancelled)
    }
}

@Test func oneConnectionServesManyRequestsErrorsIncluded() async throws {
    try await withServer { _, number in
        number % 2 == 0 ? [.error(404, "gone")] : [.json(projectPage(1...1))]
    } _: { client, server in
        for _ in 0..<6 { _ = await failure { () async throws(APIError) in try await client.send(.listProjects()) } }
        #expect(server.requests.map(\.connection) == [1, 1, 1, 1, 1, 1])
    }
}

@Test func shutdownEndsRequestsUnderWayWithin200Milliseconds() async throws {
    try await bestOfThree(within: .milliseconds(200)) {
        let server = try await ScriptedServer.start { _, _ in [] }
        return try await timeOfShutdown(client("http://127.0.0.1:\(server.port)/v1"), server)
    }
}

@Test func shutdownDoesNotWaitForTheGoodbyeOfATLSServer() async throws {
    try await bestOfThree(within: .milliseconds(200)) {
        let server = try await ScriptedServer.start(tls: SelfSigned.serverContext()) { _, _ in [] }
        return try await timeOfShutdown(
            client("https://localhost:\(server.port)/v1", trust: SelfSigned.trust()), server)
    }
}

/// How long it takes to end five requests that wait for their answers.
private func timeOfShutdown(_ client: NorthflankClient, _ server: ScriptedServer) async throws -> Duration {
    let calls = (0..<5).map { _ in
        Task { await failure { () async throws(APIError) in try await client.send(.listProjects()) } }
    }
    try await until { server.requests.count == 5 }
    let started = ContinuousClock.now
    await client.shutdown()
    let time = ContinuousClock.now - started
    for call in calls { #expect(await call.value == .cancelled) }
    await server.stop()
    return time
}

/// A busy machine may hold up any one of them.
private func bestOfThree(within limit: Duration, _ run: () async throws -> Duration) async throws {
    var times: [Duration] = []
    while times.count < 3, times.allSatisfy({ $0 >= limit }) { times.append(try await run()) }
    #expect(times.contains { $0 < limit }, "\(times)")
}

@Test func afterShutdownEveryCallIsCancelledAndASecondShutdownIsFine() async throws {
    try await withServer { _, _ in
        [.json(projectPage(1...1))]
    } _: { client, _ in
        await client.shutdown()
        await client.shutdown()
        let error = await failure { () async throws(APIError) in try await client.send(.listProjects()) }
        #expect(error == .cancelled)
    }
}

@Test func aClientThatIsLetGoOfClosesItsConnections() async throws {
    let server = try await ScriptedServer.start { _, _ in [.json(projectPage(1...1))] }
    do {
        let client = try client("http://127.0.0.1:\(server.port)/v1")
        _ = try await client.send(.listProjects())
    }
    // The client would trap here, had it not shut itself down.
    await server.stop()
    #expect(server.requests.count == 1)
}

/// Waits until something is so; gives up after a minute.
private func until(_ isSo: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while !isSo() {
        try #require(ContinuousClock.now < end)
        try await Task.sleep(for: .milliseconds(2))
    }
}
