import Foundation
import TestSupport
import Testing

/// `northwatch build`, `run`, `backup`, `deploy`, `restart` and `abort` on the simulator: what comes of them, and what
/// a script learns of it.
@Suite(.timeLimit(.minutes(3))) final class ActingTests {
    private let state = NSTemporaryDirectory() + "northwatch-acting-\(UUID().uuidString)"
    private let scenario = NSTemporaryDirectory() + "northwatch-acting-\(UUID().uuidString).yaml"

    init() throws {
        try Self.account.write(toFile: scenario, atomically: true, encoding: .utf8)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: state)
        try? FileManager.default.removeItem(atPath: scenario)
    }

    private static let account = """
        pushSeconds: 100000
        projects:
          - name: Shop
            services:
              - {name: Web, repository: web, buildSeconds: 60}
              - {name: Broken, repository: broken, buildsFail: true, buildSeconds: 60}
              - {name: API build, repository: api, deploys: false, buildSeconds: 60}
              - {name: API, builds: API build, branch: main}
            jobs:
              - {name: By hand, seconds: 60}
              - {name: Failing, fails: true, seconds: 60}
            addons:
              - {name: DB, type: postgresql, gigabytes: 4, dump: true}
              - {name: Web, type: redis}
        """

    /// Thirty times as fast as in real life, unless `options` say otherwise.
    private func simulator(_ options: String...) async throws -> SimulatorProcess {
        try await SimulatorProcess(["--scenario", scenario, "--speed", "30", "--control"] + options)
    }

    private func environment(_ url: String) -> [String: String] {
        ["NORTHFLANK_API_TOKEN": "any", "NORTHFLANK_API_URL": url, "LANG": "C.UTF-8"]
    }

    private func northwatch(_ url: String, _ arguments: String...) throws -> Command {
        try Command.run(
            Command.northwatch, arguments + ["--state-dir", state], environment: environment(url))
    }

    private func control(_ simulator: SimulatorProcess, _ order: String, _ body: String) throws {
        let url = simulator.url.replacingOccurrences(of: "/v1", with: "/_simulator/\(order)")
        #expect(try Command.run("curl", ["-s", "-f", "-X", "POST", url, "-d", body]).code == 0)
    }

    private func list(_ simulator: SimulatorProcess, _ path: String) throws -> String {
        try Command.run("curl", ["-s", "-H", "Authorization: Bearer any", "\(simulator.url)/projects/shop/\(path)"])
            .output
    }

    // MARK: - Starting

    @Test func aBuildIsStartedAndWrittenDown() async throws {
        let simulator = try await simulator()
        let command = try northwatch(simulator.url, "build", "shop/web")
        #expect(command.code == 0, "\(command.errors)")
        let id = try #require(command.output.firstMatch(of: #/^build of shop/web: accepted as (\S+)\n$/#)?.1)
        #expect(try list(simulator, "services/web/build").contains("\"\(id)\""))
        #expect(try northwatch(simulator.url, "history").output.contains("build of shop/web  accepted as \(id)"))
    }

    @Test func namesAreFoundInAnyCaseAndASlipIsMended() async throws {
        let simulator = try await simulator()
        #expect(try northwatch(simulator.url, "run", "Shop/by HAND").code == 0)
        let slip = try northwatch(simulator.url, "run", "shop/by-hnad")
        #expect(slip.code == 64)
        #expect(slip.errors == "northwatch: there is no job shop/by-hnad; did you mean shop/by-hand?\n")
        #expect(try northwatch(simulator.url, "restart", "shop/web").errors.contains("may be any of 2"))
        #expect(try northwatch(simulator.url, "restart", "addon:shop/web").code == 0)
    }

    @Test func aBuildServiceMustBeToldWhatToBuild() async throws {
        let simulator = try await simulator()
        let silent = try northwatch(simulator.url, "build", "shop/api-build")
        #expect(silent.code == 64)
        #expect(silent.errors.contains("--branch or --pull-request"))
        let command = try northwatch(simulator.url, "build", "shop/api-build", "--branch", "main", "--json")
        #expect(command.code == 0, "\(command.errors)")
        let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any]
        #expect(json?["action"] as? String == "build of shop/api-build (main)")
        #expect(json?["outcome"] as? String == "accepted")
        #expect(json?["id"] is String)
    }

    // MARK: - Doing otherwise than the settings say

    /// The bodies of the POSTs that have come, by their paths.
    private func bodies(_ file: String) throws -> [String: String] {
        var bodies: [String: String] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard record?["method"] as? String == "POST", let path = record?["path"] as? String else { continue }
            let body = try JSONSerialization.data(
                withJSONObject: record?["body"] ?? "",
                options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
            bodies[path.split(separator: "/").suffix(2).joined(separator: "/")] = String(decoding: body, as: UTF8.self)
        }
        return bodies
    }

    @Test func aBuildAndARunTakeWhatTheyAreToDoOtherwise() async throws {
        let record = NSTemporaryDirectory() + "northwatch-record-\(UUID().uuidString)"
        let more = NSTemporaryDirectory() + "northwatch-more-\(UUID().uuidString).yaml"
        defer { for file in [record, more] { try? FileManager.default.removeItem(atPath: file) } }
        try "runtimeFiles: {/etc/mode: fast}\n".write(toFile: more, atomically: true, encoding: .utf8)
        let simulator = try await simulator("--record", record)
        var secret = environment(simulator.url)
        secret["TOKEN"] = "s3cret"
        let build = try Command.run(
            Command.northwatch,
            [
                "build", "shop/web", "--arg", "MODE=fast", "--arg", "TOKEN", "--dockerfile", "/Other", "--state-dir",
                state,
            ], environment: secret)
        #expect(build.code == 0, "\(build.errors)")
        let run = try northwatch(
            simulator.url, "run", "shop/by-hand", "--env", "A=1", "--plan", "nf-compute-20", "--image", "alpine:3.20",
            "-f", more)
        #expect(run.code == 0, "\(run.errors)")
        let bodies = try bodies(record)
        #expect(bodies["web/build"]?.contains(#""buildArguments":{"MODE":"fast","TOKEN":"s3cret"}"#) == true)
        #expect(bodies["web/build"]?.contains(#""dockerFilePath":"/Other""#) == true)
        for part in [
            #""runtimeEnvironment":{"A":"1"}"#, #""deploymentPlan":"nf-compute-20""#, #""imagePath":"alpine:3.20""#,
            #""/etc/mode":"fast""#,
        ] {
            #expect(bodies["by-hand/runs"]?.contains(part) == true, "\(bodies)")
        }
        #expect(try !northwatch(simulator.url, "history", "--json").output.contains("s3cret"))
    }

    @Test func howContainersStartIsDeployedAlone() async throws {
        let start = NSTemporaryDirectory() + "northwatch-start-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: start) }
        try "docker: {configType: customCommand, customCommand: ./serve}\n"
            .write(toFile: start, atomically: true, encoding: .utf8)
        let simulator = try await simulator()
        let deployed = try northwatch(simulator.url, "deploy", "shop/api", "-f", start)
        #expect(deployed.code == 0, "\(deployed.errors)")
        #expect(deployed.output.contains("deployment of another start to shop/api"))
        try "internal: {id: api-build}\n".write(toFile: start, atomically: true, encoding: .utf8)
        let half = try northwatch(simulator.url, "deploy", "shop/api", "-f", start)
        #expect(half.code == 64)
        #expect(half.errors.contains("--file says no whole deployment"))
    }

    // MARK: - Exactly once

    @Test func anAnswerThatIsLostLeavesExactlyOneBuild() async throws {
        let simulator = try await simulator()
        let before = try list(simulator, "services/web/build").matches(of: /"createdAt"/).count
        try control(simulator, "fault", #"{"kind": "closedAfter", "method": "POST", "path": "/build"}"#)
        let command = try northwatch(simulator.url, "build", "shop/web")
        #expect(command.code == 0, "\(command.errors)")
        #expect(command.errors.contains("finding out whether it arrived"))
        #expect(command.output.contains("but it has arrived as "))
        #expect(try list(simulator, "services/web/build").matches(of: /"createdAt"/).count == before + 1)
    }

    @Test func aCommandThatWasKilledIsSettledByTheNext() async throws {
        let simulator = try await simulator()
        try control(simulator, "fault", #"{"kind": "slow", "milliseconds": 60000, "method": "POST", "path": "/runs"}"#)
        let killed = try CommandRun(
            Command.northwatch, ["run", "shop/by-hand", "--state-dir", state], environment: environment(simulator.url))
        for _ in 0..<3000 {
            if try northwatch(simulator.url, "history").output.contains("not known yet") { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        killed.signal(SIGKILL)
        #expect(killed.wait() == 137)
        let next = try northwatch(simulator.url, "run", "shop/by-hand")
        #expect(next.code == 0, "\(next.errors)")
        #expect(next.errors.contains("left by "))
        #expect(try !northwatch(simulator.url, "history").output.contains("not known yet"))
    }

    @Test func aSignalBeforeTheAnswerLeavesItToTheNext() async throws {
        let simulator = try await simulator()
        try control(simulator, "fault", #"{"kind": "slow", "milliseconds": 60000, "method": "POST", "path": "/runs"}"#)
        let run = try CommandRun(
            Command.northwatch, ["run", "shop/by-hand", "--state-dir", state], environment: environment(simulator.url))
        for _ in 0..<3000 {
            if try northwatch(simulator.url, "history").output.contains("not known yet") { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        run.signal(SIGINT)
        #expect(run.wait() == 130)
        #expect(run.errors.contains("the next northwatch finds out whether it arrived"), "\(run.errors)")
        #expect(try northwatch(simulator.url, "history").output.contains("not known yet"))
    }

    // MARK: - Waiting

    @Test func waitingForABuildTellsItsSuccess() async throws {
        let simulator = try await simulator()
        let command = try northwatch(simulator.url, "build", "shop/web", "--wait")
        #expect(command.code == 0, "\(command.errors)")
        #expect(command.output.contains(": accepted as "))
        #expect(command.output.contains(#/build of shop/web, \S+: success after /#))
        #expect(command.errors.contains("build of shop/web"))
    }

    @Test func aFailureBringsItsLogAndItsExitCode() async throws {
        let simulator = try await simulator()
        let command = try northwatch(simulator.url, "build", "shop/broken", "--wait")
        #expect(command.code == 1)
        #expect(command.errors.contains(#/build of shop/broken, \S+: failure after /#))
        #expect(command.output.split(separator: "\n").count > 2, "\(command.output)")
        let run = try northwatch(simulator.url, "run", "shop/failing", "--wait", "--json")
        #expect(run.code == 1)
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(json?["status"] as? String == "failed")
        #expect(json?["end"] as? String == "ended")
        #expect((json?["log"] as? [String])?.isEmpty == false)
    }

    @Test func aBackupIsWaitedFor() async throws {
        let simulator = try await simulator()
        let command = try northwatch(simulator.url, "backup", "shop/db", "--type", "dump", "--wait")
        #expect(command.code == 0, "\(command.errors)")
        #expect(command.output.contains(#/dump of shop/db \(northwatch-\S+\): completed/#))
    }

    @Test func nobodyWaitsLongerThanTheTimeout() async throws {
        let simulator = try await SimulatorProcess(["--scenario", scenario])
        let command = try northwatch(simulator.url, "build", "shop/web", "--wait", "--timeout", "1s")
        #expect(command.code == 2)
        #expect(command.errors.contains("no end within 1s"))
        #expect(command.errors.contains("it goes on"))
    }

    @Test func aSignalEndsTheWaitingAndNotTheBuild() async throws {
        let simulator = try await SimulatorProcess(["--scenario", scenario])
        let run = try CommandRun(
            Command.northwatch, ["build", "shop/web", "--wait", "--state-dir", state],
            environment: environment(simulator.url))
        for _ in 0..<3000 where !run.errors.contains(": queued") && !run.errors.contains(": pending") {
            try await Task.sleep(for: .milliseconds(10))
        }
        run.signal(SIGINT)
        #expect(run.wait() == 130)
        #expect(run.errors.contains("no longer waiting"))
        #expect(run.errors.contains("it goes on ("))
    }

    @Test func onATerminalHowFarItIsIsOneLine() async throws {
        let simulator = try await simulator()
        let process = try PTYProcess(
            executable: Command.northwatch, arguments: ["run", "shop/by-hand", "--wait", "--no-state"],
            environment: environment(simulator.url).merging(["TERM": "xterm-256color"]) { $1 })
        #expect(try await process.waitExit() == .exited(0))
        #expect(process.text.contains("(asked every "))
        #expect(process.text.contains("\r\u{1B}[K"))
    }

    // MARK: - Deploying, restarting, aborting

    @Test func aBuildIsDeployedAndRolledBack() async throws {
        let simulator = try await simulator()
        for _ in 0..<2 {
            #expect(try northwatch(simulator.url, "build", "shop/api-build", "--branch", "main", "--wait").code == 0)
        }
        let ids = try list(simulator, "services/api-build/build").matches(of: /"id":"([^"]+)"/).map { String($0.1) }
        let latest = try northwatch(simulator.url, "deploy", "shop/api", "--latest", "--wait")
        #expect(latest.code == 0, "\(latest.errors)")
        let back = try northwatch(simulator.url, "deploy", "shop/api", "--build", try #require(ids.dropFirst().first))
        #expect(back.code == 0, "\(back.errors)")
        #expect(back.output.contains("deployment of api-build (main, "))
        let unknown = try northwatch(simulator.url, "deploy", "shop/api", "--build", "no-such-1")
        #expect(unknown.code == 64)
        #expect(unknown.errors.contains("no build \"no-such-1\""))
    }

    @Test func whatIsUnderWayIsAborted() async throws {
        let simulator = try await SimulatorProcess(["--scenario", scenario])
        let started = try northwatch(simulator.url, "build", "shop/web", "--json")
        let json = try JSONSerialization.jsonObject(with: Data(started.output.utf8)) as? [String: Any]
        let id = try #require(json?["id"] as? String)
        let command = try northwatch(simulator.url, "abort", "service:shop/web", id, "--wait")
        #expect(command.code == 0, "\(command.errors)")
        #expect(command.output.contains("abort of build \(id) of shop/web: aborted"))
    }

    @Test func aBackupIsRestoredOnlyOverANameThatWasSaidTwice() async throws {
        let simulator = try await simulator()
        #expect(try northwatch(simulator.url, "backup", "shop/db", "--type", "dump", "--wait").code == 0)
        let ids = try list(simulator, "addons/db/backups").matches(of: /"id":"([^"]+)"/).map { String($0.1) }
        let backup = try #require(ids.first)
        for wrong in [[], ["--confirm", "shop/web"]] {
            let refused = try Command.run(
                Command.northwatch, ["restore", "shop/db", backup, "--state-dir", state] + wrong,
                environment: environment(simulator.url))
            #expect(refused.code == 64)
            #expect(refused.errors.contains("say so by --confirm shop/db"))
        }
        #expect(try !list(simulator, "addons/db/restores").contains(backup))
        let command = try northwatch(simulator.url, "restore", "shop/db", backup, "--confirm", "shop/db", "--wait")
        #expect(command.code == 0, "\(command.errors)")
        #expect(command.output.contains(": completed"))
    }

    @Test func aServiceIsPausedResumedAndScaled() async throws {
        let simulator = try await simulator()
        #expect(try northwatch(simulator.url, "pause", "service:shop/web").code == 64)
        let pause = try northwatch(simulator.url, "pause", "service:shop/web", "--confirm", "shop/web", "--wait")
        #expect(pause.code == 0, "\(pause.errors)")
        let resume = try northwatch(simulator.url, "resume", "service:shop/web", "--wait")
        #expect(resume.code == 0, "\(resume.errors)")
        let scale = try northwatch(simulator.url, "scale", "service:shop/web", "--instances", "3", "--wait")
        #expect(scale.code == 0, "\(scale.errors)")
        #expect(try northwatch(simulator.url, "scale", "service:shop/web", "--instances", "0").code == 64)
        #expect(try northwatch(simulator.url, "scale", "shop/db", "--instances", "2").code == 64)
    }

    @Test func theReserveIsForActionsAndForWhatTheyAreToldBy() async throws {
        let simulator = try await simulator()
        try control(simulator, "spend", #"{"requests": 960}"#)
        let command = try northwatch(simulator.url, "run", "shop/by-hand")
        #expect(command.code == 0, "\(command.errors)")
        #expect(try northwatch(simulator.url, "status", "--project", "shop", "--max-age", "0").code == 4)
    }

    // MARK: - Troubles

    @Test func aRoleThatMayNotBuildIsToldWhichPermissionItLacks() async throws {
        let simulator = try await simulator("--deny", "Project > Services > Deployment > Deploy Build")
        let command = try northwatch(simulator.url, "build", "shop/web")
        #expect(command.code == 3, "\(command.errors)")
        #expect(command.errors.contains("Project > Services > Deployment > Deploy Build"))
    }

    @Test func whenTheHoursRequestsAreUsedUpNothingIsSent() async throws {
        let simulator = try await simulator()
        try control(simulator, "spend", #"{"requests": 1000}"#)
        let command = try northwatch(simulator.url, "build", "shop/web")
        #expect(command.code == 4, "\(command.errors)")
        #expect(command.errors.contains("rate limit reached"))
    }

    @Test func withoutANetworkNothingIsSent() throws {
        let command = try northwatch("http://127.0.0.1:1/v1", "build", "shop/web")
        #expect(command.code == 2)
        #expect(command.errors.contains("no connection: refused"))
    }

    @Test func whereActionsAreSwitchedOffNothingIsSent() async throws {
        let simulator = try await simulator()
        let command = try northwatch(simulator.url, "build", "shop/web", "--read-only")
        #expect(command.code == 3)
        #expect(command.errors.contains("--read-only"))
    }

    @Test func whatMakesNoSenseIsRefused() throws {
        for arguments in [
            ["build", "shop/web", "--branch", "a", "--pull-request", "1"], ["deploy", "shop/api"],
            ["deploy", "shop/api", "--latest", "--image", "nginx:1"], ["backup", "shop/db", "--type", "copy"],
            ["run", "shop/by-hand", "--timeout", "5m"], ["scale", "shop/web"],
            ["scale", "shop/web", "--instances", "1", "--storage", "1"], ["build", "web"],
            ["build", "shop/web", "--arg", "NO_SUCH_VARIABLE"], ["run", "shop/by-hand", "--credentials", "a"],
            ["build", "shop/web", "-f", "/no/such/file"],
        ] {
            let command = try Command.run(
                Command.northwatch, arguments + ["--no-state"], environment: environment("http://127.0.0.1:1/v1"))
            #expect(command.code == 64, "\(arguments): \(command.errors)")
        }
    }
}
