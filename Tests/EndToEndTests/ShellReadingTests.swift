import Foundation
import TestSupport
import Testing

/// Subcommands that tell, run by the real binary against the real simulator.
@Suite(.timeLimit(.minutes(5))) struct ShellReadingTests {
    static func northwatch(
        _ arguments: [String], on simulator: SimulatorProcess, environment: [String: String] = [:]
    ) throws -> Command {
        let all = ["NORTHFLANK_API_TOKEN": "shared-token", "NORTHFLANK_API_URL": simulator.url].merging(environment) {
            $1
        }
        return try Command.run(Command.northwatch, arguments, environment: all)
    }

    private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    // MARK: - api

    @Test func aRequestOfOnesOwnIsAnsweredAndTheRestOfTheHourIsTold() async throws {
        let simulator = try await SimulatorProcess()
        let run = try Self.northwatch(["api", "get", "/v1/projects", "--query", "per_page=1"], on: simulator)
        #expect(run.code == 0, "\(run.errors)")
        let answer = try #require(try json(run.output) as? [String: Any])
        let data = try #require(answer["data"] as? [String: Any])
        #expect((data["projects"] as? [Any])?.count == 1)
        #expect(run.errors.contains("999 of 1000 are left"))
    }

    @Test func aRefusalPrintsTheAPIsAnswerAndEndsWithItsCode() async throws {
        let simulator = try await SimulatorProcess("--deny", "Project > Projects > Manage > Create")
        let missing = try Self.northwatch(["api", "GET", "projects/nowhere"], on: simulator)
        #expect(missing.code == 1)
        #expect(missing.output.contains(#""error""#))
        let denied = try Self.northwatch(["api", "POST", "projects", "-d", "{}"], on: simulator)
        #expect(denied.code == 3)
        #expect(denied.errors.contains("Project > Projects > Manage > Create"))
    }

    @Test func readingStopsAtTheReserveAndActingDoesNot() async throws {
        let simulator = try await SimulatorProcess("--limit", "22", "--control")
        let state = "\(NSTemporaryDirectory())northwatch-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        let place = ["XDG_STATE_HOME": state]
        try simulator.order("spend", #"{"requests": 11}"#)
        #expect(try Self.northwatch(["api", "GET", "projects"], on: simulator, environment: place).code == 0)
        // The first has heard that the rest is kept for actions, and the second knows.
        let second = try Self.northwatch(["api", "GET", "projects"], on: simulator, environment: place)
        #expect(second.code == 4, "\(second.errors)")
        #expect(second.output.isEmpty)
        let body = #"{"name": "Shop two", "region": "europe-west"}"#
        let action = try Self.northwatch(
            ["api", "POST", "projects", "-d", body], on: simulator, environment: place)
        #expect(action.code == 0, "\(action.errors)")
    }

    @Test func nothingLeavesForAnotherHostOrOfAReadOnlyAccount() async throws {
        let simulator = try await SimulatorProcess()
        let elsewhere = try Self.northwatch(["api", "GET", "https://example.com/v1/projects"], on: simulator)
        #expect(elsewhere.code == 64)
        let readOnly = try Self.northwatch(["api", "POST", "projects", "-d", "{}", "--read-only"], on: simulator)
        #expect(readOnly.code == 3)
        #expect(readOnly.errors.contains("--read-only"))
    }

    @Test func aLostAnswerIsToldAndNothingIsSentAgain() async throws {
        let simulator = try await SimulatorProcess("--control", "--scenario", "empty")
        try simulator.order("fault", #"{"kind": "closedAfter", "method": "POST", "path": "/v1/projects"}"#)
        let body = #"{"name": "Shop two", "region": "europe-west"}"#
        let run = try Self.northwatch(["api", "POST", "projects", "-d", body, "--no-state"], on: simulator)
        #expect(run.code == 2)
        #expect(run.errors.contains("look before you send it again"), "\(run.errors)")
        let list = try Self.northwatch(["get", "projects", "-o", "name", "--no-state"], on: simulator)
        #expect(list.output == "shop-two\n")
    }

    // MARK: - doctor

    @Test func theDoctorFindsNothingInTheWayOfAGoodAccount() async throws {
        let simulator = try await SimulatorProcess()
        let state = "\(NSTemporaryDirectory())northwatch-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        let run = try Self.northwatch(["doctor", "--json", "--state-dir", state], on: simulator)
        #expect(run.code == 0, "\(run.output)")
        let findings = try #require(try json(run.output) as? [[String: Any]])
        let checks = findings.map { $0["check"] as? String }
        #expect(
            checks == [
                "terminal", "colours", "locale", "configuration", "token", "state", "reach", "clock", "permissions",
                "budget",
            ])
        #expect(!run.output.contains("shared-token"))
    }

    @Test func theDoctorNamesAMissingPermission() async throws {
        let simulator = try await SimulatorProcess("--deny", "Project > Jobs > General > Read")
        let run = try Self.northwatch(["doctor", "--no-state"], on: simulator)
        #expect(run.code == 0)
        #expect(run.output.contains("jobs (needs Project > Jobs > General > Read)"))
    }

    @Test func theDoctorWorksWithoutATokenAndWithoutANetwork() throws {
        let noToken = try Command.run(Command.northwatch, ["doctor", "--no-state"])
        #expect(noToken.code == 1)
        #expect(noToken.output.contains("NORTHFLANK_API_TOKEN"))
        let noNetwork = try Command.run(
            Command.northwatch, ["doctor", "--no-state", "--api-url", "http://127.0.0.1:1/v1"],
            environment: ["NORTHFLANK_API_TOKEN": "very-secret-token"])
        #expect(noNetwork.code == 1)
        #expect(noNetwork.output.contains("check the network"))
        #expect(!noNetwork.output.contains("very-secret-token"))
    }

    @Test func theDoctorSaysThatATokenIsWrong() async throws {
        let simulator = try await SimulatorProcess("--token", "another")
        let run = try Self.northwatch(["doctor", "--no-state"], on: simulator)
        #expect(run.code == 1)
        #expect(run.output.contains("make a new token"))
    }

    // MARK: - context

    @Test func contextsAreListedAndShownWithoutTheirTokens() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "config.yaml")
        try Data("context: work\ncontexts:\n  work: {token-env: NF_WORK, team: acme}\n  home: {}\n".utf8).write(
            to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        let environment = ["NF_WORK": "very-secret-token"]
        let list = try Command.run(
            Command.northwatch, ["context", "--config", file.path], environment: environment)
        #expect(list.code == 0, "\(list.errors)")
        #expect(list.output.contains("*  work  https://api.northflank.com/v1  acme"))
        let show = try Command.run(
            Command.northwatch, ["context", "show", "hom", "--config", file.path], environment: environment)
        #expect(show.code == 64)
        #expect(show.errors.contains("did you mean \"home\"?"))
        #expect(!(list.output + show.errors).contains("very-secret-token"))
    }
}

