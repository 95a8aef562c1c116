import Northflank
import Testing

@testable import Refresh

struct PlannerOpeningTests {
    @Test func theFirstRequestGoesAloneUntilItsHeadersTell() {
        var planner = Planner()
        let first = planner.setInterest([.projects: .focused, services("a"): .visible], at: at(0))
        #expect(first.asked == [.projects])
        #expect(planner.nextWake == nil, "only its answer can change anything")
        let next = planner.rateLimit(limit(999), at: at(0.2))
        #expect(next.asked == [services("a")])
    }

    @Test func withoutAnyHeadersRequestsGoOneByOneAtThePaceOfAThousandAnHour() throws {
        var planner = Planner()
        var actions = planner.setInterest(
            [.projects: .focused, services("a"): .visible, services("b"): .visible], at: at(0))
        var times: [Double] = []
        var now = at(0)
        for _ in 0..<3 {
            times.append(dawn.duration(to: now).seconds)
            actions = planner.answered(try actions.asking(), requests: 1, at: now)
            #expect(actions.isEmpty)
            now = planner.nextWake ?? now
            actions = planner.tick(at: now)
            #expect(actions.count == 1)
        }
        #expect(abs(times[1] - 4) < 0.01 && abs(times[2] - 8) < 0.01)
    }

    @Test func fiveProjectsAreAskedAtOnceAndTheListsWithStatesFirst() {
        var planner = Planner.warm()
        let projects = ["a", "b", "c", "d", "e"]
        var interest: [Feed: Attention] = [.projects: .focused]
        for project in projects {
            interest[services(project)] = .background
            interest[jobs(project)] = .background
            interest[.addons(Project.ID(project))] = .background
        }
        interest[services("c")] = .focused
        var asked: [Feed] = []
        var actions = planner.setInterest(interest, at: at(0.1))
        while !actions.isEmpty {
            #expect(planner.flights.count <= 8)
            asked += actions.asked
            actions = actions.flatMap { planner.answered($0.asking, requests: 1, at: at(0.2)) }
        }
        #expect(asked.count == 15, "no waiting, and nothing twice")
        #expect(asked.prefix(5) == [services("c"), services("a"), services("b"), services("d"), services("e")])
        #expect(asked.suffix(5) == projects.map(jobs))
    }

    @Test func thePlanDoesNotDependOnTheOrderOfAHashTable() {
        let feeds = (0..<50).map { builds("service-\($0)") }
        let orders = (0..<5).map { seed in
            var generator = SplitMix(seed: UInt64(seed))
            var planner = Planner.warm()
            var interest: [Feed: Attention] = [:]
            for feed in feeds.shuffled(using: &generator) { interest[feed] = .visible }
            return planner.setInterest(interest, at: at(1)).asked
        }
        #expect(orders.allSatisfy { $0 == orders[0] })
    }

    @Test func withNothingToDoNoTimerRuns() {
        var planner = Planner.warm()
        _ = planner.setInterest([:], at: at(1))
        #expect(planner.nextWake == nil)
        #expect(planner.tick(at: at(5_000)).isEmpty)
    }
}

struct PlannerTurnTests {
    @Test func whatComesIntoViewUnknownIsAskedAtOnceThoughTheBackgroundHasABacklog() {
        var planner = Planner.warm(limit(700))
        var interest: [Feed: Attention] = [:]
        for number in 0..<2_000 { interest[services("p\(number)")] = .background }
        var actions = planner.setInterest(interest, at: at(1))
        while !actions.isEmpty {
            actions = actions.flatMap { planner.answered($0.asking, requests: 1, at: at(2)) }
        }
        interest[builds("web")] = .focused
        interest[builds("api")] = .visible
        #expect(planner.setInterest(interest, at: at(2)).asked == [builds("web"), builds("api")])
    }

    @Test func aFeedThatComesBackSoonKeepsItsAge() throws {
        var planner = Planner.warm()
        let first = planner.setInterest([builds("web"): .focused], at: at(1))
        _ = planner.answered(try first.asking(), requests: 1, at: at(1))
        _ = planner.setInterest([:], at: at(2))
        #expect(planner.setInterest([builds("web"): .focused], at: at(2.5)).isEmpty)
        #expect(try #require(planner.nextWake) >= at(3), "two seconds after its answer: the least for what is focused")
    }

