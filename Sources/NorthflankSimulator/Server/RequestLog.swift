import Synchronization

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One request that a simulator got.
public struct RequestRecord: Hashable, Sendable {
    public var method: String
    /// Without the query.
    public var path: String
    public var query: String
    /// By their names in lower case; the token is left out.
    public var headers: [String: String]
    /// What was sent with it; empty for nothing.
    public var body: String
    /// Of the answer; nil where there was none.
    public var status: Int?
    /// When it came, by the simulated clock.
    public var receivedAt: Date
    /// How long it took until the answer was ready.
    public var took: Duration
    /// What was made to go wrong.
    public var fault: Fault?
}

/// The latest requests, oldest first.
final class RequestLog: Sendable {
    private static let kept = 10_000
    private let records = Mutex<[RequestRecord]>([])
    private let ids = Mutex(SplitMix64(seed: 0x1D))

    var all: [RequestRecord] { records.withLock { $0 } }

    /// What a request is called by.
    func nextID() -> String { ids.withLock { $0.hex(16) } }

    func add(_ record: RequestRecord) {
        records.withLock { records in
            records.append(record)
            if records.count > Self.kept { records.removeFirst(Self.kept / 4) }
        }
    }
}
