import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What of a log has been asked, and what is to be asked next: first its newest lines, then what comes after them as
/// often as the budget allows, and what was before them when somebody scrolls there.
struct LogAsking: Sendable, Equatable {
    /// Lines of one answer.
    static let limit = 1_000
    /// How far back is looked first where a log has no beginning, in seconds.
    private static let firstSpan: Double = 3600
    /// Where nothing is found so far back, nothing is there.
    private static let longestSpan: Double = 90 * 86_400
    /// Lines may come to the API late: so much of what is held is asked once more, in seconds.
    static let overlap: Double = 10
    /// Between two askings while the log is followed, in seconds: not sooner than this, and this where the budget
    /// isn't known.
    private static let shortestInterval: Double = 2
    private static let unknownInterval: Double = 10
    /// How much of what is left may be spent on following.
    private static let share = 0.5

    private var number = 0
    private var underWay: LogRequest?
    private var askedAt: Date?
    private var hasNewest = false
    private var failures = 0
    private(set) var failure: APIError?
    /// Somebody wants lines before those held.
    private var wantsOlder = false
    /// Somebody wants the latest at once.
    var wantsNow = false
    /// All lines since then have been asked for.
    private var since: Date?
    private var span = firstSpan
    /// Nothing is before what is held.
    private(set) var isAtStart = false
    /// Nothing more comes.
    private(set) var isComplete = false

    var isReading: Bool { underWay != nil }

    /// Whether nothing was told yet.
    var hasNothing: Bool { !hasNewest }

    /// What was held is forgotten; an answer that is under way comes too late.
    mutating func restart() { self = LogAsking(number: number) }

    private init(number: Int) { self.number = number }

    init() {}

    /// - Returns: false where there is nothing before.
    mutating func wantOlder() -> Bool {
        guard hasNewest, !isAtStart else { return false }
        wantsOlder = true
        return true
    }

    // MARK: - Following

    /// Seconds between two askings while the log is followed: half of what the budget has left is spread over the
    /// time until its reset. Nil where it has nothing left.
    static func interval(_ budget: Budget?, now: Date) -> Double? {
        guard let budget else { return unknownInterval }
        guard budget.paused == nil else { return nil }
        let spare = Double(budget.remaining - budget.reserve) * share
        guard spare >= 1 else { return nil }
        guard let resetsAt = budget.resetsAt else { return shortestInterval }
        return max(shortestInterval, resetsAt.timeIntervalSince(now) / spare)
    }

    /// When the latest are asked next by themselves; after failures at ever longer intervals.
    func nextFollow(_ interval: Double?) -> Date? {
        guard let interval, let askedAt, !isComplete else { return nil }
        return askedAt.addingTimeInterval(interval * Double(1 << min(failures, 6)))
    }

    // MARK: - Asking

    /// What to ask now, if anything.
    mutating func next(
        _ log: (source: LogSource, filter: LogQuery.Filter?, newest: Date?, isPaused: Bool),
        life: (start: Date?, isOver: Bool), interval: Double?, now: Date
    ) -> LogRequest? {
        guard underWay == nil else { return nil }
        let isDue = askedAt == nil || !log.isPaused && nextFollow(interval).map { $0 <= now } == true
        let start = life.start?.addingTimeInterval(-60)
        var query = LogQuery(limit: Self.limit, filter: log.filter)
        let purpose: LogRequest.Purpose
        if !hasNewest, isDue || wantsNow {
            since = start ?? now.addingTimeInterval(Self.overlap - Self.firstSpan)
            query.span = start.map { .since($0) } ?? .last(Int(Self.firstSpan))
            purpose = .newest(isWhole: start != nil)
        } else if wantsOlder, let end = since {
            let from = min(start ?? end.addingTimeInterval(-span), end)
            query.span = .between(from, end)
            purpose = .older(from: from, isWhole: start != nil)
        } else if hasNewest, isDue || wantsNow {
            query.span = .since((log.newest ?? since ?? now).addingTimeInterval(-Self.overlap))
            purpose = .newer
        } else {
            return nil
        }
        number += 1
        askedAt = now
        wantsNow = false
        let request = LogRequest(
            number: number, source: log.source, query: query, purpose: purpose, isLast: life.isOver)
        underWay = request
        return request
    }

    /// Whether this is the answer that is awaited.
    func awaits(_ request: LogRequest) -> Bool { request == underWay }

    mutating func failed(_ error: APIError) {
        if case .older = underWay?.purpose { wantsOlder = false }
        underWay = nil
        failure = error
        failures += 1
    }

    mutating func answered(_ request: LogRequest, oldest: Date?, isCut: Bool) {
        (underWay, failure, failures) = (nil, nil, 0)
        switch request.purpose {
        case .newest(let isWhole):
            hasNewest = true
            isComplete = request.isLast
            isAtStart = isWhole && !isCut
            if isCut { since = oldest ?? since }
        case .newer: isComplete = request.isLast
        case .older(let from, let isWhole):
            wantsOlder = false
            isAtStart = !isCut && (isWhole || span > Self.longestSpan)
            since = isCut ? oldest ?? from : from
            if !isCut { span *= 4 }
        }
    }
}
