import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CronSchedule {
    /// The last `count` minutes that fit and are not later than `date`, oldest first, within the last 31 days.
    func last(_ count: Int, before date: Date) -> [Date] {
        var found: [Date] = []
        for window in [hour, 6 * hour, day, 7 * day, 31 * day] {
            found = []
            var moment = date - window
            while let next = next(after: moment), next <= date {
                found.append(next)
                moment = next
            }
            if found.count >= count { break }
        }
        return found.suffix(count)
    }
}
