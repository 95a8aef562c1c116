#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A moment as UTC's calendar and clock show it, by the proleptic Gregorian calendar (Howard Hinnant,
/// "chrono-compatible low-level date algorithms"). A `Calendar` would cost a hundred times as much in lists of
/// thousands.
public struct CivilTime: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int
    public let millisecond: Int
    /// 0 is Sunday.
    public let weekday: Int

    public init(_ date: Date) {
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

    /// Year, month and day by days since 1970 (`civil_from_days`).
    public static func calendarDay(_ days: Int) -> (year: Int, month: Int, day: Int) {
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

    /// Days since 1970 of a day of the calendar (`days_from_civil`); nil where the calendar has no such day.
    public static func days(year: Int, month: Int, day: Int) -> Int? {
        let shifted = month <= 2 ? year - 1 : year
        let era = floored(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        // The 31st of a shorter month comes out as a day of the next.
        return (1...12).contains(month) && calendarDay(days) == (year, month, day) ? days : nil
    }

    /// Division towards the past, for moments before 1970 too.
    public static func floored(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}

extension CivilTime {
    /// `2026-11-24`
    public var date: String { "\(pad(year, 4))-\(pad(month))-\(pad(day))" }
    /// `03:32:56`
    public var time: String { "\(pad(hour)):\(pad(minute)):\(pad(second))" }
    /// `.175`
    public var fraction: String { ".\(pad(millisecond, 3))" }
    /// `24.11.2026`
    public var dotted: String { "\(pad(day)).\(pad(month)).\(pad(year, 4))" }
    /// `2026-11-24T03:32:56.175Z`
    public var iso: String { "\(date)T\(time)\(fraction)Z" }
    /// `03:32`
    public var timeToTheMinute: String { "\(pad(hour)):\(pad(minute))" }
    /// `2026-11-24 03:32`
    public var toTheMinute: String { "\(date) \(timeToTheMinute)" }
    /// `20261124-033256`, for names
    public var compact: String {
        "\(pad(year, 4))\(pad(month))\(pad(day))-\(pad(hour))\(pad(minute))\(pad(second))"
    }

    private func pad(_ value: Int, _ width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
