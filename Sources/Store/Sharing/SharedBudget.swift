#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What is left of the account's requests, as the process that asks tells the others.
public struct SharedBudget: Hashable, Sendable {
    public var limit: Int
    public var remaining: Int
    public var resetsAt: Date?
    public var reserve: Int
    /// Requests a second that others spend.
    public var others: Double
    /// Why nothing is asked, and until when.
    public var pauseReason: String?
    public var pausedUntil: Date?

    public init(
        limit: Int, remaining: Int, resetsAt: Date?, reserve: Int, others: Double, pauseReason: String?,
        pausedUntil: Date?
    ) {
        self.limit = limit
        self.remaining = remaining
        self.resetsAt = resetsAt
        self.reserve = reserve
        self.others = others
        self.pauseReason = pauseReason
        self.pausedUntil = pausedUntil
    }
}

extension SharedBudget: Compact {
    init(from reader: inout ByteReader) throws(ByteReader.Malformed) {
        self.init(
            limit: try reader.read(), remaining: try reader.read(), resetsAt: try reader.read(),
            reserve: try reader.read(), others: try reader.read(), pauseReason: try reader.read(),
            pausedUntil: try reader.read())
    }

    func write(to writer: inout ByteWriter) {
        writer.write(limit)
        writer.write(remaining)
        writer.write(resetsAt)
        writer.write(reserve)
        writer.write(others)
        writer.write(pauseReason)
        writer.write(pausedUntil)
    }
}
