import Foundation
import GRDB
import Northflank
import Testing

@testable import Store

/// What feeds last told, kept across processes.
struct FeedMemoryTests {
    private let state = TemporaryState()

    private func remembered(_ feed: Feed, _ content: FeedContent) -> RememberedFeed {
        RememberedFeed(feed, answer: FeedAnswer(content: content), receivedAt: Samples.now)
    }

    @Test func everyKindOfFeedIsThereAtTheNextStart() async throws {
        let feeds = Samples.contents.map { remembered($0.feed, $0.content) }
        try await state.account().remember(feeds)
        #expect(Set(try state.account().recall().feeds) == Set(feeds))
    }

    @Test func anAnswerReplacesTheOneBeforeAndItsFailure() async throws {
        let account = try state.account()
        let failure = RememberedFeed.Failure(error: Samples.errors[3], at: Samples.now, retryAt: Samples.now + 9)
        try await account.remember([remembered(.projects, .projects([]))])
        try await account.remember([RememberedFeed(.projects, failure: failure)])
        let failed = try #require(try account.recall().feeds.first)
        #expect(failed.failure == failure)
        #expect(failed.answer?.content == .projects([]))
        try await account.remember([remembered(.projects, .projects([Samples.project]))])
        let healed = try #require(try account.recall().feeds.first)
        #expect(healed.failure == nil)
        #expect(healed.answer?.content == .projects([Samples.project]))
    }

    @Test func aReaderGetsOnlyWhatIsNew() async throws {
        let writer = try state.account()
        let reader = try state.account()
        try await writer.remember([remembered(.projects, .projects([]))])
        let first = try await reader.recall(after: 0)
        #expect(first.feeds.map(\.feed) == [.projects])
        try await writer.remember([remembered(.jobs("shop"), .jobs([])), remembered(.addonTypes, .addonTypes([]))])
        let second = try await reader.recall(after: first.revision)
        #expect(Set(second.feeds.map(\.feed)) == [.jobs("shop"), .addonTypes])
        #expect(try await reader.recall(after: second.revision).feeds.isEmpty)
    }

    @Test func aReaderNoticesThatAnotherWrote() async throws {
        let writer = try state.account()
        let reader = try state.account()
        let before = try await reader.database.dataVersion()
        #expect(try await reader.database.dataVersion() == before)
        try await writer.remember([remembered(.projects, .projects([]))])
        #expect(try await reader.database.dataVersion() != before)
    }

    @Test func oneAccountNeverSeesAnother() async throws {
        try await state.account("one").remember([remembered(.projects, .projects([Samples.project]))])
        #expect(try state.account("two").recall().feeds.isEmpty)
    }

    @Test func whatAnotherVersionWroteIsNotThere() async throws {
        let account = try state.account()
        try await account.remember([remembered(.projects, .projects([Samples.project]))])
        try await account.database.write { try $0.execute(sql: "UPDATE feed SET version = version + 1") }
        #expect(try account.recall().feeds.isEmpty)
        // A failure alone must not bring the strange bytes back.
        try await account.remember([
            RememberedFeed(.projects, failure: .init(error: .cancelled, at: Samples.now))
        ])
        #expect(try account.recall().feeds.first?.answer == nil)
    }

    @Test func damagedBytesAreLeftOut() async throws {
        let account = try state.account()
        try await account.remember(Samples.contents.map { remembered($0.feed, $0.content) })
        let key = Data(Encoding.bytes(of: Feed.projects))
        try await account.database.write {
            try $0.execute(sql: "UPDATE feed SET content = x'FFFF' WHERE key = ?", arguments: [key])
        }
        let recalled = try account.recall().feeds
        #expect(recalled.count == Samples.contents.count)
        #expect(recalled.first { $0.feed == .projects }?.answer == nil)
    }

    @Test func whatIsAMonthOldIsDropped() async throws {
        let account = try state.account()
        try await account.remember([remembered(.projects, .projects([]))])
        try await account.forgetOld(now: Samples.now + 29 * 86_400)
        #expect(try account.recall().feeds.count == 1)
        try await account.forgetOld(now: Samples.now + 31 * 86_400)
        #expect(try account.recall().feeds.isEmpty)
    }
}
