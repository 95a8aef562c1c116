import Foundation
import TestSupport
import Testing

/// `northwatch logs`, run by the real binary against the real simulator.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ShellLogsTests {
    private func logs(_ arguments: String..., on simulator: SimulatorProcess) throws -> Command {
        try ShellReadingTests.northwatch(["logs", "--no-state"] + arguments, on: simulator)
    }

    /// The first of a list.
    private func first(_ kind: String, _ arguments: String..., on simulator: SimulatorProcess) throws -> String {
        let run = try ShellReadingTests.northwatch(
            ["get", kind, "-o", "name", "--no-state"] + arguments, on: simulator)
        return String(try #require(run.output.split(separator: "\n").first))
    }

    @Test func linesComeOldestFirstEachOnce() async throws {
        let simulator = try await SimulatorProcess()
        let service = try first("services", on: simulator)
        let run = try logs(service, "--since", "10m", "--json", on: simulator)
        #expect(run.code == 0, "\(run.errors)")
        struct Record: Decodable, Hashable { var at: String; var container: String?; var text: String }
        let records = try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(Record.self, from: Data($0.utf8))
        }
        #expect(records.count > 10)
        #expect(records.map(\.at) == records.map(\.at).sorted())
        #expect(Set(records).count == records.count)
    }

    @Test func theAPIKeepsWhatMatches() async throws {
        let simulator = try await SimulatorProcess()
        let service = try first("services", on: simulator)
        let all = try logs(service, "--since", "30m", on: simulator).output.split(separator: "\n")
        let word = try #require(all.last?.split(separator: " ").first)
        let some = try logs(service, "--since", "30m", "--grep", "^\(word) ", on: simulator)
        #expect(some.code == 0, "\(some.errors)")
        #expect(!some.output.isEmpty)
        #expect(some.output.split(separator: "\n").allSatisfy { $0.hasPrefix("\(word) ") })
    }

    @Test func aBuildIsFollowedToItsEnd() async throws {
        let simulator = try await SimulatorProcess("--scenario", "incident", "--control", "--speed", "30")
        let service = "checkout/storefront"
        let name = try first("builds", service, "--limit", "1", on: simulator)
        let build = try #require(name.split(separator: "/").last.map(String.init))
        let run = try logs(service, "--build", build, "--follow", on: simulator)
        #expect(run.code == 0, "\(run.errors)")
        let ended = try ShellReadingTests.northwatch(["get", "build", name, "-o", "json", "--no-state"], on: simulator)
        #expect(ended.output.contains(#""concluded" : true"#))
        let whole = try logs(service, "--build", build, on: simulator)
        #expect(run.output == whole.output)
    }

    @Test func followingOutlivesAFailureThatPasses() async throws {
        let simulator = try await SimulatorProcess("--control")
        let service = try first("services", on: simulator)
        let run = try CommandRun(
            Command.northwatch, ["logs", service, "--follow", "--no-state"],
            environment: ["NORTHFLANK_API_TOKEN": "t", "NORTHFLANK_API_URL": simulator.url])
        for _ in 0..<3000 where run.output.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        try simulator.order("fault", #"{"kind": "status", "status": 503, "path": "/logs", "times": 3}"#)
        // Each reading of it asks three times before it waits for the next.
        for _ in 0..<3000 where !run.errors.contains("it will be asked again") {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(run.errors.contains("it will be asked again"), "\(run.errors)")
        let count = run.output.utf8.count
        try simulator.order("advance", #"{"seconds": 60}"#)
        for _ in 0..<3000 where run.output.utf8.count == count { try await Task.sleep(for: .milliseconds(10)) }
        #expect(run.output.utf8.count > count)
        run.signal(SIGTERM)
        #expect(run.wait() == 128 + SIGTERM)
    }

    @Test func followingEndsByASignalWithItsCode() async throws {
        let simulator = try await SimulatorProcess()
        let service = try first("services", on: simulator)
        let run = try CommandRun(
            Command.northwatch, ["logs", service, "--follow", "--no-state"],
            environment: ["NORTHFLANK_API_TOKEN": "t", "NORTHFLANK_API_URL": simulator.url])
        for _ in 0..<3000 where run.output.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!run.output.isEmpty, "\(run.errors)")
        run.signal(SIGINT)
        #expect(run.wait() == 128 + SIGINT)
    }

    @Test func followingEndsWhenNobodyReadsAnyMore() async throws {
        let simulator = try await SimulatorProcess("--speed", "60")
        let service = try first("services", on: simulator)
        let run = try Command.run(
            "/bin/sh",
            [
                "-c",
                "{ \(Command.northwatch) logs \(service) --follow --no-state; echo ended with $? >&2; } | head -n 1",
            ],
            environment: ["NORTHFLANK_API_TOKEN": "t", "NORTHFLANK_API_URL": simulator.url])
        #expect(run.errors.contains("ended with \(128 + SIGPIPE)"), "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test func aMissSaysWhatIsNearAndWhatIsMissingSaysSo() async throws {
        let simulator = try await SimulatorProcess()
        let service = try first("services", on: simulator)
        let miss = try logs("\(service)x", on: simulator)
        #expect(miss.code == 64)
        #expect(miss.errors.contains("did you mean \(service)?"), "\(miss.errors)")
        let build = try logs(service, "--build", "no-such-build", on: simulator)
        #expect(build.code != 0)
        #expect(build.errors.contains("build no-such-build can't be read"), "\(build.errors)")
    }
}

/// What a shell completes, asked as the completion scripts ask.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ShellCompletionTests {
    private func offered(_ line: [String], _ what: [String], _ environment: [String: String]) throws -> [String] {
        let words = ["northwatch"] + line
        let run = try Command.run(
            Command.northwatch,
            ["---completion"] + what + ["\(words.count - 1)", "\(line.last?.count ?? 0)"] + words,
            environment: environment.merging(["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5"]) { $1 })
        return run.output.split(separator: "\n").map(String.init)
    }

    @Test func namesAreCompletedFromWhatIsRememberedWithoutARequest() async throws {
        let state = "\(NSTemporaryDirectory())northwatch-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: state) }
        let environment: [String: String]
        let names: [String]
        do {
            let simulator = try await SimulatorProcess()
            environment = [
                "XDG_STATE_HOME": state, "NORTHFLANK_API_TOKEN": "shared-token",
                "NORTHFLANK_API_URL": simulator.url,
            ]
            let list = try Command.run(
                Command.northwatch, ["get", "services", "-o", "name"], environment: environment)
            names = list.output.split(separator: "\n").map(String.init)
            #expect(simulator.end(by: SIGTERM) == 0)
        }
        // The simulator is gone: nothing could be asked.
        let offered = try offered(["get", "builds", ""], ["get", "--", "positional@1"], environment)
        #expect(offered == names.sorted())
        let one = try #require(names.first)
        #expect(try self.offered(["logs", one], ["logs", "--", "positional@0"], environment) == [one])
        // Another account's names are nobody else's.
        let other = environment.merging(["NORTHFLANK_API_TOKEN": "another"]) { $1 }
        #expect(try self.offered(["logs", ""], ["logs", "--", "positional@0"], other).isEmpty)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func eachShellHasItsScript(shell: String) throws {
        let run = try Command.run(Command.northwatch, ["--generate-completion-script", shell])
        #expect(run.code == 0)
        for command in ["get", "logs", "create", "doctor", "status"] { #expect(run.output.contains(command)) }
    }

    @Test func everyManualPageIsWritten() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "northwatch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try Command.run(Command.northwatch, ["man", "--directory", folder.path])
        #expect(run.code == 0, "\(run.errors)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(pages.contains("northwatch.1"))
        #expect(pages.contains("northwatch-themes-check.1"))
        let nested = try Command.run(Command.northwatch, ["man", "themes", "check"])
        #expect(nested.output.hasPrefix(".TH NORTHWATCH-THEMES-CHECK 1"))
        let miss = try Command.run(Command.northwatch, ["man", "themes", "chek"])
        #expect(miss.code == 64)
        #expect(miss.errors.contains("did you mean \"themes-check\"?"), "\(miss.errors)")
    }
}
