import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct ScenarioTests {
    private let start = Date(timeIntervalSince1970: 1_795_491_180)

    private func isFailing(_ service: World.Service, at now: Date) -> Bool {
        service.builds.last?.status(at: now).status.health == .failing
            || service.rollout?.status(at: now).status.health == .failing
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func inCalmNothingFailsAndSomethingGoesOn(seed: UInt64) {
        var world = Scenario.calm.world(seed: seed, start: start)
        #expect(world.projects.count == 5)
        #expect((24...28).contains(world.services.count))
        for step in 0..<12 {
            world.advance(to: start + Double(step) * 600)
            #expect(!world.services.values.contains { isFailing($0, at: world.now) })
            #expect(!world.addons.values.contains { $0.status(at: world.now).health == .failing })
            #expect(!world.jobs.values.contains { $0.jobRuns.last?.status(at: world.now) == .failed })
        }
    }

    @Test(arguments: [Scenario.calm, .incident], 1...10 as ClosedRange<UInt64>)
    func fromTheFirstSecondABuildARunAndABackupAreUnderWay(scenario: Scenario, seed: UInt64) {
        var world = scenario.world(seed: seed, start: start)
        #expect(world.services.values.contains { $0.builds.last?.isConcluded(at: start) == false })
        #expect(world.jobs.values.contains { $0.jobRuns.last?.status(at: start) == .running })
        #expect(world.addons.values.contains { $0.status(at: start) == .backup })
        let builds = world.services.values.map(\.builds.count).reduce(0, +)
        world.advance(to: start + 15)
        #expect(world.services.values.map(\.builds.count).reduce(0, +) > builds, "somebody pushed")
    }

    @Test(arguments: [Scenario.calm, .incident])
    func everythingThatBuildsHasAPast(scenario: Scenario) {
        let world = scenario.world(seed: 1, start: start)
        for service in world.services.values where service.source != nil {
            #expect((3...40).contains(service.builds.count), "\(service.id) has \(service.builds.count) builds")
            #expect(service.builds.map(\.createdAt) == service.builds.map(\.createdAt).sorted())
        }
        for service in world.services.values where service.runs != nil { #expect(service.rollout != nil) }
        for addon in world.addons.values where addon.schedule != nil && addon.condition == .running {
            #expect(!addon.backups.isEmpty)
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func inIncidentOneThingOfEachKindIsBroken(seed: UInt64) throws {
        var world = Scenario.incident.world(seed: seed, start: start)
        let storefront = try #require(world.services[ServiceReference(project: "checkout", service: "storefront")])
        #expect(storefront.builds.suffix(4).dropLast().allSatisfy { $0.status(at: start).status == .failure })
        #expect(storefront.builds.first?.outcome != .failure || storefront.builds.contains { $0.outcome == .success })
        #expect(storefront.rollout?.status(at: start).status == .completed, "what was built before still runs")

        let gateway = try #require(world.services[ServiceReference(project: "payments", service: "gateway")])
        #expect(gateway.builds.last?.status(at: start).status == .success)
        #expect(gateway.rollout?.status(at: start).status == .failed)

        let job = JobReference(project: "payments", job: "settle-payments")
        #expect(world.jobs[job]?.jobRuns.suffix(3).allSatisfy { $0.status(at: start) == .failed } == true)

        #expect(world.addons[AddonReference(project: "search", addon: "catalogue")]?.status(at: start) == .error)

        let orders = try #require(world.addons[AddonReference(project: "checkout", addon: "orders-db")])
        #expect(orders.backups.last?.status(at: start) == .failed)
        let ledger = try #require(world.addons[AddonReference(project: "payments", addon: "ledger-db")])
        let age = try start.timeIntervalSince(#require(ledger.backups.last).createdAt)
        #expect((4 * day...5 * day).contains(age), "its last backup is days old")

        world.advance(to: start + 2 * hour)
        let builds = try #require(world.services[storefront.reference]).builds
        #expect(builds.count > storefront.builds.count)
        #expect(builds.suffix(builds.count - storefront.builds.count).allSatisfy { $0.outcome == .failure })
    }

    @Test func largeHasWhatTheProgramIsDesignedFor() {
        let world = Scenario.large.world(seed: 1, start: start)
        #expect(world.projects.count == 200)
        #expect(world.services.count == 5000)
        #expect(world.services.values.map(\.builds.count).reduce(0, +) == 20_000)
        #expect(Set(world.projects.map(\.id)).count == 200)
    }

    @Test func emptyIsANewAccount() {
        var world = Scenario.empty.world(seed: 1, start: start)
        world.advance(to: start + day)
        #expect(world.projects.isEmpty)
        #expect(world.events.count == 0)
    }

    @Test func awkwardHasEachHostility() {
        let world = Scenario.awkward.world(seed: 1, start: start)
        let names = world.services.values.map(\.name)
        #expect(names.contains { $0.count == 10_000 })
        #expect(names.contains { $0.contains("\u{1B}]0;") })
        #expect(names.contains { $0.contains("\u{1B}[2J") })
        #expect(names.contains { $0.contains("\r") })
        #expect(names.contains { $0.contains("\u{07}") })
        #expect(names.contains { $0.contains("\u{202E}") })
        #expect(names.contains("支払いゲートウェイ"))
        #expect(names.contains { $0.contains("👩‍👩‍👧‍👦") })
        #expect(world.repositories["tricks"]?.branches.contains { $0.name.contains("\u{1B}") } == true)
    }

    @Test func anUnknownNameIsRefusedWithTheNearestFirst() {
        let error = #expect(throws: SimulatorError.self) { try Scenario(named: "incidnet") }
        #expect(error?.description.hasPrefix("there is no scenario \"incidnet\"; there are incident, ") == true)
        guard case .unknownScenario("incidnet", let known) = error else { return }
        #expect(Set(known) == Set(Scenario.names))
        #expect(throws: SimulatorError.self) { try Simulator(SimulatorConfiguration(scenario: "clam")) }
    }

    @Test func aDeletedProjectIsGoneWithAllThatIsInIt() {
        var world = Scenario.calm.world(seed: 1, start: start)
        world.delete("checkout")
        #expect(world.projects.map(\.id) == ["payments", "search", "mobile-api", "data-platform"])
        #expect(!world.services.keys.contains { $0.project == "checkout" })
        #expect(!world.jobs.keys.contains { $0.project == "checkout" })
        #expect(!world.addons.keys.contains { $0.project == "checkout" })
        world.advance(to: start + day)
        #expect(!world.services.keys.contains { $0.project == "checkout" })
    }
}