/// `northwatch get`, run by the real binary against the real simulator.
@Suite(.timeLimit(.minutes(5))) struct ShellListTests {
    private func get(_ arguments: String..., on simulator: SimulatorProcess) throws -> Command {
        try ShellReadingTests.northwatch(["get", "--no-state"] + arguments, on: simulator)
    }

    @Test func everyKindIsListedOfWhatTheFirstOfItsHolderIs() async throws {
        let simulator = try await SimulatorProcess()
        for kind in [
            "projects", "services", "jobs", "addons", "volumes", "pipelines", "plans", "regions", "addon-types",
        ] {
            let run = try get(kind, on: simulator)
            #expect(run.code == 0, "\(kind): \(run.errors)")
            let json = try get(kind, "-o", "json", on: simulator)
            #expect(
                (try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any])?.isEmpty == false, "\(kind)")
        }
        for (holder, kinds) in [
            ("services", ["builds", "branches", "pull-requests", "health-checks", "containers"]),
            ("jobs", ["runs", "containers"]), ("addons", ["backups", "backup-schedules", "restores", "containers"]),
        ] {
            let names = try get(holder, "-o", "name", on: simulator).output.split(separator: "\n")
            let name = String(try #require(names.first))
            for kind in kinds {
                let run = try get(kind, "\(holder.dropLast()):\(name)", "-o", "json", on: simulator)
                #expect(run.code == 0, "\(kind) of \(name): \(run.errors)")
            }
        }
    }

    @Test func whatVolumesAndPipelinesHoldIsListedAndShown() async throws {
        let simulator = try await SimulatorProcess()
        func begin(_ path: String) throws {
            let begun = try ShellReadingTests.northwatch(
                ["api", "POST", path, "-d", #"{"name": "before-the-release"}"#, "--no-state"], on: simulator)
            #expect(begun.code == 0, "\(begun.errors)")
        }
        try begin("projects/data-platform/volumes/event-spool/backups")
        try begin("projects/checkout/pipelines/orders-release/release-flows/Production/runs")
        for (kind, holder) in [
            ("volume-backups", "data-platform/event-spool"), ("release-runs", "checkout/orders-release/Production"),
        ] {
            let list = try get(kind, holder, "-o", "name", on: simulator)
            let name = try #require(list.output.split(separator: "\n").first.map(String.init), "\(list.errors)")
            #expect(name.hasPrefix("\(holder)/"))
            let one = try get(String(kind.dropLast()), name, "-o", "json", on: simulator)
            let object = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any]
            #expect(object?["name"] as? String == "before-the-release", "\(one.errors)")
        }
        let missing = try get("volume-backups", "checkout/nowhere", on: simulator)
        #expect(missing.code == 1, "\(missing.errors)")
        let mistaken = try get("release-runs", "checkout/orders-release", on: simulator)
        #expect(mistaken.code == 64)
        #expect(mistaken.errors.contains("PROJECT/PIPELINE/STAGE[/RUN]"), "\(mistaken.errors)")
    }

    @Test func oneIsShownByItsNameInAnyCase() async throws {
        let simulator = try await SimulatorProcess()
        let name = String(
            try #require(try get("services", "-o", "name", on: simulator).output.split(separator: "\n").first))
        let one = try get("service", name.uppercased(), "-o", "json", on: simulator)
        #expect(one.code == 0, "\(one.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any]
        #expect(object?["id"] as? String == name.split(separator: "/").last.map(String.init))
        let yaml = try get("service", name, "-o", "yaml", on: simulator)
        #expect(yaml.output.contains("\nserviceType: "))
    }

    @Test func anUnknownKindGetsTheNearest() throws {
        let get = try Command.run(Command.northwatch, ["get", "servces"])
        #expect(get.code == 64)
        #expect(get.errors.contains("did you mean \"services\"?"), "\(get.errors)")
        let create = try Command.run(Command.northwatch, ["create", "cronjob", "--example"])
        #expect(create.code == 64)
        #expect(create.errors.contains("did you mean \"cron-job\"?"), "\(create.errors)")
        #expect(create.errors.split(separator: "\n").count == 1)
    }

    @Test func aListIsCutWhereAskedAndSaysSo() async throws {
        let simulator = try await SimulatorProcess()
        let run = try get("services", "--limit", "1", "-o", "name", on: simulator)
        #expect(run.code == 0)
        #expect(run.errors.contains("--limit 0"))
        let projects = try get("projects", "-o", "name", on: simulator).output.split(separator: "\n")
        #expect(run.output.split(separator: "\n").count <= projects.count)
    }

    @Test func aMissSuggestsTheNearest() async throws {
        let simulator = try await SimulatorProcess()
        let name = String(
            try #require(try get("projects", "-o", "name", on: simulator).output.split(separator: "\n").first))
        let run = try get("services", "\(name)x", on: simulator)
        #expect(run.code == 64)
        #expect(run.errors.contains("did you mean \(name)?"), "\(run.errors)")
    }

    @Test func whatMayNotBeReadIsToldWithItsPermission() async throws {
        let simulator = try await SimulatorProcess("--deny", "Project > Jobs > General > Read")
        let run = try get("jobs", on: simulator)
        #expect(run.code == 3)
        #expect(run.errors.contains("lacks the permission Project > Jobs > General > Read;"))
    }

    @Test func readingEndsAtTheReserveWithWhatItHas() async throws {
        let simulator = try await SimulatorProcess("--limit", "22", "--control")
        try simulator.order("spend", #"{"requests": 9}"#)
        let run = try get("services", "-o", "json", on: simulator)
        #expect(run.code == 4, "\(run.errors)")
        #expect(run.errors.contains("kept for actions"))
        #expect((try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [Any])?.isEmpty == false)
    }

    @Test func whateverStrangersHaveWrittenNothingOfItIsObeyedByATerminal() async throws {
        let simulator = try await SimulatorProcess("--scenario", "awkward")
        func expectHarmless(_ arguments: [String]) throws {
            let run = try ShellReadingTests.northwatch(arguments + ["--no-state"], on: simulator)
            let bad = (run.output + run.errors).unicodeScalars.filter { scalar in
                scalar != "\n"
                    && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                        || (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                        || (0x2066...0x2069).contains(scalar.value))
            }
            #expect(bad.isEmpty, "\(arguments): \(bad.map { String($0.value, radix: 16) })")
        }
        for kind in ["projects", "services", "jobs", "addons"] {
            for format in ["table", "json", "yaml", "name"] { try expectHarmless(["get", kind, "-o", format]) }
        }
        let services = try get("services", "-o", "name", on: simulator).output.split(separator: "\n").map(String.init)
        for service in services.prefix(4) {
            for kind in ["builds", "branches", "pull-requests"] {
                try expectHarmless(["get", kind, "service:\(service)"])
            }
            try expectHarmless(["logs", "service:\(service)"])
            try expectHarmless(["logs", "service:\(service)", "--json"])
        }
        try expectHarmless(["api", "GET", "projects"])
        try expectHarmless(["doctor"])
    }
}
