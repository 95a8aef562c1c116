import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct DeterminismTests {
    private let start = Date(timeIntervalSince1970: 1_795_491_180)

    /// Everything in a world that a client can see move.
    private func picture(of world: World) -> [String] {
        world.projects.flatMap { project in
            let services = world.services(of: project).flatMap { service in
                let rollout = service.rollout.map { "\($0.status(at: world.now)) \($0.sha ?? "")" } ?? "-"
                return ["\(service.id) \(rollout)"]
                    + service.builds.map { "\($0.id) \($0.status(at: world.now)) \($0.commit.sha)" }
            }
            let runs = world.jobs(of: project).flatMap(\.jobRuns).map { "\($0.id) \($0.status(at: world.now))" }
            let backups = world.addons(of: project).flatMap(\.backups).map {
                "\($0.uid) \($0.status(at: world.now)) \($0.size(at: world.now))"
            }
            return services + runs + backups
        }
    }

    @Test(arguments: [Scenario.calm, .incident, .awkward])
    func theSameSeedGivesTheSameWorld(scenario: Scenario) {
        var one = scenario.world(seed: 5, start: start)
        var other = scenario.world(seed: 5, start: start)
        #expect(picture(of: one) == picture(of: other))
        one.advance(to: start + 3600)
        other.advance(to: start + 3600)
        #expect(picture(of: one) == picture(of: other))
    }

    @Test func anotherSeedGivesAnotherWorld() {
        let one = Scenario.calm.world(seed: 5, start: start)
        let other = Scenario.calm.world(seed: 6, start: start)
        #expect(picture(of: one) != picture(of: other))
    }

    @Test(arguments: [Scenario.calm, .incident])
    func theSizeOfTheStepsDoesNotMatter(scenario: Scenario) {
        var leaping = scenario.world(seed: 9, start: start)
        leaping.advance(to: start + 7200)
        var walking = scenario.world(seed: 9, start: start)
        for step in 1...7200 { walking.advance(to: start + Double(step)) }
        var stumbling = scenario.world(seed: 9, start: start)
        var random = SplitMix64(seed: 3)
        var elapsed = 0.0
        while elapsed < 7200 {
            elapsed = min(7200, elapsed + random.seconds(0.01...300))
            stumbling.advance(to: start + elapsed)
        }
        #expect(picture(of: walking) == picture(of: leaping))
        #expect(picture(of: stumbling) == picture(of: leaping))
    }

    @Test func timeNeverGoesBack() {
        var world = Scenario.calm.world(seed: 1, start: start)
        world.advance(to: start + 100)
        world.advance(to: start + 50)
        #expect(world.now == start + 100)
    }

    @Test func aWorldLeftAloneForDaysDoesNotGrowWithoutEnd() {
        var world = Scenario.incident.world(seed: 1, start: start)
        world.advance(to: start + 3 * day)
        #expect(world.services.values.contains { $0.builds.count > 200 }, "it lived")
        #expect(world.services.values.allSatisfy { $0.builds.count <= World.kept })
        #expect(world.jobs.values.allSatisfy { $0.jobRuns.count <= World.kept })
        #expect(world.events.count < 100)
    }
}
