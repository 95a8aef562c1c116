import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which lines of a log are wanted, by the contract's parameters of a range query.
struct LineSelection {
    private let range: TimeRange
    private var limit = 500
    private var backward = true
    private var container: String?
    private var including: String?
    private var excluding: String?
    private var matching: Regex<AnyRegexOutput>?
    private var notMatching: Regex<AnyRegexOutput>?

    /// Nil where nothing is said.
    var from: Date? { range.from }

    init(_ call: Call, now: Date) throws(Refusal) {
        let query = call.query
        if let type = query["queryType"], type != "range" { throw .invalid("queryType", "must be range") }
        range = try TimeRange(call, now: now)
        if let text = query["lineLimit"] {
            guard let lines = Double(text), lines >= 1, lines <= 100_000 else {
                throw .invalid("lineLimit", "must be a number from 1")
            }
            limit = Int(lines)
        }
        if let text = query["direction"] {
            guard ["backward", "forward"].contains(text) else {
                throw .invalid("direction", "must be one of backward, forward")
            }
            backward = text == "backward"
        }
        let filters = ["textIncludes", "textNotIncludes", "regexIncludes", "regexNotIncludes"].filter {
            query[$0] != nil
        }
        if filters.count > 1 { throw .invalid(filters[1], "a log takes one filter at a time") }
        container = query["containerName"]
        including = query["textIncludes"]
        excluding = query["textNotIncludes"]
        matching = try Self.regex(query, "regexIncludes")
        notMatching = try Self.regex(query, "regexNotIncludes")
    }

    /// Of lines from old to new those that are wanted, always from old to new: `backward` says only which of them the
    /// limit keeps.
    func select(_ lines: [LoggedLine]) -> [LoggedLine] {
        let wanted = lines.filter { line in
            (range.from.map { line.at >= $0 } ?? true) && (range.to.map { line.at <= $0 } ?? true)
                && (container.map { line.container == $0 } ?? true)
                && (including.map { line.text.contains($0) } ?? true)
                && !(excluding.map { line.text.contains($0) } ?? false)
                && (matching.map { line.text.contains($0) } ?? true)
                && !(notMatching.map { line.text.contains($0) } ?? false)
        }
        return backward ? wanted.suffix(limit) : Array(wanted.prefix(limit))
    }

    private static func regex(
        _ query: [String: String], _ name: String
    ) throws(Refusal) -> Regex<AnyRegexOutput>? {
        guard let text = query[name] else { return nil }
        guard let regex = try? Regex(text) else { throw .invalid(name, "must be a regular expression") }
        return regex
    }
}
