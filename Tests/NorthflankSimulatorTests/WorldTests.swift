import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A world of one project, stepped by hand.
private let start = Date(timeIntervalSince1970: 1_795_491_180)
private let web = ServiceReference(project: "shop", service: "web")
private let image = ServiceReference(project: "shop", service: "api-build")
private let api = ServiceReference(project: "shop", service: "api")
private let sweep = JobReference(project: "shop", job: "sweep")
private let database = AddonReference(project: "shop", addon: "db")

private func shop(_ change: (inout ProjectDraft) -> Void = { _ in }) -> World {
    var world = World(seed: 1, start: start)
    world.project("Shop", "A shop") { project in
        project.combined("Web", "Combined", from: "web", builds: 60)
        project.builder("API build", "Builds", from: "api", builds: 60)
        project.deployment("API", "Runs what API build builds", of: "API build")
        project.job("Sweep", "On a schedule", cron: "*/10 * * * *", takes: 30)
        project.addon("DB", "Data", .postgresql, gigabytes: 4)
        change(&project)
    }
    world.begin(with: History(days: 3, pushes: 4...8, runs: 3...3, backups: 2...2))
    return world
}

extension World {
    fileprivate var latestBuild: BuildStatus? { services[web]?.builds.last?.status(at: now).status }

    fileprivate mutating func advance(by seconds: Double) { advance(to: now + seconds) }
}

@Suite struct BuildLifeTests {
    @Test func aBuildGoesThroughItsStatusesInOrder() {
        var world = shop()
        world.push(to: "web", branch: "main", at: world.now)
        var seen: [BuildStatus] = []
        for _ in 0..<400 {
            if let status = world.latestBuild, seen.last != status { seen.append(status) }
            world.advance(by: 1)
        }
        #expect(seen == [.queued, .pending, .starting, .cloning, .building, .uploading, .success])
    }

    @Test func aBuildThatFailsNeverUploads() {
        var world = shop()
        world.services[web]?.buildsFailSince = start
        world.push(to: "web", branch: "main", at: world.now)
        var seen: [BuildStatus] = []
        for _ in 0..<400 {
            if let status = world.latestBuild, seen.last != status { seen.append(status) }
            world.advance(by: 1)
        }
        #expect(seen == [.queued, .pending, .starting, .cloning, .building, .failure])
    }

    @Test func everyBuildTakesFortySecondsToSixMinutes() {
        for seed in 0..<500 as Range<UInt64> {
            for typical in [40.0, 240] {
                let duration = BuildPlan(seed: seed, typical: typical, outcome: .success).duration
                #expect((40...360).contains(duration), "\(typical) with seed \(seed) takes \(duration)")
            }
        }
    }

    @Test func logLinesComeAsTheBuildGoes() throws {
        var world = shop()
        world.push(to: "web", branch: "main", at: world.now)
        var counts: [Int] = []
        for _ in 0..<12 {
            let build = try #require(world.services[web]?.builds.last)
            counts.append(BuildLog.lines(of: build, repository: "https://x", until: world.now).count)
            world.advance(by: 15)
        }
        #expect(counts.first == 0)
        #expect(counts == counts.sorted())
        #expect(Set(counts).count > 4)
        let build = try #require(world.services[web]?.builds.last)
        let lines = BuildLog.lines(of: build, repository: "https://x", until: world.now)
        #expect(lines.map(\.at) == lines.map(\.at).sorted())
        #expect(lines.last?.text == "Image successfully built")
        #expect(lines.contains { $0.text.contains("Cloning https://x, branch main") })
    }

    @Test func anAbortedBuildStaysAborted() throws {
        var world = shop()
        world.push(to: "web", branch: "main", at: world.now)
        world.advance(by: 20)
        let build = try #require(world.services[web]?.builds.last)
        let deployed = world.services[web]?.rollout?.sha
        let reference = BuildReference(service: web, build: build.id)
        let isAborted = world.abortBuild(reference)
        #expect(isAborted)
        world.advance(by: 600)
        #expect(world.latestBuild == .aborted)
        #expect(world.services[web]?.rollout?.sha == deployed, "what was aborted isn't deployed")
        let isAbortedAgain = world.abortBuild(reference)
        #expect(!isAbortedAgain, "once is enough")
    }
}

