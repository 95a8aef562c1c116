internal import Dashboard
internal import Store
internal import Synchronization
internal import TerminalSession

/// Tells the user what is wrong with the state database, each trouble once.
final class StoreNotices: Sendable {
    private let mailbox: Mailbox<Mail>
    private let told = Mutex<Set<StoreProblem>>([])

    init(_ mailbox: Mailbox<Mail>) { self.mailbox = mailbox }

    func tell(_ problem: StoreProblem) {
        guard told.withLock({ $0.insert(problem).inserted }) else { return }
        mailbox.post(.message(.notice("\(problem)")))
    }
}
