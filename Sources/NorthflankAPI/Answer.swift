public import Northflank

/// What a request brought.
public struct Answer<Value: Sendable>: Sendable {
    public var value: Value
    /// What had to be left out or was odd, in words.
    public var notices: [String]
    /// Nil where the answer doesn't carry all three headers.
    public var rateLimit: RateLimit?
    public var status: Int

    public init(value: Value, notices: [String] = [], rateLimit: RateLimit? = nil, status: Int = 200) {
        self.value = value
        self.notices = notices
        self.rateLimit = rateLimit
        self.status = status
    }

    func map<Other: Sendable>(_ transform: (Value) -> Other) -> Answer<Other> {
        Answer<Other>(value: transform(value), notices: notices, rateLimit: rateLimit, status: status)
    }
}

/// One answer as the budget sees it, of whatever status.
public struct AnswerRecord: Sendable, Hashable {
    /// The contract's `operationId`.
    public var operation: String
    public var status: Int
    public var rateLimit: RateLimit?

    public init(operation: String, status: Int, rateLimit: RateLimit?) {
        self.operation = operation
        self.status = status
        self.rateLimit = rateLimit
    }
}

/// Looks on while the client works. Both are called on whatever thread the request runs, and must return at once.
public struct ClientObserver: Sendable {
    /// A request is about to go out, with its `operationId`. Requests that never get an answer may have been counted
    /// by the API all the same.
    public var onRequest: @Sendable (_ operation: String) -> Void
    /// An answer's head has come, errors included.
    public var onAnswer: @Sendable (AnswerRecord) -> Void

    public init(
        onRequest: @escaping @Sendable (_ operation: String) -> Void = { _ in },
        onAnswer: @escaping @Sendable (AnswerRecord) -> Void = { _ in }
    ) {
        self.onRequest = onRequest
        self.onAnswer = onAnswer
    }
}
