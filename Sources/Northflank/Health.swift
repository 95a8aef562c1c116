/// What a status means to somebody on call, from worst to best, so that sorting by health puts trouble first.
public enum Health: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
    /// It failed, crashed or can't be scheduled.
    case failing
    /// It works against expectations: aborted, degraded, not supported.
    case warning
    /// Something is under way and will end by itself.
    case active
    /// A word that this version doesn't know.
    case unknown
    /// It is as it should be.
    case healthy
    /// It rests on purpose: paused, suspended, deleted.
    case idle

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A status word of the API. The set is open: a word the contract gains later keeps its text and is shown as it is.
public protocol StatusWord: RawRepresentable<String>, Hashable, Sendable, Codable, CustomStringConvertible {
    init(rawValue: String)
    var health: Health { get }
}

extension StatusWord {
    public init(_ rawValue: String) { self.init(rawValue: rawValue) }

    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public var description: String { rawValue }

    /// Whether it will change without anybody's doing, so that it is worth following closely.
    public var isActive: Bool { health == .active }
}
