import NIOSSL
import Northflank
import Synchronization

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A secret that must never be seen in an error.
let secret = "nf-eyJhbGciOiJIUzI1NiJ9.test-secret"

/// Patient enough for a busy machine; tests of a timeout set their own.
let patient = ClientTimeouts(connect: .seconds(10), readIdle: .seconds(10), total: .seconds(20))

func client(
    _ url: String, team: String? = nil, timeouts: ClientTimeouts = patient, bodyLimit: Int = 1 << 20,
    observer: ClientObserver = ClientObserver(), retries: ReadRetries = .none, clock: ClientClock = .system,
    trust: TLSConfiguration? = nil
) throws -> NorthflankClient {
    let token = try APIToken(secret)
    return NorthflankClient(
        ClientConfiguration(
            baseURL: try BaseURL(url), team: team, version: "1.2.3", timeouts: timeouts, bodyLimit: bodyLimit),
        token: { token }, observer: observer, retries: retries, clock: clock, trust: trust)
}

/// Runs a scripted server and a client of it, and ends both.
func withServer(
    team: String? = nil, timeouts: ClientTimeouts = patient, bodyLimit: Int = 1 << 20,
    observer: ClientObserver = ClientObserver(), retries: ReadRetries = .none, clock: ClientClock = .system,
    atConnect: [ScriptedServer.Step] = [], _ script: @escaping ScriptedServer.Script,
    _ body: (NorthflankClient, ScriptedServer) async throws -> Void
) async throws {
    let server = try await ScriptedServer.start(atConnect: atConnect, script)
    let client = try client(
        "http://127.0.0.1:\(server.port)/v1", team: team, timeouts: timeouts, bodyLimit: bodyLimit, observer: observer,
        retries: retries, clock: clock)
    do {
        try await body(client, server)
    } catch {
        await client.shutdown()
        await server.stop()
        throw error
    }
    await client.shutdown()
    await server.stop()
}

/// The error of a call, or nil where it went well.
func failure<Value>(_ call: () async throws(APIError) -> Value) async -> APIError? {
    do {
        _ = try await call()
        return nil
    } catch {
        return error
    }
}

/// Collects what is reported from other threads.
final class Collected<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    var all: [Value] { values.withLock { $0 } }
    func add(_ value: Value) { values.withLock { $0.append(value) } }
}

/// Time that stands still but for sleeping, which takes none.
final class StillClock: Sendable {
    private let state: Mutex<(now: Date, sleeps: [Duration])>

    init(now: Date) { state = Mutex((now, [])) }

    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    var clock: ClientClock {
        ClientClock(
            now: { self.state.withLock { $0.now } },
            sleep: { time in
                try Task.checkCancellation()
                self.state.withLock { $0.sleeps.append(time) }
            })
    }
}
