import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// How time shows on the screen.

extension State {
    /// In seconds: how far apart the moments are at which ages change.
    public static let clockStep: Double = 10
    /// In seconds: an answer that is here sooner isn't worth a spinner, which would only flicker.
    private static let shortestWait = 0.5

    /// What ages are counted to. It moves in steps, and so all ages at once: a screen full of them that count by the
    /// second would keep a slow link busy, and a key press would have to send them along.
    var clock: Date { Date(timeIntervalSince1970: Self.step(now, by: Self.clockStep) * Self.clockStep) }

    private static func step(_ date: Date, by step: Double) -> Double {
        (date.timeIntervalSince1970 / step).rounded(.down)
    }

    /// When to look again though nothing happens: the picture changes by itself, or a selection has come to rest.
    public var nextRedraw: Date {
        guard let rest = selectionMovedAt?.addingTimeInterval(Self.restingTime) else { return nextChange }
        return min(nextChange, rest)
    }

    /// When the picture next changes by itself: an age, a second that counts, a spinner's quarter, a toast's end, an
    /// answer that is late.
    var nextChange: Date {
        let step = isSpinning ? 0.25 : isCounting ? 1 : Self.clockStep
        let tick = Date(timeIntervalSince1970: (Self.step(now, by: step) + 1) * step)
        let late = account.asked.values.map { $0.addingTimeInterval(Self.shortestWait) }.filter { $0 > now }.min()
        return [toasts.map(\.until).min(), late].compactMap(\.self).reduce(tick, min)
    }

    /// Whether each second counts, or what is asked is decided by the second.
    private var isCounting: Bool {
        if case .lost = connection { return true }
        if case .budget = page { return true }
        return log != nil
    }

    /// Whether a spinner is in sight.
    var isSpinning: Bool {
        guard layout.form != .tooSmall else { return false }
        return !actions.isEmpty || log?.asking.isReading == true || document?.isReading == true
            || page == nil && layout.panes.keys.contains { awaits(anyOf: $0.content.feeds(self)) }
    }

    var spinner: String {
        let frames = appearance.symbols.spinner
        return frames[Int(now.timeIntervalSince1970 * 4) % frames.count]
    }

    /// Whether the answer is late.
    func isAwaited(_ feed: Feed) -> Bool {
        account.asked[feed].map { now.timeIntervalSince($0) >= Self.shortestWait } ?? false
    }

    /// Whether an answer has come to be late since a time.
    func isAnswerLate(since time: Date) -> Bool {
        account.asked.values.contains { asked in
            let late = asked.addingTimeInterval(Self.shortestWait)
            return time < late && late <= now
        }
    }

    /// Of a pane there may be thousands: they are gathered only while something is asked at all.
    func awaits(anyOf feeds: @autoclosure () -> some Sequence<Feed>) -> Bool {
        !account.asked.isEmpty && feeds().contains(where: isAwaited)
    }
}
