public import Northflank

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Finds out by looking what became of a request whose answer was lost: was it done or not?
///
/// Pure: it is told what the API shows and answers what to do next. A request that is sent again by mistake is worse
/// than a "don't know", so it says `notFound` only when what is shown leaves no room for doubt.
struct Reconciliation {
    /// What the request would have brought about.
    enum Wanted: Hashable {
        /// A build; nil takes any branch.
        case build(branch: String?)
        /// Whatever is new in the list: a run, a restore.
        case any
        /// Names are made unique by who asks for the backup.
        case backup(name: String)
        /// Anything else that has a name, which others may have chosen too.
        case named(String)
        /// Nil where nothing would show it.
        case state(String?)
        /// Other containers than before.
        case restart
    }

    /// What the API shows.
    enum Look: Hashable {
        case list(Listing)
        /// Nil where the API doesn't tell.
        case state(String?)
        /// When each container that runs or is to run was made.
        case containers([Date?])
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
        case lookAfter(Duration)
        case conclude(ActionOutcome)
        /// What would show it can't be read.
        case giveUp(APIError)
    }

    /// The first look waits for the network to come back and for the API to see its own write.
    static let firstLook = Duration.seconds(1)
    /// After each look that shows nothing new, until that is believed: a proxy or the API itself may still be at work
    /// on a request whose connection was given up on. With the first look it is half a minute, the usual limit of a
    /// gateway.
    static let emptyPauses: [Duration] = [.seconds(3), .seconds(6), .seconds(8), .seconds(12)]
    /// After each look that failed.
    static let pauses: [Duration] = [.seconds(1), .seconds(2), .seconds(4), .seconds(8)]
    /// How much older than the POST a thing may seem and still be its work: the server's `Date` has whole seconds,
    /// and its machines' clocks differ.
    static let skew: TimeInterval = 5

    let wanted: Wanted
    /// What was there before: ids, or a state. Nil where that isn't known.
    let known: Set<String>?
    /// The server's time when the POST was sent. Nil where its clock isn't known.
    let sentAt: Date?
    let lost: APIError
    /// The API said yes, but not in a way that can be read.
    let accepted: Bool

    private var failures = 0
    private var emptyLooks = 0

    /// `waited` is how long ago the request may have left: what is on its way longer than a gateway waits for needs no
    /// more waiting.
    init(
        wanted: Wanted, known: Set<String>?, sentAt: Date?, lost: APIError, accepted: Bool, waited: Duration = .zero
    ) {
        if waited >= Self.emptyPauses.reduce(Self.firstLook, +) { emptyLooks = Self.emptyPauses.count }
        self.wanted = wanted
        self.known = known
        self.sentAt = sentAt
        self.lost = lost
        self.accepted = accepted
    }

    /// What to do after a look.
    mutating func next(_ look: Result<Look, APIError>) -> Step {
        switch look {
        case .failure(let error): afterFailure(error)
        case .success(let look):
            switch verdict(on: look) {
            case .arrived(let id): .conclude(.found(id: id, after: lost))
            case .doubt(let reason): .conclude(.unknown(lost, reason: reason))
            case .nothing(let reason): afterNothing(reason)
            }
        }
    }

    private mutating func afterFailure(_ error: APIError) -> Step {
        guard error.maySoonPass, failures < Self.pauses.count else {
            return .giveUp(error)
        }
        failures += 1
        return .lookAfter(Self.pauses[failures - 1])
    }

    private mutating func afterNothing(_ doubt: String?) -> Step {
        emptyLooks += 1
        if emptyLooks <= Self.emptyPauses.count { return .lookAfter(Self.emptyPauses[emptyLooks - 1]) }
        if let doubt { return .conclude(.unknown(lost, reason: doubt)) }
        if accepted {
            return .conclude(.unknown(lost, reason: "the API said yes, but doesn't show it"))
        }
        return .conclude(.notFound(after: lost))
    }
}

extension Reconciliation {
    enum Verdict: Hashable {
        /// It arrived; the id of what it began, where that has one.
        case arrived(String?)
        /// It doesn't show yet. Where it never will, this is why nobody knows; nil where it then hasn't arrived.
        case nothing(doubt: String?)
        /// Nobody will know, however often one looks.
        case doubt(String)
    }

    func verdict(on look: Look) -> Verdict {
        switch look {
        case .list(let listing): verdict(on: listing)
        case .state(let state): verdict(on: state)
        case .containers(let dates): verdict(on: dates)
        }
    }

    private func verdict(on listing: Listing) -> Verdict {
        let candidates = listing.items.filter { fits($0) && known?.contains($0.id) != true }
        let fresh = candidates.filter { !isOlder($0) }
        if fresh.count > 1 { return .doubt("\(fresh.count) new ones are in the list, and any may be it") }
        if let only = fresh.first {
            guard certain(only) else { return .doubt("what was there before isn't known") }
            return .arrived(only.id)
        }
        // An unknown thing that seems too old: the clocks may be further apart than allowed for.
        if known != nil, !candidates.isEmpty { return .doubt("a new one is in the list, but seems older") }
        guard listing.showsWhatIsNew else { return .doubt("the list is longer than one page, and in no order") }
        return .nothing(doubt: nil)
    }

    /// What is neither what was there before nor what was wanted is somebody else's doing, before or after.
    private func verdict(on state: String?) -> Verdict {
        guard case .state(let wanted?) = wanted else { return .doubt("the API doesn't show such a change") }
        guard let state else { return .nothing(doubt: "the API doesn't tell") }
        if state == wanted { return .arrived(nil) }
        guard let known else { return .nothing(doubt: "what was there before isn't known; it is now: \(state)") }
        return known.contains(state) ? .nothing(doubt: nil) : .doubt("it is now: \(state)")
    }

    /// Some new ones prove nothing: a container that crashes is made anew too. Nor do old ones: a restart may wait.
    private func verdict(on containers: [Date?]) -> Verdict {
        guard let sentAt else { return .doubt("the API's clock isn't known") }
        // Times of containers are whole seconds.
        let since = Date(timeIntervalSince1970: sentAt.timeIntervalSince1970.rounded(.down))
        let dates = containers.compactMap(\.self)
        guard !dates.isEmpty, dates.count == containers.count, dates.allSatisfy({ $0 >= since }) else {
            return .nothing(doubt: "not all of its containers are new")
        }
        return .arrived(nil)
    }

    private func fits(_ item: Item) -> Bool {
        switch wanted {
        case .any: true
        case .build(let branch): branch == nil || item.branch == nil || item.branch == branch
        case .backup(let name), .named(let name): item.name == name
        case .state, .restart: false
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
    public var maySoonPass: Bool {
        switch self {
        case .unreachable, .server: true
        // A page of a proxy that has lost what is behind it.
        case .unexpected: true
        case .unauthorized, .forbidden, .notFound, .conflict, .invalid, .rateLimited, .cancelled: false
        }
    }
}