@Suite struct DeploymentTests {
    @Test func aGoodBuildOfACombinedServiceIsRolledOut() throws {
        var world = shop()
        world.push(to: "web", branch: "main", at: world.now)
        let build = try #require(world.services[web]?.builds.last)
        world.advance(to: build.concludesAt + 0.1)
        var seen: [DeploymentStatus] = []
        for _ in 0..<120 {
            if let status = world.services[web]?.rollout?.status(at: world.now).status, seen.last != status {
                seen.append(status)
            }
            world.advance(by: 0.5)
        }
        #expect(seen == [.pending, .inProgress, .completed])
        #expect(world.services[web]?.rollout?.sha == build.commit.sha)
    }

    @Test func aGoodBuildIsRolledOutByTheServicesThatRunIt() throws {
        var world = shop()
        world.push(to: "api", branch: "main", at: world.now)
        world.advance(by: 400)
        let build = try #require(world.services[image]?.builds.last)
        #expect(world.services[api]?.rollout?.sha == build.commit.sha)
        #expect(world.services[image]?.rollout == nil, "a build service deploys nothing")
    }

    @Test func anotherBranchIsBuiltButNotDeployed() throws {
        var world = shop()
        let before = world.services[api]?.rollout?.sha
        let branch = try #require(world.repositories["api"]?.branches.last?.name)
        world.push(to: "api", branch: branch, at: world.now)
        world.advance(by: 400)
        #expect(world.services[image]?.builds.last?.branch == branch)
        #expect(world.services[api]?.rollout?.sha == before)
    }

    @Test func aBrokenReleaseFailsAfterItWasBuilt() {
        var world = shop()
        world.services[web]?.deploysFailSince = start
        world.push(to: "web", branch: "main", at: world.now)
        world.advance(by: 600)
        #expect(world.latestBuild == .success)
        #expect(world.services[web]?.rollout?.status(at: world.now).status == .failed)
    }

    @Test func withoutContinuousDeliveryNothingIsRolledOut() {
        var world = shop()
        world.services[web]?.cdDisabled = true
        let before = world.services[web]?.rollout?.sha
        world.push(to: "web", branch: "main", at: world.now)
        world.advance(by: 600)
        #expect(world.services[web]?.rollout?.sha == before)
    }

    @Test func withoutContinuousIntegrationAPushStartsNothing() {
        var world = shop()
        world.services[web]?.ciDisabled = true
        let before = world.services[web]?.builds.count
        world.push(to: "web", branch: "main", at: world.now)
        #expect(world.services[web]?.builds.count == before)
    }

    @Test func aServiceHasAContainerForEachInstance() throws {
        var world = shop { $0.combined("Three", "x", from: "three", instances: 3) }
        world.advance(by: 1000)
        let three = try #require(world.services[ServiceReference(project: "shop", service: "three")])
        let containers = world.containers(of: three)
        #expect(containers.map(\.status) == ["TASK_RUNNING", "TASK_RUNNING", "TASK_RUNNING"])
        #expect(Set(containers.map(\.name)).count == 3)
    }
}

@Suite struct JobTests {
    @Test func aCronJobRunsOnItsMinutes() {
        var world = shop()
        let before = world.jobs[sweep]?.jobRuns.count ?? 0
        world.advance(by: 3600)
        let runs = world.jobs[sweep]?.jobRuns.dropFirst(before) ?? []
        #expect(runs.map { CivilTime($0.startedAt).minute } == [40, 50, 0, 10, 20, 30])
        #expect(runs.allSatisfy { $0.status(at: $0.startedAt + 1) == .running })
        #expect(runs.allSatisfy { $0.status(at: $0.startedAt + 60) == .success })
    }

    @Test func aSuspendedJobDoesNotRun() {
        var world = shop()
        world.jobs[sweep]?.suspended = true
        let before = world.jobs[sweep]?.jobRuns.count
        world.advance(by: 3600)
        #expect(world.jobs[sweep]?.jobRuns.count == before)
    }

