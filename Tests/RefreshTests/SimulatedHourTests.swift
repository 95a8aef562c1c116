import Northflank
import Testing

@testable import Refresh

/// Properties over accounts of all sizes, for an hour and more of their time.
struct SimulatedHourTests {
    private func random(_ generator: inout SplitMix) -> [Feed: Attention] {
        SimulatedAccount.interest(
            projects: [1, 5, 40, 300].randomElement(using: &generator) ?? 1,
            builds: Int.random(in: 0...12, using: &generator)
        )
    }

    @Test(arguments: 0..<8)
    func aloneNothingIsEverSentFromTheReserve(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var account = SimulatedAccount(
            limit: [40, 100, 1_000].randomElement(using: &generator) ?? 1, seed: seed)
        account.watch(random(&generator), at: 0)
        for _ in 0..<10 {
            account.watch(random(&generator), at: Double.random(in: 0...7_000, using: &generator))
        }
        account.run(until: 7_200)
        #expect(account.refusals == 0)
        #expect(account.requests.allSatisfy { $0.remaining > account.reserve })
        #expect(account.requests.count > account.limit / 4)
    }

    @Test(arguments: 0..<8)
    func listsThatTurnOutLongTakeNoMoreFromTheReserveThanWasUnderWay(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var account = SimulatedAccount(seed: seed)
        let interest = random(&generator)
        for feed in interest.keys.sorted(by: { $0.precedes($1) }) where feed.kind == .services {
            account.pages[feed] = Int.random(in: 1...30, using: &generator)
        }
        account.watch(interest, at: 0)
        account.run(until: 7_200)
        #expect(account.refusals == 0)
        #expect(account.requests.allSatisfy { $0.remaining > account.reserve - 2 * 8 })
        #expect(account.requests.allSatisfy { !$0.isFirstPage || $0.remaining > account.reserve - 8 })
    }

    @Test(arguments: 0..<8)
    func whoeverElseSpendsWeAreNotRefusedAndStopAtTheReserve(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var account = SimulatedAccount(seed: seed)
        account.watch(random(&generator), at: 0)
        for _ in 0..<3 {
            let pause = Double.random(in: 5...120, using: &generator)
            var time = Double.random(in: 0...60, using: &generator)
            while time < 10_800 {
                account.othersSend(Int.random(in: 1...8, using: &generator), at: time)
                time += Double.random(in: 0...2 * pause, using: &generator)
            }
        }
        account.run(until: 10_800)
        #expect(account.askedAtReserve == 0)
        #expect(account.refusals <= 3, "at most the one request that finds a new window already eaten up")
    }

    @Test(arguments: [40, 300, 1_500])
    func whatMayBeSpentIsSpentEvenly(projects: Int) {
        var account = SimulatedAccount(seed: 11)
        account.watch(SimulatedAccount.interest(projects: projects, builds: 8), at: 0)
        account.run(until: 3_599)
        #expect(account.requests.count >= 930)
        let quarters = (0..<4).map { quarter in
            account.requests.count { $0.time >= 600 + Double(quarter) * 750 && $0.time < 1_350 + Double(quarter) * 750 }
        }
        #expect((quarters.max() ?? 0) < 2 * (quarters.min() ?? 0), "\(quarters)")
    }

    @Test func aSmallAccountIsOnTheScreenInASecond() {
        var account = SimulatedAccount(seed: 5)
        let interest = SimulatedAccount.interest(projects: 5, builds: 6)
        account.watch([.projects: .focused], at: 0)
        account.watch(interest, at: 0.4)
        account.run(until: 2)
        #expect(interest.keys.allSatisfy { account.answers[$0]?.count ?? 0 >= 1 })
    }

    @Test func aLargeAccountStartsWithAThirdOfTheBudgetAndNoMore() {
        var account = SimulatedAccount(seed: 5)
        account.watch(SimulatedAccount.interest(projects: 1_500, builds: 10), at: 0)
        account.run(until: 60)
        #expect((200...310).contains(account.requests.count))
    }

