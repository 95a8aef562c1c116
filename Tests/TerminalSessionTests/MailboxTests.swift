import Foundation
import TerminalSession
import Testing

struct MailboxTests {
    /// Whether `poll` would end its wait.
    private func isReady(_ mailbox: Mailbox<Int>) -> Bool {
        var ready = pollfd(fd: mailbox.wakeDescriptor, events: Int16(POLLIN), revents: 0)
        return poll(&ready, 1, 0) == 1
    }

    @Test func messagesComeOutOnceAndInTheirOrder() throws {
        let mailbox = try Mailbox<Int>()
        for number in 1...5 { mailbox.post(number) }
        #expect(mailbox.drain() == [1, 2, 3, 4, 5])
        #expect(mailbox.drain() == [])
    }

    @Test func itWakesAsLongAsSomethingLiesInIt() throws {
        let mailbox = try Mailbox<Int>()
        #expect(!isReady(mailbox))
        mailbox.post(1)
        mailbox.post(2)
        #expect(isReady(mailbox))
        _ = mailbox.drain()
        #expect(!isReady(mailbox))
        mailbox.post(3)
        #expect(isReady(mailbox))
    }

    @Test func whoKnowsOfWhatWaitsIsNotWokenAgainUntilItIsTaken() throws {
        let mailbox = try Mailbox<Int>()
        mailbox.post(1)
        mailbox.hush()
        mailbox.post(2)
        #expect(!isReady(mailbox))
        #expect(mailbox.drain() == [1, 2])
        mailbox.post(3)
        #expect(isReady(mailbox))
    }

    @Test func anyNumberOfMessagesTakesOneByteOfThePipe() throws {
        let mailbox = try Mailbox<Int>()
        for number in 0..<100_000 { mailbox.post(number) }
        var waiting: Int32 = 0
        _ = ioctl(mailbox.wakeDescriptor, UInt(FIONREAD), &waiting)
        #expect(waiting == 1)
        #expect(mailbox.drain().count == 100_000)
    }

    @Test func nothingIsLostBetweenThreads() async throws {
        let mailbox = try Mailbox<Int>()
        let received = await withTaskGroup(of: Void.self) { group in
            for sender in 0..<4 {
                group.addTask {
                    for number in 0..<5000 { mailbox.post(sender * 5000 + number) }
                }
            }
            var received: [Int] = []
            while received.count < 20000 {
                if isReady(mailbox) { received += mailbox.drain() } else { await Task.yield() }
            }
            return received
        }
        #expect(Set(received) == Set(0..<20000))
        #expect(received.filter { $0 < 5000 } == Array(0..<5000))
    }
}
