import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// From when to when a query asks, by the contract's `startTime`, `endTime` and `duration`. They are the client's own
/// time, which goes by more slowly than a fast account's.
struct TimeRange {
    /// Nil where nothing is said.
    let from: Date?
    let to: Date?

    init(_ call: Call, now: Date) throws(Refusal) {
        to = try Self.time(call, "endTime")
        var from = try Self.time(call, "startTime")
        if let text = call.query["duration"] {
            guard let seconds = Int(text), seconds > 0 else { throw .invalid("duration", "must be a whole number") }
            from = from ?? call.clock.moment(at: call.clock.clientTime(of: to ?? now) - Double(seconds))
        }
        self.from = from
    }

    private static func time(_ call: Call, _ name: String) throws(Refusal) -> Date? {
        guard let text = call.query[name] else { return nil }
        guard let date = LooseTime.parse(text) else { throw .invalid(name, "must be a time") }
        return call.clock.moment(at: date)
    }
}
