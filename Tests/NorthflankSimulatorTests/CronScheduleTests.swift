import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct CronScheduleTests {
    /// Tuesday, 24 November 2026, 03:32:56.
    private let tuesday = Date(timeIntervalSince1970: 1_795_491_176)

    @Test(arguments: [
        ("* * * * *", "2026-11-24 03:33"),
        ("*/5 * * * *", "2026-11-24 03:35"),
        ("32 3 * * *", "2026-11-25 03:32"),
        ("0 3 * * *", "2026-11-25 03:00"),
        ("0 */6 * * *", "2026-11-24 06:00"),
        ("10-20/5,50 * * * *", "2026-11-24 03:50"),
        ("7/20 * * * *", "2026-11-24 03:47"),
        ("0 7 * * 1-5", "2026-11-24 07:00"),
        ("0 4 * * 0", "2026-11-29 04:00"),
        ("0 4 * * 7", "2026-11-29 04:00"),
        ("0 5 1 * *", "2026-12-01 05:00"),
        ("0 0 29 2 *", "2028-02-29 00:00"),
        ("59 23 31 12 *", "2026-12-31 23:59"),
    ])
    func theNextMinuteThatFits(schedule: String, expected: String) throws {
        let next = try #require(CronSchedule(schedule)?.next(after: tuesday))
        #expect(CivilTime(next).toTheMinute == expected)
        #expect(CivilTime(next).second == 0)
    }

    @Test func whereBothDaysAreRestrictedEitherIsEnough() throws {
        let schedule = try #require(CronSchedule("0 0 1 * 5"))
        let friday = try #require(schedule.next(after: tuesday))
        #expect(CivilTime(friday).toTheMinute == "2026-11-27 00:00")
        let first = try #require(schedule.next(after: friday))
        #expect(CivilTime(first).toTheMinute == "2026-12-01 00:00")
    }

    @Test func aMinuteThatFitsIsNotItsOwnNext() throws {
        let schedule = try #require(CronSchedule("*/5 * * * *"))
        let fitting = try #require(schedule.next(after: tuesday))
        #expect(schedule.next(after: fitting) == fitting + 300)
    }

    @Test func aDayThatNeverComesHasNoNext() {
        #expect(CronSchedule("0 0 30 2 *")?.next(after: tuesday) == nil)
    }

    @Test func theLastMinutesBeforeComeOldestFirst() throws {
        let schedule = try #require(CronSchedule("0 */6 * * *"))
        let last = schedule.last(3, before: tuesday).map { CivilTime($0).toTheMinute }
        #expect(last == ["2026-11-23 12:00", "2026-11-23 18:00", "2026-11-24 00:00"])
    }

    @Test(arguments: [
        "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *",
        "5-1 * * * *", "a * * * *", "1,,2 * * * *", "1-2-3 * * * *", "*/2/2 * * * *",
    ])
    func whatIsNoScheduleIsRefused(text: String) {
        #expect(CronSchedule(text) == nil)
    }
}

@Suite struct CivilTimeTests {
    @Test(arguments: [0, 951_782_399.5, 951_782_400, 1_709_164_800, 1_795_491_176.175, 4_102_444_799.999, -86_400])
    func everyMomentReadsBackAsItself(seconds: Double) throws {
        let date = Date(timeIntervalSince1970: seconds)
        let read = try #require(LooseTime.parse(CivilTime(date).iso))
        #expect(abs(read.timeIntervalSince(date)) < 0.0005)
    }

    @Test func theContractsExampleIsWrittenAsTheContractHasIt() {
        let date = Date(timeIntervalSince1970: 1_611_141_593.175)
        #expect(CivilTime(date).iso == "2021-01-20T11:19:53.175Z")
        #expect(CivilTime(date).weekday == 3)
    }
}

@Suite struct EventQueueTests {
    private func job(_ number: Int) -> WorldEvent { .cron(JobReference(project: "p", job: .init("\(number)"))) }

    @Test func eventsComeInTheOrderOfTheirTimes() {
        var queue = EventQueue()
        var random = SplitMix64(seed: 7)
        for number in 0..<500 { queue.plan(job(number), at: Date(timeIntervalSince1970: random.fraction())) }
        var last = Date.distantPast
        var count = 0
        while let (due, _) = queue.next(by: .distantFuture) {
            #expect(due >= last)
            last = due
            count += 1
        }
        #expect(count == 500)
    }

    @Test func whatFallsOnTheSameMomentComesInTheOrderItWasPlanned() {
        var queue = EventQueue()
        let moment = Date(timeIntervalSince1970: 1)
        for number in 0..<50 { queue.plan(job(number), at: moment) }
        var events: [WorldEvent] = []
        while let (_, event) = queue.next(by: moment) { events.append(event) }
        #expect(events == (0..<50).map(job))
    }

    @Test func whatIsNotDueStays() {
        var queue = EventQueue()
        queue.plan(.push, at: Date(timeIntervalSince1970: 10))
        let early = queue.next(by: Date(timeIntervalSince1970: 9.9))
        #expect(early == nil)
        let due = queue.next(by: Date(timeIntervalSince1970: 10))
        #expect(due?.event == .push)
        #expect(queue.count == 0)
    }
}
