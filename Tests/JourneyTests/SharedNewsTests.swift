import Dashboard
import Foundation
import Northflank
import Refresh
import Store
import TerminalSession
import Testing

@testable import northwatch

/// What one process stores is on the screens of the others within half a second.
@Suite(.timeLimit(.minutes(1))) struct SharedNewsTests {
    /// A process among those that share an account: all of it but the API, the terminal and the process.
    private final class Member {
        let mailbox: Mailbox<Mail>
        let permit = Permit(isShared: true)
        private let recorder: Recorder
        private let work: Task<Void, Never>

        init(_ directory: StateDirectory) throws {
            let database = try StateDatabase.open(directory).database
            let account = try database.account(
                Place(address: "https://api.northflank.com/v1", team: nil), token: Array("a-token".utf8))
            let mailbox = try Mailbox<Mail>()
            self.mailbox = mailbox
            let notices = StoreNotices { mailbox.post(.message(.notice($0))) }
            let recorder = Recorder(account, permit: permit, notices: notices)
            self.recorder = recorder
            let refresher = Refresher(
                load: { _, _ throws(APIError) in throw .cancelled }, clock: ContinuousClock(),
                generator: SplitMix(seed: 1)
            ) { _ in }
            let sharing = Sharing(
                account, mark: try ProcessMark(in: directory), recalled: [], permit: permit, refresher: refresher,
                ledger: Ledger(by: "test", stored: account), notices: notices, mailbox: mailbox)
            work = Task {
                await withDiscardingTaskGroup { group in
                    group.addTask { await recorder.run() }
                    group.addTask { await sharing.run() }
                }
            }
        }

        deinit { work.cancel() }

        func hear(_ feed: Feed, _ answer: FeedAnswer) { recorder.note(.loaded(feed, answer)) }

        /// Waits for a message.
        func wait(for isIt: (Message) -> Bool) async throws {
            while true {
                for case .message(let message) in mailbox.drain() where isIt(message) { return }
                try await Task.sleep(for: .milliseconds(2))
            }
        }
    }

    @Test func newDataIsShownByTheOthersWithinHalfASecond() async throws {
        let path = NSTemporaryDirectory() + "northwatch-news-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let leader = try Member(StateDirectory(path: path))
        while leader.permit.lease == nil { try await Task.sleep(for: .milliseconds(5)) }
        let follower = try Member(StateDirectory(path: path))
        try await leader.wait { $0 == .sharing(with: 1) }
        for number in 1...10 {
            let project = Project.ID("project-\(number)")
            let answer = FeedAnswer(content: .jobs([Job(id: "nightly", name: "nightly", kind: .cron)]))
            let start = ContinuousClock.now
            leader.hear(.jobs(project), answer)
            try await follower.wait { message in
                guard case .shared(let feeds) = message else { return false }
                return feeds.contains { $0.feed == .jobs(project) && $0.answer == answer }
            }
            #expect(start.duration(to: .now) < .milliseconds(500))
        }
    }
}
