import Foundation
import GRDB
import Testing

@testable import Store

/// Favourites and the timeline outlive the process.
struct KeepsakeTests {
    private let state = TemporaryState()

    private func change(_ text: String, at seconds: Double) -> (at: Date, value: Data) {
        (Samples.now + seconds, Data(text.utf8))
    }

    private func changes(_ account: StoredAccount, limit: Int = 100) async throws -> [String] {
        try await account.changes(limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func aValueReplacesTheOneBefore() async throws {
        let account = try state.account()
        #expect(try account.keepsake("favourites") == nil)
        try await account.keep(Data("one".utf8), as: "favourites")
        try await account.keep(Data("two".utf8), as: "favourites")
        #expect(try state.account().keepsake("favourites") == Data("two".utf8))
    }

    @Test func valuesAreFoundByHowTheirNamesStart() async throws {
        let account = try state.account()
        for name in ["overrides b", "overrides a", "favourites", "override"] {
            try await account.keep(Data(name.utf8), as: name)
        }
        try await state.account("two").keep(Data("two".utf8), as: "overrides c")
        let found = try await account.keepsakes(startingWith: "overrides ")
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == ["overrides a", "overrides b"])
    }

    @Test func theTimelineComesBackInItsOrder() async throws {
        let account = try state.account()
        try await account.add([change("a", at: 1), change("b", at: 3)], limit: 100)
        try await account.add([change("c", at: 2)], limit: 100)
        #expect(try await changes(account) == ["a", "b", "c"])
        #expect(try await changes(account, limit: 2) == ["b", "c"], "the newest by their time")
    }

    @Test func theOldestGiveWayBeyondTheLimit() async throws {
        let account = try state.account()
        for number in 1...5 { try await account.add([change("\(number)", at: Double(number))], limit: 3) }
        #expect(try await changes(account) == ["3", "4", "5"])
    }

    @Test func aChangeThatIsAMonthOldIsDropped() async throws {
        let account = try state.account()
        try await account.add([change("old", at: 0), change("new", at: 86_400)], limit: 100)
        try await account.forgetOld(now: Samples.now + 30.5 * 86_400)
        #expect(try await changes(account) == ["new"])
    }

    @Test func oneAccountNeverSeesAnothers() async throws {
        let account = try state.account("one")
        try await account.keep(Data("one".utf8), as: "favourites")
        try await account.add([change("a", at: 1)], limit: 100)
        #expect(try state.account("two").keepsake("favourites") == nil)
        #expect(try await changes(state.account("two")).isEmpty)
    }

    /// A database of the version before has no such tables yet.
    @Test func aDatabaseOfTheVersionBeforeIsBroughtUpToDate() async throws {
        let before = try state.account()
        try await before.database.write {
            try $0.execute(
                sql: "DROP TABLE spending; DROP TABLE keepsake; DROP TABLE change; PRAGMA user_version = 1")
        }
        let account = try state.account()
        try await account.keep(Data("one".utf8), as: "favourites")
        #expect(try account.keepsake("favourites") == Data("one".utf8))
    }
}
