import Northflank
import NorthflankSimulator
import Testing

@Suite struct AccessTests {
    @Test func withoutATokenNothingIsServed() async throws {
        try await withAccount { account async throws in
            var stranger = account
            stranger.token = nil
            let answer = try await stranger.get("/projects")
            #expect(answer.status == 401)
            #expect(answer.keys("error") == ["status", "message", "id"])
            #expect(answer.number("error.status") == 401)
        }
    }

    @Test func onlyTheConfiguredTokenIsLetIn() async throws {
        try await withAccount(SimulatorConfiguration(token: "right", clock: .manual())) { account async throws in
            var caller = account
            caller.token = "wrong"
            #expect(try await caller.get("/projects").status == 401)
            caller.token = "right"
            #expect(try await caller.get("/projects").status == 200)
        }
    }

    @Test(arguments: [
        ("/projects/nope", "Project nope not found"),
        ("/projects/nope/services", "Project nope not found"),
        ("/projects/checkout/services/nope", "Service nope not found"),
        ("/projects/checkout/services/nope/build", "Service nope not found"),
        ("/projects/checkout/services/basket/build/nope", "Build nope not found"),
        ("/projects/checkout/jobs/nope/runs", "Job nope not found"),
        ("/projects/checkout/jobs/expire-baskets/runs/nope", "Run nope not found"),
        ("/projects/checkout/addons/nope/backups", "Addon nope not found"),
        ("/projects/checkout/addons/sessions/backups/nope", "Backup nope not found"),
        ("/projects/checkout/services/a%2Fb", "Service a/b not found"),
        ("/nope", "Route GET /v1/nope not found"),
    ])
    func whatIsNotThereIsNotFound(path: String, message: String) async throws {
        try await withAccount { account async throws in
            let answer = try await account.get(path)
            #expect(answer.status == 404)
            #expect(answer.string("error.message") == message)
        }
    }

    @Test func aMethodThatAPathDoesNotHaveIsNotAllowed() async throws {
        try await withAccount { account async throws in
            #expect(try await account.put("/projects").status == 405)
            #expect(try await account.delete("/projects/checkout/services").status == 405)
            #expect(try await account.post("/addon-types").status == 405)
        }
    }

    @Test func aDeletedProjectIsNotFound() async throws {
        try await withAccount { account async throws in
            #expect(try await account.get("/projects/checkout/services").status == 200)
            await account.simulator.delete(project: "checkout")
            #expect(try await account.get("/projects/checkout/services").status == 404)
            #expect(try await account.get("/projects").count("data.projects") == 4)
        }
    }
}

@Suite struct RateLimitTests {
    private func limits(_ answer: Answer) -> [String] {
        ["limit", "remaining", "reset"].flatMap { answer.header("x-ratelimit-\($0)") }
    }

    @Test func everyAnswerTellsWhatIsLeft() async throws {
        try await withAccount(SimulatorConfiguration(rateLimit: 100, clock: .manual())) { account async throws in
            #expect(try await limits(account.get("/projects")) == ["100", "99", "3600"])
            await account.simulator.advance(by: .seconds(60))
            #expect(try await limits(account.get("/projects/nope")) == ["100", "98", "3540"])
            #expect(try await limits(account.post("/addon-types")) == ["100", "97", "3540"])
            #expect(try await limits(account.get("/projects?page=0")) == ["100", "96", "3540"])
        }
    }

    @Test func theWindowBeginsWithTheFirstRequest() async throws {
        try await withAccount(SimulatorConfiguration(rateLimit: 100, clock: .manual())) { account async throws in
            await account.simulator.advance(by: .seconds(5000))
            #expect(try await limits(account.get("/projects")) == ["100", "99", "3600"])
        }
    }

    @Test func whatIsUsedUpIsRefusedUntilTheHourIsOver() async throws {
        try await withAccount(SimulatorConfiguration(rateLimit: 3, clock: .manual())) { account async throws in
            for _ in 0..<3 { #expect(try await account.get("/projects").status == 200) }
            await account.simulator.advance(by: .seconds(3599))
            let refused = try await account.get("/projects")
            #expect(refused.status == 429)
            #expect(refused.number("error.status") == 429)
            #expect(limits(refused) == ["3", "0", "1"])
            await account.simulator.advance(by: .seconds(1))
            #expect(try await limits(account.get("/projects")) == ["3", "2", "3600"])
        }
    }

    @Test func aStrangerCostsTheAccountNothing() async throws {
        try await withAccount(SimulatorConfiguration(rateLimit: 100, clock: .manual())) { account async throws in
            var stranger = account
            stranger.token = nil
            for _ in 0..<5 { #expect(try await limits(stranger.get("/projects")) == ["100", "100", "3600"]) }
        }
    }

    @Test func anotherClientOfTheAccountSpendsFromTheSame() async throws {
        try await withAccount(SimulatorConfiguration(rateLimit: 100, clock: .manual())) { account async throws in
            await account.simulator.spend(95)
            #expect(try await limits(account.get("/projects")) == ["100", "4", "3600"])
        }
    }
}
