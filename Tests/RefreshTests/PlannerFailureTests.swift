import Northflank
import Testing

@testable import Refresh

struct PlannerFailureTests {
    @Test func aFailingFeedBacksOffAloneLongerAndLonger() throws {
        var planner = Planner.warm()
        let interest: [Feed: Attention] = [builds("bad"): .focused]
        var actions = planner.setInterest(interest, at: at(1))
        var now = at(1)
        var waits: [Double] = []
        for _ in 0..<7 {
            actions = planner.failed(try actions.asking(), broken, requests: 1, at: now)
            #expect(actions.isEmpty)
            let failure = planner.status(of: builds("bad"))?.failure
            #expect(failure?.retryAt == planner.nextWake)
            waits.append(now.duration(to: planner.nextWake ?? now).seconds)
            now = planner.nextWake ?? now
            actions = planner.tick(at: now)
            #expect(actions.asked == [builds("bad")])
        }
        for (index, wait) in waits.enumerated() {
            let whole = Double(2 << index)
            #expect(wait >= whole / 2 && wait <= whole)
        }
        #expect(planner.status(of: builds("bad"))?.failure?.since == at(1))
        _ = planner.answered(try actions.asking(), requests: 1, at: now)
        #expect(planner.status(of: builds("bad"))?.failure == nil)
    }

    @Test func aFailureLeavesTheOthersAlone() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest([builds("bad"): .focused, builds("good"): .visible], at: at(1))
        _ = planner.failed(try actions.asking(), broken, requests: 1, at: at(1))
        _ = planner.answered(try actions.asking(1), requests: 1, at: at(1))
        #expect(planner.refreshNow([builds("good")], at: at(1)).asked == [builds("good")])
    }

    @Test func aRefusalTakesBackWhatMayGoOnToFurtherPages() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest([services("a"): .focused, services("b"): .visible], at: at(1))
        #expect(actions.asked == [services("a"), services("b")])
        let next = planner.failed(try actions.asking(), refused(after: 600), requests: 1, at: at(2))
        #expect(next == [.cancel(services("b"), try actions.asking(1))])
        #expect(planner.tick(at: at(60)).isEmpty)
    }

    @Test func whatIsNotThereRestsForMinutes() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest([services("gone"): .focused], at: at(1))
        _ = planner.failed(try actions.asking(), unknown, requests: 1, at: at(1))
        #expect((planner.nextWake ?? at(0)) >= at(151))
    }

    @Test func whatTheRoleForbidsIsNotAskedAgainUntilSomebodyAsks() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest([services("secret"): .focused], at: at(1))
        let forbidden = APIError.forbidden(.init(status: 403, message: "no"), permission: "Services > Read")
        _ = planner.failed(try actions.asking(), forbidden, requests: 1, at: at(1))
        #expect(planner.status(of: services("secret"))?.failure?.retryAt == nil)
        for hour in 1...50 { #expect(planner.tick(at: at(Double(hour) * 3600)).isEmpty) }
        #expect(planner.refreshNow([services("secret")], at: at(180_001)).asked == [services("secret")])
    }

    @Test func theUserCanCutARestShort() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest([services("gone"): .focused], at: at(1))
        _ = planner.failed(try actions.asking(), unknown, requests: 1, at: at(1))
        #expect(planner.refreshNow([services("gone")], at: at(2)).asked == [services("gone")])
    }

    @Test func aBadTokenStopsEverythingUntilTheUserRetries() throws {
        var planner = Planner.warm()
        let interest: [Feed: Attention] = [services("a"): .focused, services("b"): .visible]
        let actions = planner.setInterest(interest, at: at(1))
        _ = planner.failed(try actions.asking(), signedOut, requests: 1, at: at(1))
        _ = planner.failed(try actions.asking(1), signedOut, requests: 1, at: at(1))
        #expect(planner.nextWake == nil)
        #expect(planner.tick(at: at(4_000)).isEmpty)
        #expect(planner.budgetStatus(at: at(4_000)).pause == .init(reason: .unauthorized(signedOut), until: nil))
        let again = planner.refreshNow([services("a")], at: at(4_000))
        #expect(again.asked == [services("a")], "the token is tried again")
    }

    @Test func aCancelledAskingIsNoFailure() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest([services("a"): .focused], at: at(1))
        _ = planner.failed(try actions.asking(), .cancelled, requests: 1, at: at(2))
        let wake = try #require(planner.nextWake)
        #expect(wake < at(7), "at the pace of one request in four seconds")
        #expect(planner.tick(at: wake).asked == [services("a")])
        #expect(planner.status(of: services("a"))?.failure == nil)
    }
}