    @Test func nothingIsAskedTwiceAtOnce() {
        var planner = Planner.warm()
        _ = planner.setInterest([builds("web"): .focused], at: at(1))
        #expect(planner.refreshNow([builds("web")], at: at(1)).isEmpty)
        #expect(planner.setInterest([builds("web"): .active], at: at(500)).isEmpty)
        #expect(planner.tick(at: at(1_000)).isEmpty)
    }

    @Test func atMostEightAreUnderWay() throws {
        var planner = Planner.warm()
        var interest: [Feed: Attention] = [:]
        for number in 0..<50 { interest[builds("s\(number)")] = .visible }
        let actions = planner.setInterest(interest, at: at(1))
        #expect(actions.count == 8)
        #expect(planner.answered(try actions.asking(3), requests: 1, at: at(2)).count == 1)
    }

    @Test func whatIsOldestByItsIntervalGoesFirst() {
        var planner = Planner.warm()
        let feeds = [builds("a"), builds("b"), builds("c"), builds("d")]
        let attentions: [Attention] = [.background, .background, .background, .focused]
        let actions = planner.setInterest(Dictionary(uniqueKeysWithValues: zip(feeds, attentions)), at: at(1))
        let askings = Dictionary(uniqueKeysWithValues: actions.map { ($0.asked, $0.asking) })
        for (index, feed) in [builds("b"), builds("d"), builds("c"), builds("a")].enumerated() {
            if let asking = askings[feed] { _ = planner.answered(asking, requests: 1, at: at(2 + Double(index) / 10)) }
        }
        var asked: [Feed] = []
        var now = at(3_000)
        for _ in 0..<4 {
            asked += planner.tick(at: now).asked
            now = planner.nextWake ?? now
        }
        #expect(asked.first == builds("d"))
        #expect(Array(asked.dropFirst()) == [builds("b"), builds("c"), builds("a")])
    }

    @Test func theUsersWishGoesFirstWhateverTheInterval() {
        var planner = Planner.warm()
        let first = planner.setInterest([builds("web"): .focused, jobs("shop"): .background], at: at(1))
        for action in first { _ = planner.answered(action.asking, requests: 1, at: at(1)) }
        #expect(planner.refreshNow([jobs("shop")], at: at(1.1)).asked == [jobs("shop")])
    }

    @Test func theUsersWishDoesNotTouchTheReserve() throws {
        var planner = Planner.warm(limit(51))
        _ = planner.setInterest([builds("web"): .focused], at: at(1))
        let first = planner.refreshNow([builds("web")], at: at(1))
        _ = planner.rateLimit(limit(50, resetIn: 3_599), at: at(1))
        _ = planner.answered(try first.asking(), requests: 1, at: at(1))
        #expect(planner.refreshNow([builds("web")], at: at(2)).isEmpty)
        #expect(planner.budgetStatus(at: at(2)).pause == .init(reason: .reserve, until: at(3_601)))
        #expect(planner.nextWake == at(3_601))
        #expect(planner.tick(at: at(3_601)).asked == [builds("web")])
    }

    @Test func aWishForWhatNobodyWantsIsIgnored() {
        var planner = Planner.warm()
        #expect(planner.refreshNow([builds("web")], at: at(1)).isEmpty)
    }

    @Test func refreshingAllCostsThePagesOfEach() throws {
        var planner = Planner.warm()
        let interest: [Feed: Attention] = [services("a"): .focused, services("b"): .visible, .projects: .visible]
        let first = planner.setInterest(interest, at: at(1))
        _ = planner.answered(try first.asking(), requests: 7, at: at(2))
        #expect(planner.costOfRefreshingAll(interest) == 9)
    }
}

struct PlannerLateAnswerTests {
    @Test func whatIsNoLongerWantedIsCancelledAndItsLateAnswerDropped() throws {
        var planner = Planner.warm()
        let asking = try planner.setInterest([services("a"): .focused], at: at(1)).asking()
        let actions = planner.setInterest([services("b"): .focused], at: at(2))
        #expect(actions.first == .cancel(services("a"), asking))
        #expect(actions.asked == [services("b")])
        #expect(!planner.expects(asking))
        let after = planner.status(at: at(3))
        _ = planner.answered(asking, requests: 1, at: at(3))
        #expect(planner.status(at: at(3)) == after)
    }

    @Test func theAnswerToAnEarlierAskingIsNotTakenForTheLater() throws {
        var planner = Planner.warm()
        let first = try planner.setInterest([services("a"): .focused], at: at(1)).asking()
        _ = planner.setInterest([:], at: at(2))
        let second = try planner.setInterest([services("a"): .focused], at: at(3)).asking()
        _ = planner.failed(first, broken, requests: 1, at: at(4))
        #expect(planner.status(of: services("a"))?.failure == nil)
        #expect(planner.expects(second))
    }

