internal import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds out by listing what became of a POST whose answer was lost: was it done or not?
///
/// Pure: it is told what the list says and answers what to do next. A POST that is sent again by mistake is worse
/// than a "don't know", so it says `notFound` only when the list leaves no room for doubt.
struct Reconciliation {
    /// What the POST would have begun.
    enum Wanted: Hashable {
        /// Nil takes any branch.
        case build(branch: String?)
        case run
        /// Names are made unique by who asks for the backup.
        case backup(name: String)
    }

    /// One line of the list, as far as it tells what is ours.
    struct Item: Hashable {
        var id: String
        var startedAt: Date?
        var name: String?
        var branch: String?
    }

    struct Listing: Hashable {
        var items: [Item]
        /// Whether something new would be among the items: nothing is on a further page, or the page is the newest.
        var showsWhatIsNew: Bool
    }

    enum Step: Hashable {
        case listAfter(Duration)
        case conclude(ActionOutcome)
        /// The list can't be read.
        case giveUp(APIError)
    }

    /// The first look waits for the network to come back and for the API to see its own write.
    static let firstLook = Duration.seconds(1)
    /// After each look that shows nothing new, until that is believed: a proxy or the API itself may still be at work
    /// on a request whose connection was given up on. With the first look it is half a minute, the usual limit of a
    /// gateway.
    static let emptyPauses: [Duration] = [.seconds(3), .seconds(6), .seconds(8), .seconds(12)]
    /// After each failure to list.
    static let pauses: [Duration] = [.seconds(1), .seconds(2), .seconds(4), .seconds(8)]
    /// How much older than the POST a thing may seem and still be its work: the server's `Date` has whole seconds,
    /// and its machines' clocks differ.
    static let skew: TimeInterval = 5

    let wanted: Wanted
    /// Ids that were there before. Nil where that isn't known.
    let known: Set<String>?
    /// The server's time when the POST was sent. Nil where its clock isn't known.
    let sentAt: Date?
    let lost: APIError
    /// The API said yes, but not in a way that can be read.
    let accepted: Bool

    private var failures = 0
    private var emptyLooks = 0

    init(wanted: Wanted, known: Set<String>?, sentAt: Date?, lost: APIError, accepted: Bool) {
        self.wanted = wanted
        self.known = known
        self.sentAt = sentAt
        self.lost = lost
        self.accepted = accepted
    }

    /// What to do after a look at the list.
    mutating func next(_ look: Result<Listing, APIError>) -> Step {
        switch look {
        case .failure(let error): afterFailure(error)
        case .success(let listing):
            switch verdict(on: listing) {
            case .one(let id): .conclude(.found(id: id, after: lost))
            case .doubt(let reason): .conclude(.unknown(lost, reason: reason))
            case .none: afterNothing()
            }
        }
    }

    private mutating func afterFailure(_ error: APIError) -> Step {
        guard error.maySoonPass, failures < Self.pauses.count else {
            return .giveUp(error)
        }
        failures += 1
        return .listAfter(Self.pauses[failures - 1])
    }

    private mutating func afterNothing() -> Step {
        emptyLooks += 1
        if emptyLooks <= Self.emptyPauses.count { return .listAfter(Self.emptyPauses[emptyLooks - 1]) }
        if accepted {
            return .conclude(.unknown(lost, reason: "the API said yes, but the list doesn't show it"))
        }
        return .conclude(.notFound(after: lost))
    }
}

extension Reconciliation {
    enum Verdict: Hashable {
        case one(String)
        case none
        case doubt(String)
    }

    func verdict(on listing: Listing) -> Verdict {
        let candidates = listing.items.filter { fits($0) && known?.contains($0.id) != true }
        let fresh = candidates.filter { !isOlder($0) }
        if fresh.count > 1 { return .doubt("\(fresh.count) new ones are in the list, and any may be it") }
        if let only = fresh.first {
            guard certain(only) else { return .doubt("what was there before isn't known") }
            return .one(only.id)
        }
        // An unknown thing that seems too old: the clocks may be further apart than allowed for.
        if known != nil, !candidates.isEmpty { return .doubt("a new one is in the list, but seems older") }
        guard listing.showsWhatIsNew else { return .doubt("the list is longer than one page, and in no order") }
        return .none
    }

    private func fits(_ item: Item) -> Bool {
        switch wanted {
        case .run: true
        case .build(let branch): branch == nil || item.branch == nil || item.branch == branch
        case .backup(let name): item.name == name
        }
    }

    private func isOlder(_ item: Item) -> Bool {
        guard let sentAt, let startedAt = item.startedAt else { return false }
        return startedAt < sentAt.addingTimeInterval(-Self.skew)
    }

    /// Whether a thing that fits and isn't older must be ours: it wasn't there before, or its name or its time says
    /// so.
    private func certain(_ item: Item) -> Bool {
        if known != nil { return true }
        if case .backup = wanted { return true }
        return sentAt != nil && item.startedAt != nil
    }
}

extension APIError {
    /// Whether asking again, however much later, may bring an answer.
    var willPass: Bool {
        switch self {
        case .unreachable, .server, .unexpected, .unauthorized, .rateLimited, .cancelled: true
        case .forbidden, .notFound, .conflict, .invalid: false
        }
    }

    /// Whether asking again in a few seconds may bring an answer.
    var maySoonPass: Bool {
        switch self {
        case .unreachable, .server: true
        // A page of a proxy that has lost what is behind it.
        case .unexpected: true
        case .unauthorized, .forbidden, .notFound, .conflict, .invalid, .rateLimited, .cancelled: false
        }
    }
}
