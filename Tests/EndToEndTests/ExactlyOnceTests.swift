import Foundation
import TestSupport
import Testing

/// Builds, runs of jobs and backups begun by real dashboards, and by commands of a shell beside them, on a simulator that
/// fails one request in four in every way it knows, while dashboards and commands are killed at random. What the journal says is then held against what is really there: no
/// action was done twice, none was reported wrongly, none was forgotten.
///
/// `NORTHWATCH_PROOF_ACTIONS=2000` takes that many; a few by default. `NORTHWATCH_BINARY` is the program to prove where
/// it isn't the one that was built with the tests.
@Suite(.serialized) struct ExactlyOnceTests {
    private static let actions =
        ProcessInfo.processInfo.environment["NORTHWATCH_PROOF_ACTIONS"].flatMap { Int($0) } ?? 30
    private static let workers = 4
    /// Services, jobs and addons: one action at a time is under way for each.
    private static let lists = 32
    /// Actions of a dashboard, about, until it is killed. What it leaves takes another half a minute to be sure of, and
    /// keeps everybody from the same list meanwhile: with far shorter lives most of what is done is waiting.
    private static let killedOnceIn = 12
    /// What a worker does between two looks at the journal.
    private static let turns = 5

    /// Nobody pushes and nothing has a schedule: what is new is ours.
    private static let scenario = """
        projects:
          - name: Shop
            services:
        \((1...lists).map { "      - {name: Service \($0), repository: repository-\($0), buildSeconds: 5}" }.joined(separator: "\n"))
            jobs:
        \((1...lists).map { "      - {name: Job \($0), seconds: 5}" }.joined(separator: "\n"))
            addons:
        \((1...lists).map { "      - {name: Addon \($0), type: postgresql, gigabytes: 1}" }.joined(separator: "\n"))
        """

