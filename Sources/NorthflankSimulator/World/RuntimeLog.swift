import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One line that something printed.
struct LoggedLine: Sendable {
    let at: Date
    let container: String
    let text: String
    /// What it printed, where that is JSON rather than text.
    var json: JSON?
}

/// What the programs of the account print. Made from the container and the time alone, so nothing of it is kept, and
/// the same moment always reads the same.
enum RuntimeLog {
    /// Seconds from one line of a container to the next, about, where nothing else is said.
    static let usualPace = 6.0
    /// How far back is looked where nothing is said, and how many lines one container may have.
    private static let standardSpan = hour
    private static let limit = 5000

    /// Oldest first.
    /// - Parameter pace: Seconds from one line to the next, about.
    static func lines(
        of container: String, every pace: Double, since start: Date, from: Date?, until now: Date
    ) -> [LoggedLine] {
        let first = max(start, from ?? now - standardSpan, now - Double(limit) * pace)
        guard first < now else { return [] }
        let slots = Int((first.timeIntervalSince1970 / pace).rounded(.down))...Int(now.timeIntervalSince1970 / pace)
        return slots.compactMap { slot in
            var random = SplitMix64(seed: stableHash(container) ^ UInt64(truncatingIfNeeded: slot))
            let at = Date(timeIntervalSince1970: (Double(slot) + random.fraction()) * pace)
            return at >= first && at <= now ? line(of: container, at, &random) : nil
        }
    }

    private static func line(of container: String, _ at: Date, _ random: inout SplitMix64) -> LoggedLine {
        let path = random.pick(paths)
        let took = random.number(3...240)
        guard random.chance(0.25) else {
            let text = "\(random.pick(["GET", "GET", "GET", "POST"])) \(path) 200 \(took) ms"
            return LoggedLine(at: at, container: container, text: text)
        }
        let level = random.chance(0.1) ? "warn" : "info"
        return LoggedLine(
            at: at, container: container, text: "level: \(level), path: \(path), tookMs: \(took)",
            json: ["level": .string(level), "path": .string(path), "tookMs": .integer(took)])
    }

    private static let paths = ["/", "/health", "/api/items", "/api/orders", "/api/sessions", "/metrics", "/login"]

    /// What something with a beginning and an end prints: its steps, evenly, up to now.
    static func steps(
        _ steps: [String], of container: String, from start: Date, takes duration: TimeInterval, until now: Date
    ) -> [LoggedLine] {
        steps.enumerated().compactMap { index, text in
            let at = start + duration * Double(index) / Double(max(1, steps.count - 1))
            return at <= now ? LoggedLine(at: at, container: container, text: text) : nil
        }
    }
}
