import Northflank
import Testing

@testable import northwatch

/// How often what is waited for is looked at.
@Suite struct WaitPaceTests {
    private func left(_ remaining: Int, _ reset: Duration = .seconds(3600)) -> RateLimit {
        RateLimit(limit: 1000, remaining: remaining, resetIn: reset)
    }

    @Test func theEndIsKnownWithinATenthOfTheTimeItTook() {
        let pace = WaitPace()
        #expect(pace.pause(after: .zero, nil) == .seconds(2))
        #expect(pace.pause(after: .seconds(60), nil) == .seconds(6))
        #expect(pace.pause(after: .seconds(3600), nil) == .seconds(30))
    }

    @Test func itSpendsHalfOfWhatIsLeftForReadingAtMost() {
        let pace = WaitPace()
        #expect(pace.pause(after: .zero, left(1000)) == .seconds(3600) / 475)
        #expect(pace.pause(after: .zero, left(60)) == .seconds(720))
        #expect(pace.pause(after: .zero, left(50)) == .seconds(3600))
        #expect(pace.pause(after: .zero, left(1000, .seconds(10))) == .seconds(2))
    }

    @Test func whatFailsIsAskedMoreSeldomUntilItAnswersAgain() {
        var pace = WaitPace()
        for seconds in [4, 8, 16, 30, 30] {
            pace.failed(.unreachable(.timeout, mayHaveArrived: true))
            #expect(pace.pause(after: .zero, nil) == .seconds(seconds))
        }
        pace.answered()
        #expect(pace.pause(after: .zero, nil) == .seconds(2))
    }

    @Test func aRateLimitIsWaitedFor() {
        var pace = WaitPace()
        pace.failed(.rateLimited(.init(status: 429, message: "no"), retryAfter: .seconds(90)))
        #expect(pace.pause(after: .zero, left(0)) == .seconds(91))
    }
}