    @Test func aJobThatStillRunsIsNotStartedAgain() {
        var world = shop()
        world.jobs[sweep]?.typical = 1500
        let before = world.jobs[sweep]?.jobRuns.count ?? 0
        world.advance(by: 3600)
        let runs = Array(world.jobs[sweep]?.jobRuns.dropFirst(before) ?? [])
        #expect(runs.count >= 2)
        for (one, next) in zip(runs, runs.dropFirst()) { #expect(next.startedAt >= one.concludesAt) }
    }

    @Test func anAbortedRunFails() throws {
        var world = shop()
        let started = world.startRun(of: sweep, at: world.now)
        let run = try #require(started)
        world.advance(by: 5)
        let isAborted = world.abortRun(RunReference(job: sweep, run: run.id))
        #expect(isAborted)
        #expect(world.jobs[sweep]?.run(run.id)?.status(at: world.now) == .failed)
        let isAbortedAgain = world.abortRun(RunReference(job: sweep, run: run.id))
        #expect(!isAbortedAgain)
    }
}

@Suite struct BackupTests {
    private func backUp(_ world: inout World, _ method: BackupRequest.Method = .snapshot) throws -> World.Backup {
        let backup = world.backUp(database, name: "by hand", method: method, compression: "gz", at: world.now)
        return try #require(backup)
    }

    @Test func aBackupGrowsAndCompletesWhileItsAddonSaysSo() throws {
        var world = shop()
        let id = try backUp(&world).id
        var sizes: [Int] = []
        var seen: [BackupStatus] = []
        var addon: [AddonStatus] = []
        for _ in 0..<300 {
            let backup = try #require(world.addons[database]?.backup(id))
            sizes.append(backup.size(at: world.now))
            if seen.last != backup.status(at: world.now) { seen.append(backup.status(at: world.now)) }
            if let status = world.addons[database]?.status(at: world.now), addon.last != status { addon.append(status) }
            world.advance(by: 1)
        }
        #expect(seen == [.scheduled, .inProgress, .completed])
        #expect(addon == [.running, .backup, .running])
        #expect(sizes == sizes.sorted())
        #expect(sizes.first == 0)
        #expect(Set(sizes).count > 15)
        #expect(sizes.last == world.addons[database]?.backup(id)?.finalSize)
    }

    @Test func aDumpIsSmallerThanASnapshot() throws {
        var world = shop()
        let dump = try backUp(&world, .dump)
        let snapshot = try backUp(&world, .snapshot)
        #expect(dump.finalSize < snapshot.finalSize)
    }

    @Test func aPausedAddonsBackupWaits() throws {
        var world = shop()
        world.addons[database]?.condition = .paused
        let id = try backUp(&world).id
        world.advance(by: 100_000)
        let backup = try #require(world.addons[database]?.backup(id))
        #expect(backup.status(at: world.now) == .scheduled)
        #expect(backup.size(at: world.now) == 0)
        #expect(world.addons[database]?.status(at: world.now) == .paused)
    }

    @Test func theSecondBackupWaitsForTheFirst() throws {
        var world = shop()
        let first = try backUp(&world)
        let second = try backUp(&world)
        #expect(second.id == "by-hand-2", "its id is free")
        let firstEnd = try #require(first.concludesAt)
        #expect(try #require(second.beginsAt) > firstEnd)
    }

    @Test func aScheduleMakesBackupsOfItsMethod() throws {
        var world = shop {
            $0.addon("Hourly", "x", .mysql, gigabytes: 1, backup: "0 * * * *", by: .dump)
        }
        let hourly = AddonReference(project: "shop", addon: "hourly")
        let before = world.addons[hourly]?.backups.count ?? 0
        world.advance(by: 3 * 3600)
        let made = Array(world.addons[hourly]?.backups.dropFirst(before) ?? [])
        #expect(made.map(\.method) == [.dump, .dump, .dump])
        #expect(made.map(\.id) == ["backup-2026-11-24-04-00", "backup-2026-11-24-05-00", "backup-2026-11-24-06-00"])
    }

    @Test func anAbortedBackupIsAborted() throws {
        var world = shop()
        let id = try backUp(&world).id
        world.advance(by: 10)
        let isAborted = world.abortBackup(BackupReference(addon: database, backup: id))
        #expect(isAborted)
        #expect(world.addons[database]?.backup(id)?.status(at: world.now) == .aborted)
        #expect(world.addons[database]?.status(at: world.now) == .running)
        let isAbortedAgain = world.abortBackup(BackupReference(addon: database, backup: id))
        #expect(!isAbortedAgain)
    }
}
