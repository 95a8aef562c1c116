internal import Store
internal import Synchronization

/// Tells the user what is wrong with the state database, each trouble once.
final class StoreNotices: Sendable {
    private let say: @Sendable (String) -> Void
    private let told = Mutex<Set<StoreProblem>>([])

    init(_ say: @escaping @Sendable (String) -> Void) { self.say = say }

    func tell(_ problem: StoreProblem) {
        guard told.withLock({ $0.insert(problem).inserted }) else { return }
        say("\(problem)")
    }

    /// Tells what is worth knowing each time.
    func tell(_ text: String) { say(text) }
}
