import Foundation
import Northflank
import Testing

@testable import Store

/// Processes that share an account, each with a connection of its own to the same file.
struct MembershipTests {
    private let state = TemporaryState()

    private func at(_ seconds: Int64) -> BootTime { BootTime(boot: "b", nanoseconds: seconds * 1_000_000_000) }

    private func join(_ label: String, at seconds: Int64 = 0) async throws -> Membership {
        try await state.account().join(ProcessMark(in: state.open().directory), label: label, at: at(seconds))
    }

    @Test func theFirstLeadsUntilItEndsAndTheNextWaitsForNothing() async throws {
        var ana: Membership? = try await join("ana")
        let bob = try await join("bob")
        #expect(try await ana?.beat(term: nil, at: at(0)) != nil)
        #expect(try await bob.beat(term: nil, at: at(1)) == nil)
        ana = nil
        #expect(try await bob.beat(term: nil, at: at(1))?.holder == bob.id)
        #expect(try await bob.others().count == 0)
    }

    @Test func whoStopsIsReplacedAndLearnsIt() async throws {
        let (ana, bob) = (try await join("ana"), try await join("bob"))
        let first = try #require(try await ana.beat(term: nil, at: at(0)))
        #expect(try await bob.beat(term: nil, at: at(4))?.term == first.term + 1)
        #expect(try await ana.beat(term: first.term, at: at(60)) != nil, "bob has stopped beating too")
        #expect(try await bob.beat(term: first.term + 1, at: at(61)) == nil)
    }

    @Test func whatAnOldLeaderHeardTooLateIsNotKept() async throws {
        let (ana, bob) = (try await join("ana"), try await join("bob"))
        let old = try #require(try await ana.beat(term: nil, at: at(0)))
        let new = try #require(try await bob.beat(term: nil, at: at(4)))
        let account = try state.account()
        let fresh = RememberedFeed(.projects, answer: Samples.projects, receivedAt: Samples.now)
        let late = RememberedFeed(.projects, answer: FeedAnswer(content: .projects([])), receivedAt: Samples.now)
        #expect(try await account.remember([fresh], under: new))
        #expect(try await account.remember([late], under: old) == false)
        #expect(try account.recall().feeds.first?.answer == Samples.projects)
    }

    @Test func theOthersSayWhatTheyWant() async throws {
        let (ana, bob) = (try await join("ana"), try await join("bob"))
        try await bob.publish([.projects: .focused, .jobs("shop"): .background])
        try await bob.wish(for: [.projects])
        let others = try await ana.others()
        #expect(others.count == 1)
        #expect(others.interests[bob.id] == [.projects: .focused, .jobs("shop"): .background])
        #expect(others.wishes[bob.id]?.feeds == [.projects])
        let number = try #require(others.wishes[bob.id]?.number)
        try await bob.wish(for: [.projects])
        #expect(try await ana.others().wishes[bob.id]?.number == number + 1)
    }

    @Test func whoIsSilentForTenSecondsIsForgotten() async throws {
        let (ana, bob) = (try await join("ana"), try await join("bob"))
        _ = try await ana.beat(term: nil, at: at(9))
        #expect(try await ana.others().count == 1)
        _ = try await ana.beat(term: 1, at: at(11))
        #expect(try await ana.others().count == 0)
        // Woken, it is there again.
        _ = try await bob.beat(term: nil, at: at(12))
        #expect(try await ana.others().count == 1)
    }

    @Test func theBudgetIsSharedWithTheFeeds() async throws {
        let ana = try await join("ana")
        let lease = try #require(try await ana.beat(term: nil, at: at(0)))
        let budget = SharedBudget(
            limit: 1000, remaining: 900, resetsAt: Samples.now, reserve: 50, others: 0.25, pauseReason: "used up",
            pausedUntil: Samples.now)
        try await state.account().remember([], budget: budget, under: lease)
        let word = try await state.account().leadersWord()
        #expect(word.budget == budget)
        #expect(word.since != nil)
    }
}
