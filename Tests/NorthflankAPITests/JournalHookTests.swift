import Northflank
import NorthflankSimulator
import Synchronization
import Testing

@testable import NorthflankAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a journal needs of an action: a word just before the POST, and to settle what another process has left.
struct JournalHookTests {
    private func replay(_ account: AccountOfJob) -> Action { .runJob(account.job) }

    private struct AccountOfJob {
        var job: JobReference

        init(_ client: NorthflankClient) async throws {
            guard case .projects(let projects) = try await client.load(.projects).content else {
                throw APIError.cancelled
            }
            for project in projects {
                guard case .jobs(let jobs) = try await client.load(.jobs(project.id)).content else { continue }
                if let job = jobs.first(where: { $0.kind == .manual }) {
                    self.job = JobReference(project: project.id, job: job.id)
                    return
                }
            }
            throw APIError.cancelled
        }
    }

    @Test func itIsToldWhatWasThereJustBeforeThePOST() async throws {
        try await withSimulator { client, simulator in
            let account = try await AccountOfJob(client)
            let told = Mutex<(known: Set<String>?, posts: Int)?>(nil)
            let outcome = await client.perform(
                replay(account),
                willSend: { known, _ in
                    let posts = await simulator.requests.count { $0.method == "POST" }
                    told.withLock { $0 = (known, posts) }
                    return .send(known: known)
                })
            guard case .accepted(let id?) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            let heard = told.withLock { $0 }
            let before = try #require(heard)
            #expect(before.posts == 0)
            #expect(before.known?.contains(id) == false)
        }
    }

    @Test func aNoSendsNothing() async throws {
        try await withSimulator { client, simulator in
            let account = try await AccountOfJob(client)
            let problem = APIError.Problem(status: 0, message: "another is on its way")
            let outcome = await client.perform(replay(account), willSend: { _, _ in .refuse(.conflict(problem)) })
            #expect(outcome == .refused(.conflict(problem)))
            #expect(await simulator.requests.allSatisfy { $0.method == "GET" })
        }
    }

    @Test func whatWasLeftIsFoundWhereItArrivedAndNotFoundWhereItDidNot() async throws {
        let clock = ClientClock(now: ClientClock.system.now, sleep: { _ in try Task.checkCancellation() })
        try await withSimulator(clock: clock) { client, _ in
            let account = try await AccountOfJob(client)
            guard case .runs(let runs) = try await client.load(.runs(account.job)).content else { return }
            let known = Set(runs.map(\.id.rawValue))
            let missed = await client.settle(replay(account), known: known, sentAt: client.serverNow)
            guard case .settled(.notFound) = missed else {
                Issue.record("\(String(describing: missed))")
                return
            }
            let sentAt = client.serverNow
            guard case .accepted(let id?) = await client.perform(replay(account), knownIDs: known) else { return }
            let found = await client.settle(replay(account), known: known, sentAt: sentAt)
            guard case .settled(.found(id, _)) = found else {
                Issue.record("\(String(describing: found))")
                return
            }
        }
    }

    @Test func aListThatCannotBeReadNowSettlesNothingYet() async throws {
        try await withSimulator { client, simulator in
            let account = try await AccountOfJob(client)
            await simulator.script(ScriptedFault(.status(503), method: "GET", path: "/runs", times: 9))
            guard case .unreadable(.server) = await client.settle(replay(account), known: [], sentAt: nil) else {
                Issue.record("a list that can't be read settled something")
                return
            }
        }
    }

    @Test func whoMayNotAskAsksNothing() async throws {
        try await withSimulator { client, simulator in
            await #expect(throws: APIError.cancelled) {
                try await client.load(.projects, mayAsk: { false })
            }
            #expect(await simulator.requests.isEmpty)
        }
    }

    @Test func whoseRightEndsBetweenTwoPagesAsksNoFurther() async throws {
        try await withSimulator(SimulatorConfiguration(scenario: "large")) { client, simulator in
            let asked = Mutex(0)
            await #expect(throws: APIError.cancelled) {
                try await client.load(
                    .projects,
                    mayAsk: {
                        asked.withLock { count in
                            count += 1
                            return count == 1
                        }
                    })
            }
            #expect(await simulator.requests.count == 1)
        }
    }
}
