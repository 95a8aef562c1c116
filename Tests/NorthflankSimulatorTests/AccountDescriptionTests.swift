import Northflank
import NorthflankSimulator
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

private func account(_ json: String) throws -> AccountDescription {
    try JSONDecoder().decode(AccountDescription.self, from: Data(json.utf8))
}

@Suite struct AccountDescriptionTests {
    @Test func anAccountIsWhatItsFileSays() async throws {
        var configuration = SimulatorConfiguration(clock: .manual())
        configuration.account = try account(
            #"""
            {"projects": [{"name": "My shop", "region": "us-east",
              "services": [
                {"name": "Web", "repository": "web", "instances": 2},
                {"name": "API build", "repository": "api", "deploys": false, "buildsFail": true},
                {"name": "API", "builds": "API build"},
                {"name": "Proxy", "image": "nginx:1", "linesPerSecond": 100}],
              "jobs": [{"name": "Nightly", "schedule": "0 3 * * *", "fails": true}, {"name": "By hand"}],
              "addons": [{"name": "DB", "type": "postgresql", "backup": "0 2 * * *", "dump": true, "paused": true}]}]}
            """#)
        try await withAccount(configuration) { account async throws in
            let services = try await account.get("/projects/my-shop/services")
            #expect(services.count("data.services") == 4)
            #expect(services.string("data.services.1.serviceType") == "build")
            #expect(services.string("data.services.1.status.build.status") == "FAILURE")
            #expect(services.string("data.services.3.status.deployment.status") == "COMPLETED")
            let proxy = try await account.get("/projects/my-shop/services/proxy/logs?duration=10&lineLimit=5000")
            #expect((900...1_100).contains(proxy.count("data") ?? 0))
            #expect(try await account.get("/projects/my-shop/jobs").string("data.jobs.0.jobType") == "cron")
            #expect(
                try await account.get("/projects/my-shop/addons").string("data.addons.0.status") == "paused")
            #expect(
                try await account.get("/projects/my-shop/addons/db/backups").count("data.backups") ?? 0 >= 3)
        }
    }

    @Test(arguments: [
        (#"{"projects": [{"name": "A"}, {"name": "a"}]}"#, "project a is there twice"),
        (#"{"projects": [{"name": "!"}]}"#, #"project "!": a name needs a letter or a digit"#),
        (
            #"{"projects": [{"name": "A", "services": [{"name": "S"}]}]}"#,
            "S: give one of repository, builds and image"
        ),
        (
            #"{"projects": [{"name": "A", "services": [{"name": "S", "image": "I", "linesPerSecond": 0}]}]}"#,
            "S: linesPerSecond 0.0 is not more than 0"
        ),
        (
            #"{"projects": [{"name": "A", "services": [{"name": "S", "builds": "T"}]}]}"#,
            "S: there is no service T in A"
        ),
        (
            #"{"projects": [{"name": "A", "jobs": [{"name": "J", "schedule": "now"}]}]}"#,
            "J: now is not a schedule such as */5 * * * *"
        ),
        (
            #"{"projects": [{"name": "A", "addons": [{"name": "D", "type": "oracle"}]}]}"#,
            "D: there is no addon type oracle; there are postgresql, mysql, mongodb, redis, minio, rabbitmq"
        ),
    ])
    func whatCanNotBeIsToldByName(json: String, problem: String) throws {
        var configuration = SimulatorConfiguration()
        configuration.account = try account(json)
        #expect(throws: SimulatorError.badScenario(problem)) { try Simulator(configuration) }
    }
}
