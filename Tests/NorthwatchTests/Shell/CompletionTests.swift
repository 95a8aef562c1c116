import ArgumentParser
import Dashboard
import Foundation
import Northflank
import Testing

@testable import northwatch

/// What a shell offers behind TAB.
@Suite struct CompletionTests {
    /// What can't be known, is anybody's to choose, or (the name that confirms) is to be typed in full.
    private static let free: Set = [
        "--api-url", "--arg", "--commit", "--confirm", "--credentials", "--data", "--deny", "--dockerfile", "--env",
        "--fault-rate", "--grep", "--image", "--instances", "--latency", "--limit", "--max-age", "--max-requests",
        "--port", "--pull-request", "--query", "--replicas", "--seed", "--since", "--speed", "--storage", "--target",
        "--team", "--timeout", "--token", "--working-directory",
    ]

    private struct Tool: Decodable {
        struct Command: Decodable {
            var commandName: String
            var arguments: [Argument]?
            var subcommands: [Command]?
        }
        struct Argument: Decodable {
            struct Name: Decodable { var kind, name: String }
            var kind: String
            var names: [Name]?
            var valueName: String?
            var completionKind: [String: JSONValue]?

            var title: String {
                names?.first { $0.kind == "long" }.map { "--\($0.name)" } ?? valueName ?? "?"
            }
        }
        var command: Command
    }

    private func without(_ command: Tool.Command, under path: [String]) -> [String] {
        let path = path + [command.commandName]
        let here = (command.arguments ?? []).filter { $0.kind != "flag" && $0.completionKind == nil }
        return here.filter { !Self.free.contains($0.title) }.map { "\(path.joined(separator: " ")) \($0.title)" }
            + (command.subcommands ?? []).filter { $0.commandName != "help" }.flatMap { without($0, under: path) }
    }

    @Test func whateverCanBeKnownIsOffered() throws {
        let error = #expect(throws: (any Error).self) {
            try Northwatch.parseAsRoot(["--experimental-dump-help"])
        }
        let text = Northwatch.fullMessage(for: try #require(error))
        let tool = try JSONDecoder().decode(Tool.self, from: Data(text.utf8))
        #expect(without(tool.command, under: []) == [])
    }

    private var shop: CompletedAccount {
        get throws {
            func decoded<Item: Decodable>(_ json: String) throws -> [Item] {
                try JSONDecoder().decode([Item].self, from: Data(json.utf8))
            }
            let service = ServiceReference(project: "shop", service: "api")
            let addon = AddonReference(project: "shop", addon: "db")
            let job = JobReference(project: "shop", job: "nightly")
            let answers: [(Feed, FeedContent)] = [
                (.projects, .projects(try decoded(#"[{"id": "shop", "name": "Shop"}]"#))),
                (
                    .services("shop"),
                    .services(
                        try decoded(
                            #"""
                            [{"id": "api", "name": "API"}, {"id": "build", "name": "Build"},
                             {"id": "web", "name": "Web", "serviceType": "deployment"}]
                            """#))
                ),
                (.jobs("shop"), .jobs(try decoded(#"[{"id": "nightly", "name": "Nightly"}]"#))),
                (.addons("shop"), .addons(try decoded(#"[{"id": "db", "name": "DB"}]"#))),
                (.builds(service), .builds(try decoded(#"[{"id": "swift-fox-12", "branch": "main"}]"#))),
                (.runs(job), .runs(try decoded(#"[{"id": "run-7"}]"#))),
                (.backups(addon), .backups(try decoded(#"[{"id": "backup-3", "name": "Before it"}]"#))),
            ]
            var known = Dashboard.Account()
            for (feed, content) in answers { known.loaded(feed, FeedAnswer(content: content), at: Date()) }
            return CompletedAccount(known: known, project: nil)
        }
    }

    @Test func namesAreGivenWithTheirProjectAndAloneInTheContextsProject() throws {
        var shop = try shop
        #expect(shop.names([.service]) == ["shop/api", "shop/build", "shop/web"])
        shop.project = "shop"
        #expect(shop.names([.addon]) == ["shop/db", "db"])
    }

    @Test func whatBelongsToTheNamedThingIsOffered() throws {
        let shop = try shop
        #expect(shop.parts(.builds, ["northwatch", "abort", "shop/api", ""]) == ["swift-fox-12"])
        #expect(shop.parts(.branches, ["northwatch", "build", "service:shop/api", "--branch", ""]) == ["main"])
        #expect(shop.parts(.runs, ["northwatch", "logs", "shop/nightly", "--run", ""]) == ["run-7"])
        #expect(shop.parts(.backups, ["northwatch", "restore", "shop/db", "ba"]) == ["backup-3"])
        #expect(shop.parts(.runs, ["northwatch", "logs", "shop/api", "--run", ""]) == [])
        #expect(shop.parts(.builds, ["northwatch", "abort", ""]) == [])
        #expect(shop.neighbours(["northwatch", "deploy", "shop/api", "--from", ""]) == ["build", "web"])
    }

    @Test func whatBuildsNothingIsOfferedTheBuildsOfTheOthers() throws {
        let shop = try shop
        let deploy = ["northwatch", "deploy", "shop/web"]
        #expect(shop.parts(.builds, deploy + ["--build", ""]) == ["swift-fox-12"])
        #expect(shop.parts(.builds, deploy + ["--from", "api", "--build", ""]) == ["swift-fox-12"])
        #expect(shop.parts(.builds, deploy + ["--from", "build", "--build", ""]) == [])
        #expect(shop.parts(.branches, deploy + ["--latest", "--branch", ""]) == ["main"])
    }

    @Test func thePathsOfTheAPIAreOffered() throws {
        let paths = try shop.paths
        for path in ["projects", "projects/shop", "projects/shop/services", "projects/shop/jobs/nightly"] {
            #expect(paths.contains(path))
        }
    }

    @Test func theOptionsThatSayWhichAccountAreFoundInALineThatIsBeingTyped() throws {
        let options = Completions.options([
            "northwatch", "--context", "work", "get", "services", "--state-dir=/tmp/x", "--limit", "3", "sh",
        ])
        #expect(options.configuration.context == "work")
        #expect(options.state.stateDir == "/tmp/x")
        #expect(Completions.options(["northwatch", "get", "--context"]).configuration.context == nil)
    }
}
