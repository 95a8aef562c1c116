public import Northflank

/// Reads (GET) that went wrong in a way that may soon pass are sent again: to look once more can't do a thing twice.
public struct ReadRetries: Sendable {
    /// How long to wait before each of them; as many as there are pauses.
    public var pauses: [Duration]
    /// Asked before each, with what went wrong and how long it would wait; a no ends it. Each is a request of its own.
    public var mayAsk: @Sendable (APIError, Duration) -> Bool

    public static let none = ReadRetries(pauses: []) { _, _ in false }

    public init(pauses: [Duration], mayAsk: @escaping @Sendable (_ error: APIError, _ pause: Duration) -> Bool) {
        self.pauses = pauses
        self.mayAsk = mayAsk
    }
}
