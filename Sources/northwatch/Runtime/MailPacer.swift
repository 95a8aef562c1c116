/// When what the other threads have sent is taken in: at most 60 times a second, since rows are made anew each time and
/// no frame would show more of it; and not in the turn of a key, which is to be shown first.
struct MailPacer {
    /// Keys that never end must not keep the mail out for longer.
    private static let longestWait = Duration.milliseconds(100)

    /// Nil where nothing waits.
    private(set) var due: ContinuousClock.Instant?
    /// The earliest for what comes next.
    private var next: ContinuousClock.Instant?

    mutating func arrived(at now: ContinuousClock.Instant) {
        if due == nil { due = max(now, next ?? now) }
    }

    func isDue(at now: ContinuousClock.Instant, besideKeys: Bool) -> Bool {
        guard let due else { return false }
        return now >= (besideKeys ? due + Self.longestWait : due)
    }

    mutating func took(at now: ContinuousClock.Instant) { (due, next) = (nil, now + FramePacer.interval) }
}
