import Testing

@testable import northwatch

/// How often frames are drawn.
@Suite struct FramePacerTests {
    private let start = ContinuousClock.now

    /// How many frames are drawn in a second in which there is always something to draw.
    private func frames(afterKey: Bool) -> Int {
        var pacer = FramePacer()
        var count = 0
        for microsecond in stride(from: 0, to: 1_000_000, by: 100) {
            let now = start + .microseconds(microsecond)
            if pacer.next(at: now, afterKey: afterKey) <= now {
                pacer.drew(at: now)
                count += 1
            }
        }
        return count
    }

    @Test func thereAreAtMostSixtyASecond() { #expect((58...60).contains(frames(afterKey: false))) }

    @Test func keysGetAFewMoreAtOnceAndNoMoreInTheLongRun() { #expect((60...65).contains(frames(afterKey: true))) }

    @Test func afterARestTheFirstFrameIsDrawnAtOnce() {
        var pacer = FramePacer()
        pacer.drew(at: start)
        let later = start + .seconds(1)
        #expect(pacer.next(at: later, afterKey: false) == later)
    }

    @Test func dataWaitsForItsTurnAndAKeyDoesNot() {
        var pacer = FramePacer()
        pacer.drew(at: start)
        let now = start + .milliseconds(2)
        #expect(pacer.next(at: now, afterKey: false) == start + FramePacer.interval)
        #expect(pacer.next(at: now, afterKey: true) == now)
    }
}
