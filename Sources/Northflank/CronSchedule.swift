#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// When a cron job runs: cron's five fields, which are minute, hour, day of month, month, day of week (0 and 7 are
/// Sunday), or one of the words that the contract knows, such as `@daily`. Each field is `*`, numbers, ranges and lists
/// of them, with `/step`. The contract names no time zone: it is read as UTC.
public struct CronSchedule: Hashable, Sendable {
    /// As it was written.
    public let text: String
    // One bit for each value that fits.
    private let minutes: UInt64
    private let hours: UInt64
    private let days: UInt64
    private let months: UInt64
    private let weekdays: UInt64
    /// Where both days are restricted either of them is enough (crontab(5)).
    private let eitherDay: Bool

    /// The words of the contract, as crontab(5) spells them out.
    private static let words = [
        "@annually": "0 0 1 1 *", "@yearly": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@hourly": "0 * * * *",
    ]

    /// Nil where the text isn't a schedule.
    public init?(_ text: String) {
        let fields = (Self.words[text] ?? text).split(separator: " ")
        guard fields.count == 5,
            let minutes = Self.bits(fields[0], 0...59), let hours = Self.bits(fields[1], 0...23),
            let days = Self.bits(fields[2], 1...31), let months = Self.bits(fields[3], 1...12),
            let weekdays = Self.bits(fields[4], 0...7)
        else { return nil }
        self.text = text
        self.minutes = minutes
        self.hours = hours
        self.days = days
        self.months = months
        self.weekdays = weekdays | (weekdays >> 7 & 1)
        eitherDay = !fields[2].hasPrefix("*") && !fields[4].hasPrefix("*")
    }

    /// The first minute that fits and is later than `date`; nil where none comes within five years (30 February).
    public func next(after date: Date) -> Date? {
        var minute = CivilTime.floored(Int(date.timeIntervalSince1970.rounded(.down)), 60) + 1
        let horizon = minute + 5 * 366 * 1440
        while minute < horizon {
            let dayNumber = CivilTime.floored(minute, 1440)
            let ofDay = minute - dayNumber * 1440
            if !fits(day: dayNumber) {
                minute = (dayNumber + 1) * 1440
            } else if hours >> UInt64(ofDay / 60) & 1 == 0 {
                minute += 60 - ofDay % 60
            } else if minutes >> UInt64(ofDay % 60) & 1 == 0 {
                minute += 1
            } else {
                return Date(timeIntervalSince1970: Double(minute) * 60)
            }
        }
        return nil
    }

    /// The minutes, hours and days of the week (0 is Sunday) that fit.
    public var fitting: (minutes: [Int], hours: [Int], weekdays: [Int]) {
        let numbers = { (bits: UInt64, count: Int) in (0..<count).filter { bits >> UInt64($0) & 1 == 1 } }
        return (numbers(minutes, 60), numbers(hours, 24), numbers(weekdays, 7))
    }

    private func fits(day number: Int) -> Bool {
        let calendar = CivilTime.calendarDay(number)
        guard months >> UInt64(calendar.month) & 1 == 1 else { return false }
        let ofMonth = days >> UInt64(calendar.day) & 1 == 1
        let ofWeek = weekdays >> UInt64(((number + 4) % 7 + 7) % 7) & 1 == 1
        return eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek
    }

    private static func bits(_ field: Substring, _ allowed: ClosedRange<Int>) -> UInt64? {
        var bits: UInt64 = 0
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
            guard pieces.count <= 2, let range = range(pieces[0], allowed, open: pieces.count == 2) else { return nil }
            let step = pieces.count == 2 ? Int(pieces[1]) : 1
            guard let step, step > 0 else { return nil }
            for value in stride(from: range.lowerBound, through: range.upperBound, by: step) {
                bits |= 1 << UInt64(value)
            }
        }
        return bits
    }

    /// `5/15` means from 5 on, so a single number is `open` to the end where a step follows it.
    private static func range(_ text: Substring, _ allowed: ClosedRange<Int>, open: Bool) -> ClosedRange<Int>? {
        if text == "*" { return allowed }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count <= 2, let first = ends[0], allowed.contains(first) else { return nil }
        guard ends.count == 2 else { return first...(open ? allowed.upperBound : first) }
        guard let last = ends[1], last >= first, allowed.contains(last) else { return nil }
        return first...last
    }
}
