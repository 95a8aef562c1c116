#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Which lines of a log are wanted. Each asking is one request.
public struct LogQuery: Hashable, Sendable {
    /// A log takes one of them at a time.
    public enum Filter: Hashable, Sendable {
        case includes(String)
        case excludes(String)
        /// A regular expression.
        case matches(String)
        case doesNotMatch(String)
    }

    /// Which lines are kept where the limit is reached.
    public enum Kept: Hashable, Sendable {
        case newest
        case oldest
    }

    public var span: TimeSpan?
    public var limit: Int?
    public var kept: Kept
    public var filter: Filter?
    /// One container of many.
    public var container: String?

    public init(
        span: TimeSpan? = nil, limit: Int? = nil, kept: Kept = .newest, filter: Filter? = nil,
        container: String? = nil
    ) {
        self.span = span
        self.limit = limit
        self.kept = kept
        self.filter = filter
        self.container = container
    }

    /// Names and values of the request's query.
    public var parameters: [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = [("queryType", "range")]
        parameters += span?.parameters ?? []
        if let limit { parameters.append(("lineLimit", String(limit))) }
        parameters.append(("direction", kept == .newest ? "backward" : "forward"))
        switch filter {
        case .includes(let text): parameters.append(("textIncludes", text))
        case .excludes(let text): parameters.append(("textNotIncludes", text))
        case .matches(let regex): parameters.append(("regexIncludes", regex))
        case .doesNotMatch(let regex): parameters.append(("regexNotIncludes", regex))
        case nil: break
        }
        if let container { parameters.append(("containerName", container)) }
        return parameters
    }
}

/// From when to when.
public enum TimeSpan: Hashable, Sendable {
    case between(Date, Date)
    case since(Date)
    /// So many seconds up to now.
    case last(Int)

    var parameters: [(name: String, value: String)] {
        switch self {
        case .between(let start, let end): [("startTime", CivilTime(start).iso), ("endTime", CivilTime(end).iso)]
        case .since(let start): [("startTime", CivilTime(start).iso)]
        case .last(let seconds): [("duration", String(seconds))]
        }
    }
}

/// Which measurements are wanted, however many kinds in one request.
public struct MetricsQuery: Hashable, Sendable {
    /// Nothing said is the CPU.
    public var kinds: [Metric.Kind]
    /// Nil for the API's own 20 minutes.
    public var span: TimeSpan?
    public var container: String?

    public init(_ kinds: [Metric.Kind] = [.cpu], span: TimeSpan? = nil, container: String? = nil) {
        self.kinds = kinds
        self.span = span
        self.container = container
    }

    /// Names and values of the request's query.
    public var parameters: [(name: String, value: String)] {
        [("queryType", "range")] + kinds.map { ("metricTypes", $0.rawValue) } + (span?.parameters ?? [])
            + (container.map { [("containerName", $0)] } ?? [])
    }
}
