public import Northflank

/// A request in its sender's own words, for what has no `Endpoint` here. It goes to the client's API and nowhere else.
public struct RawRequest: Sendable, Hashable {
    /// Why a text can't be a path of the API.
    public enum Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        case empty
        /// It names a host, or tries to leave `/v1`.
        case elsewhere
        /// A blank, a control character, or a `%` without its two digits.
        case malformed

        public var description: String {
            switch self {
            case .empty: "the path is empty: give one such as projects"
            case .elsewhere: "the path must stay in the API: give one such as projects/shop/services, without a host"
            case .malformed: "the path holds a blank, a control character, a '#' or a bare '%'"
            }
        }
    }

    public var method: RequestMethod
    /// Relative to `/v1`, without a slash at its start: `projects/shop/services`.
    public let path: String
    public var query: [QueryItem]
    /// Sent as it is, as JSON; nil sends no body.
    public var body: [UInt8]?

    /// - Parameter path: relative to `/v1`, or with it: `/v1/projects`. May end with a query of its own.
    public init(
        _ method: RequestMethod, _ path: String, query: [QueryItem] = [], body: [UInt8]? = nil
    ) throws(Invalid) {
        self.method = method
        self.body = body
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.path = try Self.relative(String(parts[0]))
        self.query = query
        ownQuery = parts.count > 1 ? try Self.escaped(String(parts[1])) : ""
    }

    /// What stood behind the path's `?`.
    private let ownQuery: String

    /// What it is counted as where it is no known operation: `GET domains`.
    var kind: String { "\(method.rawValue) \(path.prefix { $0 != "/" })" }

    /// With the `?` before it; empty where there is none.
    var queryText: String {
        let all = ([ownQuery] + query.map(\.encoded)).filter { !$0.isEmpty }
        return all.isEmpty ? "" : "?\(all.joined(separator: "&"))"
    }

    private static func relative(_ path: String) throws(Invalid) -> String {
        guard !path.contains("://"), !path.hasPrefix("//"), !path.contains("\\") else { throw .elsewhere }
        var segments = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        if segments.first == "" { segments.removeFirst() }
        if segments.first == "v1" { segments.removeFirst() }
        if segments.last == "" { segments.removeLast() }
        guard !segments.isEmpty else { throw .empty }
        var escapedSegments: [String] = []
        for segment in segments {
            // Servers read `.` and `..` as steps even when they are percent-encoded.
            let step = segment.lowercased().replacing("%2e", with: ".")
            guard step != "", step != ".", step != ".." else { throw .elsewhere }
            escapedSegments.append(try escaped(String(segment)))
        }
        return escapedSegments.joined(separator: "/")
    }

    /// What is escaped already stays so; letters beyond ASCII are escaped; what would end the path is refused.
    private static func escaped(_ text: String) throws(Invalid) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "#", "\"", "<", ">", "\\", "^", "`", "{", "|", "}": throw .malformed
            case _ where scalar.value <= 0x20 || scalar.value == 0x7F: throw .malformed
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default: result += percentEncoded(String(scalar))
            }
        }
        let pieces = result.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
        guard pieces.allSatisfy({ $0.prefix(2).filter(\.isHexDigit).count == 2 }) else { throw .malformed }
        return result
    }
}

/// What came back, of whatever status.
public struct RawAnswer: Sendable {
    public var status: Int
    /// Without the token, should the server repeat it.
    public var body: String
    /// Nil for a 2xx.
    public var error: APIError?
    public var rateLimit: RateLimit?
}
