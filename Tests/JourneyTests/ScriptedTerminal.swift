import Foundation
import Synchronization
import TerminalSession

@testable import northwatch

/// A terminal without a screen: the main thread waits here as it does for the real one, in `poll`.
final class ScriptedTerminal: EventSource, Sendable {
    private let events: Mailbox<TerminalEvent>
    private let mail: Mailbox<Mail>
    private let stopped = Mutex(0)
    private let hasShell = Mutex(true)

    init(mail: Mailbox<Mail>) throws {
        events = try Mailbox()
        self.mail = mail
    }

    func send(_ event: TerminalEvent) { events.post(event) }

    /// How often the terminal was given to the shell, which gave it back at once.
    var stops: Int { stopped.withLock(\.self) }

    /// As where nothing could bring a stopped program back.
    func loseShell() { hasShell.withLock { $0 = false } }

    func next(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
        var descriptors = [events.wakeDescriptor, mail.wakeDescriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let left = deadline.map { ContinuousClock.now.duration(to: $0) / .milliseconds(1) } ?? 1000
        _ = poll(&descriptors, nfds_t(descriptors.count), Int32(max(0, left.rounded(.up))))
        var arrived: [TerminalEvent] = descriptors[0].revents != 0 ? events.drain() : []
        if descriptors[1].revents != 0 { arrived.append(.mail) }
        if let deadline, ContinuousClock.now >= deadline { arrived.append(.timer) }
        return arrived
    }

    func lend(_ body: () -> Void) { body() }

    func stopProcess() -> Bool {
        stopped.withLock { $0 += 1 }
        return hasShell.withLock(\.self)
    }
}
