/// Everything that can go wrong between a question and its answer, told apart by what the reader can do about it.
public enum APIError: Error, Hashable, Sendable {
    /// No answer came. `mayHaveArrived` is false only where it is certain that no byte of the request left, so that
    /// sending it again can't do a thing twice.
    case unreachable(Reason, mayHaveArrived: Bool)
    /// 401: the token is wrong, expired or revoked.
    case unauthorized(Problem)
    /// 403: the token's role lacks `permission` (from the contract; nil where it is silent).
    case forbidden(Problem, permission: String?)
    /// 404
    case notFound(Problem)
    /// 409: it is not in a state for this.
    case conflict(Problem)
    /// 400 and 422: the API names what is wrong with the request.
    case invalid(Problem)
    /// 429: the account's requests of this hour are used up.
    case rateLimited(Problem, retryAfter: Duration)
    /// 5xx
    case server(Problem)
    /// An answer that isn't what the contract promises: HTML from a proxy, JSON of another shape. `detail` says what
    /// was expected where.
    case unexpected(status: Int, path: String, detail: String)
    /// The asking was given up on our side.
    case cancelled

    public enum Reason: Hashable, Sendable {
        /// The name of the host can't be resolved.
        case dns(host: String)
        /// Nothing listens there, there is no way there, or it broke before the answer was whole.
        case connection(String)
        case tls(String)
        case timeout
    }

    /// What the API's error envelope says.
    public struct Problem: Hashable, Sendable {
        public var status: Int
        public var message: String
        /// The API's id of the error, for its support.
        public var id: String?
        /// Which field and why, as the API gives it.
        public var details: JSONValue?

        public init(status: Int, message: String, id: String? = nil, details: JSONValue? = nil) {
            self.status = status
            self.message = message
            self.id = id
            self.details = details
        }
    }
}

extension APIError: CustomStringConvertible {
    /// One line: what happened.
    public var description: String {
        switch self {
        case .unreachable(.dns(let host), _): "can't resolve \(host)"
        case .unreachable(.connection(let detail), _): "no connection: \(detail)"
        case .unreachable(.tls(let detail), _): "no secure connection: \(detail)"
        case .unreachable(.timeout, _): "no answer in time"
        case .unauthorized(let problem): "not signed in: \(problem.message)"
        case .forbidden(let problem, let permission):
            "not allowed: \(problem.message)"
                + (permission.map { problem.message.contains($0) ? "" : " (needs \($0))" } ?? "")
        case .notFound(let problem): "not found: \(problem.message)"
        case .conflict(let problem): "conflict: \(problem.text)"
        case .invalid(let problem): problem.status == 0 ? "not sent: \(problem.text)" : "refused: \(problem.text)"
        case .rateLimited(_, let wait): "rate limit reached, more in \(wait.components.seconds) s"
        case .server(let problem): "the API failed (\(problem.status)): \(problem.message)"
        case .unexpected(let status, let path, let detail): "strange answer (\(status)) from \(path): \(detail)"
        case .cancelled: "given up"
        }
    }

    /// One line: what can be done about it; nil where the program goes on by itself.
    public var remedy: String? {
        switch self {
        case .unreachable(.dns, _): "check the network and --api-url"
        case .unreachable(.tls, _): "check the clock and the certificates of this host"
        case .unauthorized: "make a new token and start again with NORTHFLANK_API_TOKEN or --token-file"
        case .forbidden: "ask for an API role with this permission"
        case .unexpected: "check --api-url: is this the Northflank API?"
        case .unreachable, .notFound, .conflict, .invalid, .rateLimited, .server, .cancelled: nil
        }
    }
}

extension APIError.Problem {
    /// Message and details on one line. One field, which the message names, isn't named twice.
    public var text: String {
        guard let details, details != .null else { return message }
        guard !message.isEmpty else { return "\(details)" }
        if case .object(let fields) = details, fields.count == 1, let (field, why) = fields.first,
            message.hasSuffix(" \(field)"), let why = why.text
        {
            return "\(message): \(why)"
        }
        return "\(message) (\(details))"
    }
}
