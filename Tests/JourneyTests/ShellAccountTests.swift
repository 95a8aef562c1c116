import Foundation
import Northflank
import NorthflankAPI
import NorthflankSimulator
import Store
import Testing

@testable import northwatch

/// What one command spends is known to the next, and to the dashboards.
@Suite(.timeLimit(.minutes(1))) struct ShellAccountTests {
    @Test func whatACommandSpendsIsKnownToTheNextAndToDashboards() async throws {
        let path = NSTemporaryDirectory() + "northwatch-shell-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let simulator = try Simulator(SimulatorConfiguration(scenario: "calm"))
        let (addresses, ready) = AsyncStream.makeStream(of: String.self)
        let server = Task { try await simulator.run { ready.yield($0.absoluteString) } }
        defer { server.cancel() }
        let address = try #require(await addresses.first { _ in true })
        let account = northwatch.Account(
            context: nil, token: try APIToken("shared-token"), baseURL: try BaseURL(address), team: nil, project: nil,
            readOnly: false)
        let memory = AccountMemory(StateDirectory(path: path), of: account)
        let first = OpenAccount(account, memory: memory)
        try await first.read(.projects, or: "the projects can't be listed")
        await first.keepBudget()
        await first.client.shutdown()

        let spent = try await #require(memory.kept?.account).spending(since: 0)
        #expect(spent.map(\.operation) == ["listProjects"])
        #expect(spent.map(\.by) == [Author.shell])

        let next = OpenAccount(account, memory: memory)
        await next.recallBudget()
        #expect(next.spending.rateLimit?.remaining == 999)
        await next.client.shutdown()
    }
}
