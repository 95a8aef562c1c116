import Testing

@testable import northwatch

/// When what the other threads have sent is taken in.
@Suite struct MailPacerTests {
    private let start = ContinuousClock.now

    @Test func whereNothingCameNothingIsDue() { #expect(!MailPacer().isDue(at: start, besideKeys: false)) }

    @Test func afterARestItIsTakenInAtOnce() {
        var pacer = MailPacer()
        pacer.took(at: start)
        pacer.arrived(at: start + .seconds(1))
        #expect(pacer.isDue(at: start + .seconds(1), besideKeys: false))
    }

    @Test func whatPoursInIsTakenInOnceAFrame() {
        var pacer = MailPacer()
        var count = 0
        for millisecond in 0..<1_000 {
            let now = start + .milliseconds(millisecond)
            pacer.arrived(at: now)
            if pacer.isDue(at: now, besideKeys: false) {
                pacer.took(at: now)
                count += 1
            }
        }
        #expect((55...60).contains(count))
    }

    @Test func aKeyGoesFirstButNotForEver() {
        var pacer = MailPacer()
        pacer.arrived(at: start)
        #expect(!pacer.isDue(at: start, besideKeys: true))
        #expect(pacer.isDue(at: start, besideKeys: false))
        #expect(pacer.isDue(at: start + .milliseconds(100), besideKeys: true))
    }
}
