import Northflank

/// Whether the API can be reached. When it can't, one feed at a time is tried instead of all of them.
enum Connection: Equatable, Sendable {
    /// Nothing was heard yet.
    case untried
    /// It answers. Lost requests in a row since the last answer.
    case up(lost: Int)
    case down(Outage)

    struct Outage: Equatable, Sendable {
        /// Probes that failed, the first loss included.
        var attempts: Int
        var probeAt: ContinuousClock.Instant
        var probe: Asking?
        var error: APIError
    }

    /// So many lost requests in a row are no accident of single connections.
    private static let patience = 3

    var outage: Outage? {
        if case .down(let outage) = self { outage } else { nil }
    }

    /// An answer came. Tells whether that ended an outage.
    mutating func heard() -> Bool {
        let wasDown = outage != nil
        self = .up(lost: 0)
        return wasDown
    }

    /// An asking got no answer.
    mutating func lost(
        _ asking: Asking,
        _ error: APIError,
        at now: ContinuousClock.Instant,
        using generator: inout SplitMix
    ) {
        switch self {
        case .up(let lost) where lost + 1 < Self.patience: self = .up(lost: lost + 1)
        case .untried, .up: fallDown(attempts: 1, error, at: now, using: &generator)
        case .down(let outage) where outage.probe == asking:
            fallDown(attempts: outage.attempts + 1, error, at: now, using: &generator)
        case .down: break
        }
    }

    private mutating func fallDown(
        attempts: Int,
        _ error: APIError,
        at now: ContinuousClock.Instant,
        using generator: inout SplitMix
    ) {
        let wait = Backoff.outage.delay(failures: attempts, using: &generator)
        self = .down(Outage(attempts: attempts, probeAt: now.advanced(by: wait), error: error))
    }

    /// This asking decides whether the outage is over.
    mutating func probes(with asking: Asking) { change { $0.probe = asking } }

    /// The asking was given up.
    mutating func abandon(_ asking: Asking) {
        change { if $0.probe == asking { $0.probe = nil } }
    }

    /// The user does not want to wait.
    mutating func hurry(at now: ContinuousClock.Instant) { change { $0.probeAt = min($0.probeAt, now) } }

    private mutating func change(_ body: (inout Outage) -> Void) {
        guard case .down(var outage) = self else { return }
        body(&outage)
        self = .down(outage)
    }
}