    @Test(arguments: [1, 5, 40, 150])
    func focusedIsFreshestAndNobodyStarves(projects: Int) {
        var account = SimulatedAccount(seed: 3)
        let interest = SimulatedAccount.interest(projects: projects, builds: 8)
        account.watch(interest, at: 0)
        account.run(until: 10_700)
        var gaps: [Attention: Double] = [:]
        for (feed, attention) in interest {
            let gap = account.longestGap(feed, from: 1_800, to: 10_700)
            gaps[attention] = max(gaps[attention] ?? 0, gap)
            let interval = account.planner.interval(of: feed)?.seconds ?? 0
            #expect(gap < max(4 * interval, 4_000), "\(feed) \(attention)")
        }
        #expect((gaps[.focused] ?? 0) < (gaps[.visible] ?? 0))
        #expect((gaps[.active] ?? 0) < (gaps[.visible] ?? 0))
        #expect((gaps[.visible] ?? 0) < (gaps[.background] ?? .infinity))
    }

    @Test(arguments: [20, 60, 200])
    func stalenessIsNearTheBoundThatNoPlanBeats(projects: Int) {
        var account = SimulatedAccount(seed: 9)
        let interest = SimulatedAccount.interest(projects: projects, builds: 8)
        for number in stride(from: 0, to: projects, by: 3) { account.pages[services("p\(number)")] = 4 }
        account.watch(interest, at: 0)
        // The second and third hour: the first begins with a sweep.
        account.run(until: 10_800)
        let sent = account.requests.count { $0.time >= 3_600 }
        let measured = account.staleness(interest, from: 3_600, to: 10_800)
        let bound = account.bound(interest, rate: Double(sent) / 7_200)
        #expect(measured < 1.1 * bound, "\(measured / bound) of the bound, \(sent) requests")
    }

    @Test(arguments: 0..<5)
    func everyThirdAnswerLostOrBrokenDelaysButStopsNothing(seed: UInt64) {
        var account = SimulatedAccount(seed: seed)
        account.faults = 18
        let interest = SimulatedAccount.interest(projects: 5, builds: 6)
        account.watch(interest, at: 0)
        account.run(until: 60)
        #expect(interest.keys.allSatisfy { account.answers[$0]?.count ?? 0 >= 1 })
        account.run(until: 7_200)
        #expect(account.stalls == 0)
        #expect(account.requests.allSatisfy { $0.remaining > account.reserve })
    }

    @Test func anOutageCostsFewRequestsAndEndsByItself() {
        var account = SimulatedAccount(seed: 4)
        account.outage = 100..<1_900
        let interest = SimulatedAccount.interest(projects: 170, builds: 6)
        account.watch(interest, at: 0)
        account.run(until: 1_940)
        let probes = account.requests.filter { $0.time > 110 && $0.time < 1_890 }
        #expect((50...130).contains(probes.count), "one every quarter to half a minute")
        #expect(account.answers[builds("s0")]?.contains { $0 > 1_900 } ?? false)
        #expect(account.stalls == 0)
    }

    @Test func wakesAreFewerThanRequestsThreeTimesOver() {
        var account = SimulatedAccount(seed: 2)
        account.watch(SimulatedAccount.interest(projects: 100, builds: 8), at: 0)
        let wakes = account.run(until: 3_600)
        #expect(wakes < 3 * account.requests.count)
    }

    @Test func tenThousandFeedsArePlannedInMilliseconds() {
        var account = SimulatedAccount(seed: 2)
        let interest = SimulatedAccount.interest(projects: 3_333, builds: 5)
        account.watch(interest, at: 0)
        account.run(until: 30)
        var planner = account.planner
        var changed = interest
        changed[builds("s4")] = .focused
        let spent = ContinuousClock().measure { _ = planner.setInterest(changed, at: at(31)) }
        #expect(spent < .milliseconds(500), "without optimisation, on a busy machine: \(spent)")
        let tick = ContinuousClock().measure { _ = planner.tick(at: at(40)) }
        #expect(tick < .milliseconds(50), "\(tick)")
    }
}
