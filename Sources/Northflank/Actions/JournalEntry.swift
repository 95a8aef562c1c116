#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// One line of the journal.
public struct JournalEntry: Hashable, Sendable, Encodable {
    /// What became of it.
    public enum Outcome: String, Hashable, Sendable, Encodable {
        /// The API answered that it took it.
        case accepted
        /// The answer was lost; the list showed that it had arrived.
        case found
        /// Nothing happened: the API said no, or nothing was sent.
        case refused
        /// The answer was lost; the list showed that it had not arrived.
        case notFound
        /// Nobody can tell.
        case unknown
    }

    public let id: Int64
    /// Of the API.
    public let address: String
    public let team: String?
    public let title: String
    public let by: String
    public let intendedAt: Date
    /// Nil while it is on its way, or when its process ended before it knew.
    public let outcome: Outcome?
    /// Id of the build, run or backup.
    public let item: String?
    /// The error, or the reason why nobody knows.
    public let detail: String?
    public let endedAt: Date?

    public init(
        id: Int64, address: String, team: String?, title: String, by: String, intendedAt: Date,
        outcome: Outcome? = nil, item: String? = nil, detail: String? = nil, endedAt: Date? = nil
    ) {
        self.id = id
        self.address = address
        self.team = team
        self.title = title
        self.by = by
        self.intendedAt = intendedAt
        self.outcome = outcome
        self.item = item
        self.detail = detail
        self.endedAt = endedAt
    }

    /// In a word or two: "accepted", "did not arrive".
    public var outcomeWords: String {
        switch outcome {
        case .accepted: "accepted"
        case .found: "arrived, answer lost"
        case .refused: "refused"
        case .notFound: "did not arrive"
        case .unknown: "nobody knows"
        case nil: "not known yet"
        }
    }
}
