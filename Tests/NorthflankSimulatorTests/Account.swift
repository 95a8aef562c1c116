import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Northflank
import NorthflankSimulator
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An answer as a client sees it.
struct Answer {
    let status: Int
    let headers: HTTPHeaders
    let text: String

    func header(_ name: String) -> [String] { headers[name] }

    /// The value at a path such as `data.projects.0.name`; nil where there is none.
    subscript(_ path: String) -> JSONValue? {
        let root = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        return path.split(separator: ".").reduce(root) { value, step in
            switch value {
            case .object(let members): members[String(step)]
            case .array(let values): Int(step).flatMap { values.indices.contains($0) ? values[$0] : nil }
            default: nil
            }
        }
    }

    func string(_ path: String) -> String? {
        guard case .string(let text) = self[path] else { return nil }
        return text
    }

    func number(_ path: String) -> Double? {
        guard case .number(let number) = self[path] else { return nil }
        return number
    }

    func count(_ path: String) -> Int? {
        guard case .array(let values) = self[path] else { return nil }
        return values.count
    }

    func keys(_ path: String) -> Set<String> {
        guard case .object(let members) = self[path] else { return [] }
        return Set(members.keys)
    }
}

/// A simulator that serves on a real socket, and what a test asks it.
struct Account {
    let simulator: Simulator
    var base: URL
    var token: String? = "any"

    func get(_ path: String) async throws -> Answer { try await send(.GET, path) }

    func post(_ path: String, _ body: String = "") async throws -> Answer { try await send(.POST, path, body) }

    func put(_ path: String) async throws -> Answer { try await send(.PUT, path) }

    func delete(_ path: String) async throws -> Answer { try await send(.DELETE, path) }

    private func send(_ method: HTTPMethod, _ path: String, _ body: String = "") async throws -> Answer {
        var request = HTTPClientRequest(url: base.absoluteString + path)
        request.method = method
        if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
        let bytes = try await response.body.collect(upTo: 50_000_000)
        return Answer(
            status: Int(response.status.code), headers: response.headers, text: String(buffer: bytes))
    }
}

/// Serves for as long as the test takes.
func withAccount(
    _ configuration: SimulatorConfiguration = SimulatorConfiguration(clock: .manual()),
    _ test: (Account) async throws -> Void
) async throws {
    let simulator = try Simulator(configuration)
    let (urls, ready) = AsyncStream.makeStream(of: URL.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { ready.finish() }
            try await simulator.run { ready.yield($0) }
        }
        var iterator = urls.makeAsyncIterator()
        if let base = await iterator.next() { try await test(Account(simulator: simulator, base: base)) }
        group.cancelAll()
        // What ends a cancelled server isn't of interest; why it could not be started is.
        while let result = await group.nextResult() {
            if case .failure(let error as SimulatorError) = result { throw error }
        }
    }
}
