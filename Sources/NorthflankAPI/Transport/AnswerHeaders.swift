internal import NIOHTTP1
internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension HTTPHeaders {
    /// Nil unless all three headers are there and are numbers.
    var rateLimit: RateLimit? {
        guard let limit = count("x-ratelimit-limit"), let remaining = count("x-ratelimit-remaining"),
            let reset = count("x-ratelimit-reset")
        else { return nil }
        return RateLimit(limit: limit, remaining: remaining, resetIn: .seconds(reset))
    }

    /// How long a 429 asks to wait.
    var retryAfter: Duration? {
        (count("x-ratelimit-reset") ?? count("retry-after")).map { .seconds($0) }
    }

    /// The server's clock: `Tue, 24 Nov 2026 03:44:36 GMT`.
    var date: Date? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard let parts = first(name: "date")?.split(separator: " "), parts.count == 6,
            let month = months.firstIndex(where: { parts[2] == $0 })
        else { return nil }
        return LooseTime.parse("\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
    }

    /// A number that isn't negative, and no larger than anybody's limit.
    private func count(_ name: String) -> Int? {
        guard let text = first(name: name), let value = Double(text), value.isFinite else { return nil }
        return value < 0 ? 0 : value > 1_000_000_000 ? 1_000_000_000 : Int(value.rounded(.up))
    }
}
