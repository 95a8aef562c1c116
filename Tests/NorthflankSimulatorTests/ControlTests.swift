import Northflank
import NorthflankSimulator
import Synchronization
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct ControlTests {
    private var controlled: SimulatorConfiguration {
        var configuration = SimulatorConfiguration(rateLimit: 100, clock: .manual())
        configuration.control = true
        return configuration
    }

    /// The same account, below its root rather than below `/v1`.
    private func root(_ account: Account) -> Account {
        var root = account
        root.base.deleteLastPathComponent()
        return root
    }

    @Test func itIsOffUnlessAskedFor() async throws {
        try await withAccount { account async throws in
            #expect(try await root(account).post("_simulator/reset").status == 404)
        }
    }

    @Test func theClockIsSteppedWithoutCostingARequest() async throws {
        try await withAccount(controlled) { account async throws in
            let path = "/projects/checkout/jobs/reindex-orders/runs"
            let id = try #require(try await account.post(path).string("data.id"))
            #expect(try await root(account).post("_simulator/advance", #"{"seconds": 600.5}"#).status == 200)
            let run = try await account.get("\(path)/\(id)")
            #expect(run.string("data.status") == "SUCCESS")
            #expect(run.header("x-ratelimit-remaining") == ["98"])
        }
    }

    @Test func theNextRequestsThatFitGoWrong() async throws {
        try await withAccount(controlled) { account async throws in
            let fault = #"{"kind": "status", "status": 503, "path": "/services", "times": 2}"#
            #expect(try await root(account).post("_simulator/fault", fault).status == 200)
            #expect(try await account.get("/projects").status == 200)
            #expect(try await account.get("/projects/checkout/services").status == 503)
            #expect(try await account.get("/projects/checkout/services").status == 503)
            #expect(try await account.get("/projects/checkout/services").status == 200)
        }
    }

    @Test func aResetGivesBackTheAccountAndItsRequests() async throws {
        try await withAccount(controlled) { account async throws in
            let path = "/projects/checkout/services/basket/build"
            let before = try await account.get(path).string("data.builds.0.id")
            _ = try await account.post(path)
            _ = try await root(account).post("_simulator/spend", #"{"requests": 50}"#)
            #expect(try await account.get(path).header("x-ratelimit-remaining") == ["47"])
            _ = try await root(account).post("_simulator/reset")
            let after = try await account.get(path)
            #expect(after.string("data.builds.0.id") == before)
            #expect(after.header("x-ratelimit-remaining") == ["99"])
        }
    }

    @Test func aWrongOrderIsRefusedByTheFieldsName() async throws {
        let orders = [
            ("advance", "{}", "seconds"), ("advance", #"{"seconds": -1}"#, "seconds"),
            ("fault", #"{"kind": "status"}"#, "status"), ("fault", #"{"kind": "odd"}"#, "kind"),
            ("fault", #"{"kind": "slow"}"#, "milliseconds"), ("spend", #"{"requests": 0}"#, "requests"),
        ]
        try await withAccount(controlled) { account async throws in
            for (order, body, field) in orders {
                let answer = try await root(account).post("_simulator/\(order)", body)
                #expect(answer.status == 400, "\(order) \(body)")
                #expect(answer.keys("error.details") == [field], "\(order) \(body)")
            }
        }
    }

    @Test func whereATokenIsAskedForItIsAskedForHereToo() async throws {
        var configuration = controlled
        configuration.token = "right"
        try await withAccount(configuration) { account async throws in
            #expect(try await root(account).post("_simulator/reset").status == 401)
        }
    }

    @Test func eachRequestIsRecordedWithoutItsToken() async throws {
        let records = Mutex<[String]>([])
        var configuration = controlled
        configuration.onRequest = { record in records.withLock { $0.append(record.json) } }
        try await withAccount(configuration) { account async throws in
            var caller = account
            caller.token = "a-secret-token"
            _ = try await caller.post("/projects/checkout/addons/sessions/backups", #"{"name": "one more"}"#)
        }
        let line = try #require(records.withLock { $0.first })
        #expect(line.contains(#""method":"POST","path":"/v1/projects/checkout/addons/sessions/backups""#))
        #expect(line.contains(#""body":{"name":"one more"}"#))
        #expect(line.contains(#""status":200"#))
        #expect(!line.contains("a-secret-token"))
    }
}
