import Northflank
import Testing

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
        ("@hourly", "2026-11-24 04:00"),
        ("@daily", "2026-11-25 00:00"),
        ("@weekly", "2026-11-29 00:00"),
        ("@monthly", "2026-12-01 00:00"),
        ("@yearly", "2027-01-01 00:00"),
        ("@annually", "2027-01-01 00:00"),
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

    @Test(arguments: [
        "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *",
        "5-1 * * * *", "a * * * *", "1,,2 * * * *", "1-2-3 * * * *", "*/2/2 * * * *",
        "@reboot",
    ])
    func whatIsNoScheduleIsRefused(text: String) {
        #expect(CronSchedule(text) == nil)
    }
}
