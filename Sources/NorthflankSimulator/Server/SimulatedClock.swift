import Synchronization

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The time in a simulated account.
public final class SimulatedClock: Sendable {
    /// When the account's life began to be simulated.
    public let start: Date
    /// How many simulated seconds go by in a real one; nil where the clock only moves when told to.
    private let speed: Double?
    private let began = ContinuousClock.now
    private let advanced = Mutex(Duration.zero)

    private init(start: Date, speed: Double?) {
        self.start = start
        self.speed = speed
    }

    /// A clock that stands still until `Simulator.advance(by:)` moves it.
    public static func manual(_ start: Date = Date(timeIntervalSince1970: 1_790_000_000)) -> SimulatedClock {
        SimulatedClock(start: start, speed: nil)
    }

    /// A clock that runs by itself, from the present on.
    public static func running(speed: Double = 1) -> SimulatedClock { SimulatedClock(start: Date(), speed: speed) }

    /// The time of the simulated life.
    public var now: Date {
        let running = speed.map { (ContinuousClock.now - began).seconds * $0 } ?? 0
        return start + running + advanced.withLock { $0.seconds }
    }

    /// How long the account has been served by the client's own time, which speed doesn't touch: it is what the rate
    /// limit goes by.
    public var served: Duration { speed == nil ? advanced.withLock { $0 } : ContinuousClock.now - began }

    /// When a simulated moment was, by the client's own time. What happened since the start happened `speed` times as
    /// fast, so that a fast account's latest build is seconds old to its client too, never in the future.
    public func clientTime(of moment: Date) -> Date {
        guard let speed, moment > start else { return moment }
        return start + moment.timeIntervalSince(start) / speed
    }

    /// The simulated moment that was then by the client's own time: the inverse of `clientTime(of:)`.
    func moment(at clientTime: Date) -> Date {
        guard let speed, clientTime > start else { return clientTime }
        return start + clientTime.timeIntervalSince(start) * speed
    }

    func advance(by step: Duration) { advanced.withLock { $0 += step } }
}

extension Duration {
    /// As a floating point number.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
