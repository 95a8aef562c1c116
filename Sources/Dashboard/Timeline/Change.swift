public import Northflank

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Something that is another than it was when it was last looked at, or that the user did. A plain value that can be
/// kept: it names what it is about, which may be gone by then.
public struct Change: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case build, deployment, run, backup, addon
        /// What the user did from here.
        case action
    }

    public var kind: Kind
    /// When it happened, as far as the API tells, else when it was seen.
    public var at: Date
    /// The thing that changed.
    public var row: RowID
    /// Its name: `api (main)`.
    public var subject: String
    /// The status before, in words; nil for what is new.
    public var from: String?
    /// The status now, in words.
    public var to: String
    public var health: Health
    /// How long it took, in seconds, once it has ended.
    public var duration: Double?
    /// The API's own words on it.
    public var message: String?

    public init(
        kind: Kind, at: Date, row: RowID, subject: String, from: String?, to: String, health: Health,
        duration: Double? = nil, message: String? = nil
    ) {
        self.kind = kind
        self.at = at
        self.row = row
        self.subject = subject
        self.from = from
        self.to = to
        self.health = health
        self.duration = duration
        self.message = message
    }
}

/// What has changed, newest first, up to a bound.
public struct Timeline: Hashable, Sendable {
    /// The oldest give way beyond this.
    public static let limit = 2_000

    public struct Entry: Hashable, Sendable, Identifiable {
        /// In the order in which they were seen.
        public var id: Int
        public var change: Change
    }

    public private(set) var entries: [Entry] = []
    private var seen = 0

    public init() {}

    /// Puts a change in its place by time; of two at the same time the one seen later comes first.
    public mutating func add(_ change: Change) {
        seen += 1
        let place = entries.firstIndex { $0.change.at <= change.at } ?? entries.count
        entries.insert(Entry(id: seen, change: change), at: place)
        if entries.count > Self.limit { entries.removeLast() }
    }

    /// Adds what earlier starts have seen. O(n log n)
    mutating func merge(_ changes: [Change]) {
        let earlier = changes.enumerated().map { Entry(id: -$0.offset - 1, change: $0.element) }
        entries = (entries + earlier.reversed()).enumerated().sorted { left, right in
            let (first, second) = (left.element.change.at, right.element.change.at)
            return first == second ? left.offset < right.offset : first > second
        }.prefix(Self.limit).map(\.element)
    }

    public func change(_ id: Entry.ID) -> Change? { entries.first { $0.id == id }?.change }
}
