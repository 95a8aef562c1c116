import Northflank
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

extension RequestRecord {
    /// As one line of JSON, without a line break at its end. A body that is JSON itself stands as such.
    public var json: String {
        let sent = (try? JSONDecoder().decode(JSONValue.self, from: Data(body.utf8))).map(JSON.init) ?? .string(body)
        let record: JSON = [
            "receivedAt": .time(receivedAt), "method": .string(method), "path": .string(path),
            "query": query.isEmpty ? nil : .string(query), "body": body.isEmpty ? nil : sent,
            "headers": .object(headers.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }),
            "status": status.map(JSON.integer), "took": .number((took.seconds * 1_000_000).rounded() / 1_000_000),
            "fault": fault.map { .string("\($0)") },
        ]
        return String(decoding: record.encoded { $0 }, as: UTF8.self)
    }
}

/// The latest requests, oldest first.
final class RequestLog: Sendable {
    private static let kept = 10_000
    private let records = Mutex<[RequestRecord]>([])
    private let onRequest: @Sendable (RequestRecord) -> Void
    private let ids = Mutex(SplitMix64(seed: 0x1D))

    init(onRequest: @escaping @Sendable (RequestRecord) -> Void) { self.onRequest = onRequest }

    var all: [RequestRecord] { records.withLock { $0 } }

    /// What a request is called by.
    func nextID() -> String { ids.withLock { $0.hex(16) } }

    func add(_ record: RequestRecord) {
        records.withLock { records in
            records.append(record)
            if records.count > Self.kept { records.removeFirst(Self.kept / 4) }
        }
        onRequest(record)
    }
}
