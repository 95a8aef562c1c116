import Northflank
import Testing

@testable import Store

/// What each process of a user has spent of the account's requests.
struct SpendingTests {
    private let state = TemporaryState()

    private func spent(
        _ count: Int, minute: Int = 1_000, _ operation: String = "listServices", _ reason: RequestReason = .visible,
        by: String = "ana@jump pid 1"
    ) -> SpentRequests {
        SpentRequests(minute: minute, operation: operation, reason: reason, by: by, count: count)
    }

    @Test func requestsOfOneKindInOneMinuteAddUp() async throws {
        let account = try state.account()
        try await account.add([spent(2), spent(1, "getJobRuns")])
        try await account.add([spent(3)])
        #expect(Set(try await account.spending(since: 0)) == [spent(5), spent(1, "getJobRuns")])
    }

    @Test func eachProcessMinuteAndReasonStandsAlone() async throws {
        let account = try state.account()
        let lines = [
            spent(1), spent(2, minute: 1_001), spent(3, by: "bob@jump pid 2"), spent(4, "listServices", .action),
        ]
        try await account.add(lines)
        #expect(Set(try await account.spending(since: 0)) == Set(lines))
    }

    @Test func onlyWhatCameSinceIsTold() async throws {
        let account = try state.account()
        try await account.add([spent(1, minute: 999), spent(2, minute: 1_000), spent(3, minute: 1_001)])
        #expect(try await account.spending(since: 1_000).map(\.count) == [2, 3])
    }

    @Test func whatIsTwoHoursOldIsDropped() async throws {
        let account = try state.account()
        try await account.add([spent(1, minute: 1_000)])
        try await account.add([spent(1, minute: 1_120)])
        #expect(try await account.spending(since: 0).count == 2)
        try await account.add([spent(1, minute: 1_121)])
        #expect(try await account.spending(since: 0).map(\.minute) == [1_120, 1_121])
    }

    @Test func oneAccountNeverSeesAnothersSpending() async throws {
        try await state.account("one").add([spent(1)])
        #expect(try await state.account("two").spending(since: 0).isEmpty)
    }
}