struct PlannerOutageTests {
    private func interest(_ count: Int) -> [Feed: Attention] {
        var interest: [Feed: Attention] = [:]
        for number in 0..<count { interest[services("p\(number)")] = .background }
        return interest
    }

    /// Five hundred feeds, and the API gone while eight of them are asked.
    private func outage() -> Planner {
        var planner = Planner.warm()
        for action in planner.setInterest(interest(500), at: at(1)) {
            _ = planner.failed(action.asking, lost, requests: 0, at: at(1))
        }
        while let asking = planner.flights.keys.min(by: { $0.number < $1.number }) {
            _ = planner.failed(asking, lost, requests: 0, at: at(1))
        }
        return planner
    }

    @Test func aSingleLostRequestIsNoOutage() throws {
        var planner = Planner.warm()
        let actions = planner.setInterest(interest(500), at: at(1))
        _ = planner.failed(try actions.asking(), lost, requests: 0, at: at(1))
        #expect(planner.budgetStatus(at: at(1)).pause == nil)
        #expect(planner.flights.count == 8)
    }

    @Test func offlineOneProbeAtATimeIsSentMoreAndMoreSeldom() throws {
        var planner = outage()
        var now = at(1)
        var waits: [Double] = []
        for _ in 0..<8 {
            #expect(planner.flights.isEmpty)
            let next = planner.nextWake ?? now
            waits.append(now.duration(to: next).seconds)
            now = next
            let actions = planner.tick(at: now)
            #expect(actions.count == 1)
            #expect(planner.nextWake == nil)
            #expect(planner.failed(try actions.asking(), lost, requests: 0, at: now).isEmpty)
        }
        #expect(waits[0] <= 2 && waits[7] >= 15 && waits[7] <= 30)
    }

    @Test func oneAnswerEndsTheOutageForAll() throws {
        var planner = outage()
        #expect(planner.budgetStatus(at: at(1)).pause?.reason == .unreachable(lost))
        let now = planner.nextWake ?? at(1)
        let probe = planner.tick(at: now)
        let actions = planner.answered(try probe.asking(), requests: 1, at: now)
        #expect(actions.count == 8)
        #expect(planner.budgetStatus(at: now).pause == nil)
    }

    @Test func anErrorOfTheServerEndsAnOutageToo() throws {
        var planner = outage()
        let now = planner.nextWake ?? at(1)
        let probe = planner.tick(at: now)
        #expect(planner.failed(try probe.asking(), broken, requests: 1, at: now).count == 8)
    }

    @Test func theFirstRequestOfAllThatIsLostIsAnOutage() throws {
        var planner = Planner()
        let actions = planner.setInterest([.projects: .focused, services("a"): .background], at: at(0))
        #expect(planner.failed(try actions.asking(), lost, requests: 0, at: at(0)).isEmpty)
        #expect(planner.budgetStatus(at: at(0)).pause?.reason == .unreachable(lost))
        #expect((planner.nextWake ?? at(9)) <= at(2))
    }

    @Test func theUserCanTryAtOnce() {
        var planner = outage()
        #expect(planner.refreshNow([services("p77")], at: at(1.1)).asked == [services("p77")])
    }

    @Test func aProbeNobodyWantsAnyMoreMakesRoomForAnother() throws {
        var planner = outage()
        let now = planner.nextWake ?? at(1)
        let probe = planner.tick(at: now)
        let actions = planner.setInterest([services("new"): .focused], at: now)
        #expect(actions.first == .cancel(try #require(probe.asked.first), try probe.asking()))
        #expect(actions.asked == [services("new")])
    }
}
