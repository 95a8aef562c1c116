import Northflank
import Testing

@testable import NorthflankSimulator

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct ScheduleHistoryTests {
    /// Tuesday, 24 November 2026, 03:32:56.
    private let tuesday = Date(timeIntervalSince1970: 1_795_491_176)

    @Test func theLastMinutesBeforeComeOldestFirst() throws {
        let schedule = try #require(CronSchedule("0 */6 * * *"))
        let last = schedule.last(3, before: tuesday).map { CivilTime($0).toTheMinute }
        #expect(last == ["2026-11-23 12:00", "2026-11-23 18:00", "2026-11-24 00:00"])
    }
}
