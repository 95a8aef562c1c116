import Foundation
import Northflank
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct InterestTests {
    @Test func anEmptyDashboardWantsTheProjects() {
        var state = Sample.blank()
        #expect(state.wait(0).watched == [.projects: .focused])
        #expect(state.wait(1).watched == nil)
    }

    @Test func everyProjectsListsAreWantedInTheBackground() {
        let state = Sample.full()
        #expect(state.watched[.jobs(Sample.data)] == .background)
        #expect(state.watched[.services(Sample.data)] == .visible)
    }

    @Test func theFocusedPanesListIsWantedMost() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        #expect(state.wait(1).watched?[.services(Sample.shop)] == .focused)
        #expect(state.watched[.services(Sample.data)] == .background)
    }

    @Test func whatIsUnderWayIsFollowedWhereverItIs() {
        let state = Sample.full()
        #expect(state.watched[.builds(Sample.builder)] == .active)
    }

    @Test func aSelectionIsAskedForOnlyOnceItRests() {
        var state = Sample.full()
        state.press(Key("G"), Key("2"))
        _ = state.wait(1)
        #expect(state.press(Key("j")).watched == nil)
        #expect(state.press(Key("j")).watched == nil)
        #expect(state.wait(0.1).watched == nil)
        #expect(state.nextRedraw.timeIntervalSince(state.now) <= 0.11)
        state.press(Key("k"))
        #expect(state.wait(0.3).watched?[.builds(Sample.builder)] == .focused)
        #expect(state.watched[.builds(Sample.api)] == nil)
    }

    @Test func containersAreWantedWhereTheyAreInTroubleOrLookedAt() {
        var state = Sample.full()
        _ = state.wait(1)
        // Its deployment failed.
        #expect(state.watched[.containers(Sample.web)] == .visible)
        #expect(state.watched[.containers(Sample.api)] == .background)
        state.press(Key("G"), Key("2"))
        _ = state.wait(1)
        #expect(state.watched[.containers(Sample.api)] == .visible)
        state.press(Key("j"))
        _ = state.wait(1)
        #expect(state.watched[.containers(Sample.builder)] == nil)
    }

    @Test func whoseContainersFailIsWatchedUntilTheyRun() {
        var state = Sample.full()
        state.tell(.containers(Sample.api), .containers([Container(name: "api-1", status: .failed)]))
        _ = state.wait(1)
        #expect(state.watched[.containers(Sample.api)] == .visible)
        state.tell(.containers(Sample.api), .containers([Container(name: "api-1", status: .running)]))
        _ = state.wait(1)
        #expect(state.watched[.containers(Sample.api)] == .background)
    }

    @Test func ofManyServicesOnlyTheContainersOfASmallProjectThatIsSelectedAreWanted() {
        var state = Sample.full()
        let many = (0..<State.mostBackgroundLists).map { Service(id: .init("s\($0)"), name: "s\($0)", kind: .combined) }
        state.tell(.services(Sample.data), .services(many))
        _ = state.wait(1)
        #expect(state.watched[.containers(Sample.api)] == nil)
        state.press(Key("1"), Key("G"))
        _ = state.wait(1)
        #expect(state.watched[.containers(Sample.api)] == .background)
        #expect(state.watched[.containers(ServiceReference(project: Sample.data, service: "s1"))] == nil)
    }

    /// Too many services for the containers of each, 101 that deploy, and nobody looks at any of them.
    private func withManyServices(_ change: (inout [Service]) -> Void = { _ in }) -> State {
        var state = Sample.full()
        var many = (0..<State.mostBackgroundLists).map {
            Service(id: .init("s\($0)"), name: "s\($0)", kind: .deployment)
        }
        change(&many)
        state.tell(.services(Sample.shop), .services(Sample.services.filter { $0.id != Sample.web.service }))
        state.tell(.services(Sample.data), .services(many))
        state.press(Key("1"))
        _ = state.update(.budget(Budget(limit: 1_000, remaining: 900, resetsAt: nil, reserve: 50)), now: state.now)
        return state
    }

    private func containersWanted(_ state: State) -> [ServiceReference] {
        state.watched.compactMap { feed, attention in
            if case .containers(let service) = feed, attention == .background { service } else { nil }
        }
    }

    @Test func ofManyServicesTheContainersAreLookedAtInARound() throws {
        var state = withManyServices()
        var seen: [ServiceReference] = []
        for turn in 1...101 {
            let wanted = containersWanted(state)
            #expect(wanted.count == 1, "in turn \(turn)")
            let service = try #require(wanted.first)
            seen.append(service)
            state.tell(.containers(service), .containers([]))
            #expect(containersWanted(state) == [], "it has had its turn")
            _ = state.wait(89)
            #expect(containersWanted(state) == [], "a 25th of 1,000 an hour is one every 90 seconds")
            _ = state.wait(1)
        }
        #expect(Set(seen).count == 101, "all that deploy, before any comes again")
        #expect(containersWanted(state) == [seen[0]], "and then who was first")
    }

    @Test func whatWasDeployedSinceTheLastLookIsFirstInTheRound() {
        var state = withManyServices { $0[7].deployment = .init(status: .completed, changedAt: Sample.ago(10)) }
        let deployed = ServiceReference(project: Sample.data, service: "s7")
        #expect(containersWanted(state) == [deployed])
        state.tell(.containers(deployed), .containers([]))
        _ = state.wait(90)
        #expect(!containersWanted(state).contains(deployed))
    }

    @Test func theRoundDoesNotWaitForOneThatCannotBeRead() {
        var state = withManyServices()
        let first = containersWanted(state)
        let error = APIError.server(.init(status: 500, message: "no"))
        _ = state.update(.feedFailed(.containers(first[0]), error, retryIn: .seconds(20)), now: state.now)
        #expect(containersWanted(state) == [])
        _ = state.wait(90)
        #expect(containersWanted(state).count == 1)
        #expect(containersWanted(state) != first)
    }

    @Test func whereNothingIsAnsweredTheRoundStops() {
        var state = withManyServices()
        for _ in 1...20 { _ = state.wait(90) }
        #expect(containersWanted(state).count == 5)
    }

    @Test func runsOfVisibleJobsAndBackupsOfVisibleAddonsAreWanted() {
        var state = Sample.full()
        state.press(Key("G"))
        _ = state.wait(1)
        #expect(state.watched[.runs(Sample.nightly)] == .visible)
        #expect(state.watched[.runs(Sample.cleanup)] == .visible)
        #expect(state.watched[.backups(Sample.cache)] == .visible)
    }

    @Test func failuresNobodyLooksAtComeToLightInTheBackground() {
        var state = Sample.full()
        state.press(Key("j"))
        _ = state.wait(1)
        #expect(state.scope == Sample.data)
        #expect(state.watched[.runs(Sample.nightly)] == .background)
        #expect(state.watched[.backups(Sample.orders)] == .background)
    }

    @Test func theScheduleOfACronJobIsWantedAndAManualJobHasNone() {
        let state = Sample.full()
        #expect(state.watched[.job(Sample.nightly)] == .background)
        #expect(state.watched[.job(Sample.cleanup)] == nil)
    }

    @Test func nothingNewIsSaidWhileNothingChanges() {
        var state = Sample.full()
        _ = state.wait(1)
        #expect(state.wait(1).isEmpty)
        #expect(state.tell(.services(Sample.shop), .services(Sample.services)).isEmpty)
    }

    @Test func aLateAnswerAboutAProjectThatIsGoneIsDropped() {
        var state = Sample.full()
        state.tell(.projects, .projects(Sample.projects.filter { $0.id != Sample.shop }))
        state.tell(.services(Sample.shop), .services(Sample.services))
        #expect(state.account.services[Sample.shop] == nil)
    }
}
