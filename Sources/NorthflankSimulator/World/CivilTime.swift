#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

let minute = 60.0
let hour = 3600.0
let day = 86_400.0

/// A moment as UTC's calendar and clock show it. A `Calendar` would cost too much in lists of thousands.
struct CivilTime: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    var millisecond: Int
    /// 0 is Sunday.
    var weekday: Int

    init(_ date: Date) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let days = Self.floored(milliseconds, 86_400_000)
        let rest = milliseconds - days * 86_400_000
        (year, month, day) = Self.calendarDay(days)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
        weekday = ((days + 4) % 7 + 7) % 7
    }

    /// Year, month and day by days since 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms",
    /// civil_from_days).
    static func calendarDay(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floored(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    static func floored(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}

extension CivilTime {
    /// `2026-11-24`
    var date: String { "\(pad(year, 4))-\(pad(month))-\(pad(day))" }
    /// `03:32:56`
    var time: String { "\(pad(hour)):\(pad(minute)):\(pad(second))" }
    /// `.175`
    var fraction: String { ".\(pad(millisecond, 3))" }
    /// `24.11.2026`
    var dotted: String { "\(pad(day)).\(pad(month)).\(pad(year, 4))" }
    /// `2026-11-24T03:32:56.175Z`
    var iso: String { "\(date)T\(time)\(fraction)Z" }
    /// `2026-11-24 03:32`
    var toTheMinute: String { "\(date) \(pad(hour)):\(pad(minute))" }

    private func pad(_ value: Int, _ width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