    @Test func aCancelledAskingCountsAsSpentUntilHeadersTell() {
        var planner = Planner.warm(limit(500))
        _ = planner.setInterest([services("a"): .focused], at: at(1))
        _ = planner.setInterest([:], at: at(2))
        #expect(planner.budgetStatus(at: at(2)).remaining == 499)
    }
}

struct PlannerBudgetTests {
    @Test func theUsersOwnActionsCountBeforeTheirHeadersCome() {
        var planner = Planner.warm(limit(500))
        _ = planner.ownRequests(3, at: at(1))
        #expect(planner.budgetStatus(at: at(1)).remaining == 497)
    }

    @Test func aListOfManyPagesIsAskedLessOften() {
        var planner = Planner.warm()
        var interest: [Feed: Attention] = [:]
        for number in 0..<80 { interest[services("p\(number)")] = .background }
        interest[services("small")] = .visible
        interest[services("large")] = .visible
        let first = planner.setInterest(interest, at: at(1))
        for action in first {
            _ = planner.answered(action.asking, requests: action.asked == services("large") ? 9 : 1, at: at(2))
        }
        let (small, large) = (planner.interval(of: services("small")), planner.interval(of: services("large")))
        let ratio = (large ?? .zero) / (small ?? .zero)
        #expect(abs(ratio - 3) < 0.01)
    }

    @Test func whenOthersSpendTheIntervalsGrowWithThatOneAnswer() {
        var planner = Planner.warm(limit(950))
        var interest: [Feed: Attention] = [:]
        for number in 0..<5 { interest[services("p\(number)")] = .visible }
        for number in 0..<300 { interest[jobs("p\(number)")] = .background }
        _ = planner.setInterest(interest, at: at(1))
        let before = planner.interval(of: services("p0")) ?? .zero
        _ = planner.rateLimit(limit(350), at: at(2))
        #expect((planner.interval(of: services("p0")) ?? .zero) / before > 2.5)
    }

    @Test func anAnswerThatIsPaidForIsKeptThoughItsHeadersTellOfTheReserve() throws {
        var planner = Planner()
        let first = planner.setInterest([.projects: .focused], at: at(0))
        #expect(planner.rateLimit(limit(39), at: at(1)).isEmpty)
        #expect(planner.expects(try first.asking()))
    }

    @Test func morePagesThanExpectedAreNotFetchedFromTheReserve() throws {
        var planner = Planner.warm(limit(60))
        let first = planner.setInterest([services("huge"): .focused], at: at(10))
        #expect(first.asked == [services("huge")])
        for page in 1...9 {
            #expect(planner.rateLimit(limit(60 - page, resetIn: 3_590), at: at(10 + Double(page))).isEmpty)
        }
        #expect(planner.rateLimit(limit(50, resetIn: 3_580), at: at(20)).isEmpty)
        #expect(planner.rateLimit(limit(49, resetIn: 3_579), at: at(21)).isEmpty, "it may be the last page")
        let actions = planner.rateLimit(limit(48, resetIn: 3_578), at: at(22))
        #expect(actions == [.cancel(services("huge"), try first.asking())])
        #expect(planner.nextWake == at(3_601))
    }

    @Test func aRefusalWaitsForTheResetAndGoesOnWithOne() throws {
        var planner = Planner.warm()
        var interest: [Feed: Attention] = [:]
        for number in 0..<5 { interest[services("p\(number)")] = .visible }
        var actions = planner.setInterest(interest, at: at(1))
        for action in actions {
            _ = planner.rateLimit(limit(0, resetIn: 900), at: at(2))
            _ = planner.failed(action.asking, refused(after: 900), requests: 1, at: at(2))
        }
        #expect(planner.budgetStatus(at: at(3)).pause == .init(reason: .refused, until: at(902)))
        #expect(planner.tick(at: at(901)).isEmpty)
        // Headers that came after the refusal tell of a window in whole seconds, with one of slack.
        var wake = at(901)
        repeat {
            wake = try #require(planner.nextWake)
            actions = planner.tick(at: wake)
        } while actions.isEmpty && wake < at(903)
        #expect((at(902)...at(903)).contains(wake))
        #expect(actions.count == 1)
        #expect(planner.rateLimit(limit(999), at: wake.advanced(by: .milliseconds(100))).count == 4)
    }
}
