/// Why a request was sent.
public enum RequestReason: String, Hashable, Sendable, CaseIterable {
    /// Somebody looks at just this.
    case focused
    /// Something in it is under way.
    case active
    /// It can be seen.
    case visible
    /// It is known of.
    case background
    /// The user acted: the POST, and what was asked for its sake.
    case action
    /// Lines of a log.
    case log

    /// A feed that nobody looks at is asked where another list told that it has changed.
    public init(_ attention: Attention?) {
        switch attention {
        case .focused: self = .focused
        case .active: self = .active
        case .visible: self = .visible
        case .background, nil: self = .background
        }
    }
}

/// Requests that one process sent to one operation, for one reason, within one minute.
public struct SpentRequests: Hashable, Sendable {
    /// Minutes since 1970.
    public var minute: Int
    /// The contract's `operationId`.
    public var operation: String
    public var reason: RequestReason
    /// "ana@jump-host pid 4711"
    public var by: String
    public var count: Int

    public init(minute: Int, operation: String, reason: RequestReason, by: String, count: Int) {
        self.minute = minute
        self.operation = operation
        self.reason = reason
        self.by = by
        self.count = count
    }
}
