/// When the next frame may be drawn: at most 60 a second for as long as it takes, but what a key does is shown at
/// once, even if data has just been drawn.
struct FramePacer {
    static let interval = Duration.nanoseconds(16_666_667)
    /// So many frames may be ahead of the even pace when a key was pressed.
    private static let keysAhead = 4

    /// When the even pace has made up for all frames so far.
    private var due: ContinuousClock.Instant?

    /// When a frame may be drawn: at `now`, or later.
    func next(at now: ContinuousClock.Instant, afterKey: Bool) -> ContinuousClock.Instant {
        guard let due else { return now }
        return max(now, afterKey ? due - Self.interval * Self.keysAhead : due)
    }

    mutating func drew(at now: ContinuousClock.Instant) { due = max(due ?? now, now) + Self.interval }
}
