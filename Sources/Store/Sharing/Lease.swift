/// A moment of the host's clock that no process can set and all of them share. It stands still for nobody, not even
/// while the host sleeps.
public struct BootTime: Hashable, Sendable {
    /// Which boot: moments of two boots can't be compared.
    public var boot: String
    public var nanoseconds: Int64

    public init(boot: String, nanoseconds: Int64) {
        self.boot = boot
        self.nanoseconds = nanoseconds
    }

    /// Nil where they belong to different boots.
    public func duration(to other: BootTime) -> Duration? {
        boot == other.boot ? .nanoseconds(other.nanoseconds - nanoseconds) : nil
    }
}

/// Which of the processes that share an account asks for all of them. Pure: the record is read and written in one
/// transaction, and time is told.
///
/// A holder beats every second. Whoever hasn't beaten for three has quit, was killed or is stopped, and another takes
/// its place, with a higher term. A holder itself asks nothing when its last beat is two seconds old: stopped and woken
/// it first learns whether it still holds. So there is a second between the last moment at which an old holder may ask
/// and the first at which a new one does.
public struct Lease: Hashable, Sendable {
    public var holder: Int64
    public var term: Int64
    public var beat: BootTime

    public static let beatEvery = Duration.seconds(1)
    /// How old the last beat is when another may take over.
    public static let expiry = Duration.seconds(3)
    /// How old the last beat is when its holder no longer asks.
    public static let validity = Duration.seconds(2)

    public init(holder: Int64, term: Int64, beat: BootTime) {
        self.holder = holder
        self.term = term
        self.beat = beat
    }

    /// The lease after a member's turn: renewed, taken, or left as it is (nil) to whom it belongs. Nobody waits for a
    /// holder that has ended.
    static func claimed(
        _ held: Lease?, by member: Int64, term: Int64?, holderHasEnded: Bool = false, at now: BootTime
    ) -> Lease? {
        guard let held else { return Lease(holder: member, term: 1, beat: now) }
        if held.holder == member, held.term == term { return Lease(holder: member, term: held.term, beat: now) }
        let age = held.beat.duration(to: now)
        // A beat of another boot, or of the future, is of no clock of ours.
        guard holderHasEnded || age.map({ $0 >= expiry || $0 <= .zero - expiry }) ?? true else { return nil }
        return Lease(holder: member, term: held.term + 1, beat: now)
    }
}

/// What a process knows of its own leadership, between its turns.
public struct Leadership: Hashable, Sendable {
    /// Nil while another leads.
    public private(set) var lease: Lease?

    public init() {}

    /// After a turn, with what it brought.
    public mutating func learn(_ lease: Lease?) { self.lease = lease }

    /// Whether it may ask the API now.
    public func mayAsk(at now: BootTime) -> Bool {
        guard let age = lease?.beat.duration(to: now) else { return false }
        return age < Lease.validity
    }
}
