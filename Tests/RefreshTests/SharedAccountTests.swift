import Northflank
import Testing

@testable import Refresh

/// A day on an account that three others use too, each as it likes: steadily or in bursts, and by turns a lot and
/// nothing at all, up to three times of what the account has.
struct SharedAccountTests {
    private static let day = 86_400.0

    private func account(_ generator: inout SplitMix, seed: UInt64) -> SimulatedAccount {
        var account = SimulatedAccount(seed: seed)
        account.watch(SimulatedAccount.interest(projects: 5, builds: 6), at: 0)
        for _ in 0..<3 { letAnother(spend: &account, &generator) }
        return account
    }

    /// Changes its appetite every so often.
    private func letAnother(spend account: inout SimulatedAccount, _ generator: inout SplitMix) {
        var time = Double.random(in: 10...600, using: &generator)
        while time < Self.day {
            let moodEnds = time + Double.random(in: 300...14_400, using: &generator)
            let perHour = [0, 20, 200, 1_000].randomElement(using: &generator) ?? 0
            let burst = Int.random(in: 1...10, using: &generator)
            guard perHour > 0 else {
                time = moodEnds
                continue
            }
            let pause = 3_600 / Double(perHour) * Double(burst)
            while time < moodEnds {
                account.othersSend(burst, at: time)
                time += pause * Double.random(in: 0.2...1.8, using: &generator)
            }
        }
    }

    @Test(arguments: 0..<4)
    func noRequestOfOursIsEverRefused(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var account = account(&generator, seed: seed)
        account.run(until: Self.day)
        #expect(account.refusals == 0)
        #expect(account.askedAtReserve == 0)
        #expect(account.requests.count > 1_000, "it doesn't just keep still")
    }

    @Test func aRefusalThatSomebodyElseCausedIsWaitedFor() throws {
        var planner = Planner.warm()
        let first = planner.setInterest([services("a"): .focused, services("b"): .visible], at: at(1))
        _ = planner.rateLimit(limit(0, resetIn: 900), at: at(2))
        _ = planner.failed(try first.asking(), refused(after: 900), requests: 1, at: at(2))
        #expect(planner.tick(at: at(901)).isEmpty)
        #expect(planner.budgetStatus(at: at(901)).pause == .init(reason: .refused, until: at(902)))
    }
}