    @Test func noActionIsDoneTwiceOrReportedWronglyOrForgotten() async throws {
        let state = NSTemporaryDirectory() + "northwatch-proof-\(UUID().uuidString)"
        let scenario = state + ".yaml"
        defer { for path in [state, scenario] { try? FileManager.default.removeItem(atPath: path) } }
        try Data(Self.scenario.utf8).write(to: URL(fileURLWithPath: scenario))
        let simulator = try await SimulatorProcess(
            "--token", "shared-token", "--limit", "10000000", "--fault-rate", "0.25", "--latency", "20",
            "--scenario", scenario)
        let account = AccountListing(url: simulator.url)
        let before = try account.read()
        let url = simulator.url
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.workers { group.addTask { await work(url, state) } }
            group.addTask { await workInAShell(url, state) }
        }
        try await waitUntilSettled(url, state)
        let entries = try Journal.entries(state)
        let after = try account.read()
        check(entries, before, after)
        let outcomes = Dictionary(grouping: entries, by: { $0.outcome ?? "open" }).mapValues(\.count)
        print("\(entries.count) actions: \(outcomes.sorted { $0.key < $1.key })")
    }

    // MARK: - Acting

    /// Presses keys until the journal is long enough. Nothing here waits for what an action comes to.
    private func work(_ url: String, _ state: String) async {
        var dashboard: PTYProcess?
        while (try? Journal.entries(state).count).map({ $0 < Self.actions }) ?? true {
            for _ in 0..<Self.turns {
                if dashboard == nil { dashboard = try? await start(url, state) }
                guard let open = dashboard else { continue }
                await act(on: open)
                if Int.random(in: 0..<Self.killedOnceIn) == 0 {
                    open.signal(SIGKILL)
                    dashboard = nil
                }
            }
        }
        dashboard?.signal(SIGKILL)
    }

    /// Gives commands until the journal is long enough. Some are killed, most likely while they wait for an answer or
    /// find out what came of it.
    private func workInAShell(_ url: String, _ state: String) async {
        while (try? Journal.entries(state).count).map({ $0 < Self.actions }) ?? true {
            let (verb, thing) =
                [("build", "service"), ("run", "job"), ("backup", "addon")].randomElement() ?? ("run", "job")
            let run = try? CommandRun(
                Command.northwatch,
                [verb, "shop/\(thing)-\(Int.random(in: 1...Self.lists))", "--api-url", url, "--state-dir", state],
                environment: ["NORTHFLANK_API_TOKEN": "shared-token"])
            let killAt = Int.random(in: 0..<Self.killedOnceIn) == 0 ? ContinuousClock.now + .milliseconds(300) : nil
            while let run, run.code == nil {
                if let killAt, .now > killAt { run.signal(SIGKILL) }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// Begins something somewhere.
    private func act(on dashboard: PTYProcess) async {
        let (pane, key) = [("2", "B"), ("4", "T"), ("5", "S")].randomElement() ?? ("2", "B")
        for keys in [pane, "g", String(repeating: "j", count: .random(in: 0..<Self.lists)), key, "\r"] {
            dashboard.send(keys)
            try? await Task.sleep(for: .milliseconds(40))
        }
        try? await Task.sleep(for: .milliseconds(.random(in: 0...400)))
    }

    private func start(_ url: String, _ state: String) async throws -> PTYProcess {
        let process = try PTYProcess(
            executable: Command.northwatch, arguments: ["--api-url", url, "--state-dir", state],
            environment: [
                "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "NORTHFLANK_API_TOKEN": "shared-token",
            ])
        try await process.waitFor("live", within: .seconds(30))
        return process
    }

    /// What the killed ones have left is settled by the next.
    private func waitUntilSettled(_ url: String, _ state: String) async throws {
        let last = try await start(url, state)
        let deadline = ContinuousClock.now + .seconds(240)
        while try Journal.entries(state).contains(where: { $0.outcome == nil }), .now < deadline {
            try await Task.sleep(for: .milliseconds(500))
        }
        last.signal(SIGTERM)
    }

    // MARK: - Checking

    private func check(_ entries: [Journal.Entry], _ before: AccountListing.Content, _ after: AccountListing.Content) {
        #expect(entries.allSatisfy { $0.outcome != nil }, "an action was forgotten")
        let items = entries.compactMap { entry in entry.item.map { "\(entry.place): \($0)" } }
        #expect(Set(items).count == items.count, "two actions claim the same thing")
        for entry in entries where entry.backup != nil {
            let made = after.backups.filter { $0.name == entry.backup }
            switch entry.outcome {
            case "accepted", "found": #expect(made.map(\.id) == [entry.item], "\(entry)")
            case "unknown": #expect(made.count <= 1, "\(entry)")
            default: #expect(made.isEmpty, "\(entry)")
            }
        }
        let names = Set(entries.compactMap(\.backup))
        for backup in after.backups where backup.name.hasPrefix("northwatch-") {
            #expect(names.contains(backup.name), "nobody wrote down \(backup.name)")
        }
        for (place, ids) in after.begun {
            let ours = entries.filter { $0.place == place }
            let new = ids.subtracting(before.begun[place] ?? [])
            let claimed = Set(ours.compactMap(\.item))
            #expect(claimed.isSubset(of: new), "\(place) has no such build or run")
            let unknown = ours.count { $0.outcome == "unknown" }
            #expect(new.count - claimed.count <= unknown, "\(place) was built or ran unseen")
        }
    }
}

/// `northwatch history --json`.
private enum Journal {
    struct Entry: Decodable {
        var title: String
        var outcome: String?
        var item: String?

        /// "run of shop/nightly", "build of shop/api (main)" and "snapshot of shop/db (name)" are of `shop/nightly`,
        /// `shop/api` and `shop/db`.
        var place: String { title.split(separator: " ").dropFirst(2).first.map(String.init) ?? "" }
        /// The unique name of a backup.
        var backup: String? {
            guard title.hasPrefix("snapshot of") || title.hasPrefix("dump of"), let open = title.lastIndex(of: "(")
            else { return nil }
            return String(title[title.index(after: open)...].dropLast())
        }
    }

    static func entries(_ state: String) throws -> [Entry] {
        let ended = try Command.run(
            Command.northwatch, ["history", "--json", "--limit", "1000000", "--state-dir", state])
        return try JSONDecoder().decode([Entry].self, from: Data(ended.output.utf8))
    }
}

/// What is really there, asked for until an answer comes through.
private struct AccountListing {
    struct Content {
        var backups: [(id: String, name: String)] = []
        /// Ids of builds and runs, by "project/service" and "project/job".
        var begun: [String: Set<String>] = [:]
    }

    var url: String

    func read() throws -> Content {
        var content = Content()
        for project in try all("projects", "projects") {
            let project = "projects/\(id(project))"
            for addon in try all("\(project)/addons", "addons") {
                let backups = try all("\(project)/addons/\(id(addon))/backups", "backups")
                content.backups += backups.map { (id($0), $0["name"] as? String ?? "") }
            }
            for (kind, items, path) in [("services", "builds", "build"), ("jobs", "runs", "runs")] {
                for owner in try all("\(project)/\(kind)", kind) {
                    let begun = try all("\(project)/\(kind)/\(id(owner))/\(path)", items)
                    content.begun["\(project.dropFirst("projects/".count))/\(id(owner))"] = Set(begun.map(id))
                }
            }
        }
        return content
    }

    private func id(_ object: [String: Any]) -> String { object["id"] as? String ?? "" }

    private func all(_ path: String, _ key: String) throws -> [[String: Any]] {
        var items: [[String: Any]] = []
        var page = 1
        while true {
            let answer = try ask("\(path)?per_page=100&page=\(page)")
            items += (answer["data"] as? [String: Any])?[key] as? [[String: Any]] ?? []
            guard (answer["pagination"] as? [String: Any])?["hasNextPage"] as? Bool == true else { return items }
            page += 1
        }
    }

    private func ask(_ path: String) throws -> [String: Any] {
        while true {
            let ended = try Command.run(
                "curl", ["-s", "-f", "-H", "Authorization: Bearer shared-token", "\(url)/\(path)"])
            if ended.code == 0,
                let answer = try? JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
            {
                return answer
            }
        }
    }
}
