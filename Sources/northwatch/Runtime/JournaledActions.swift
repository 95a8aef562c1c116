internal import Northflank
internal import NorthflankAPI
internal import Store
internal import Synchronization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Sends actions, each with an intent in the journal before its POST and its outcome after it, and finds out what became
/// of those that an ended process has left.
struct JournaledActions: Sendable {
    let client: NorthflankClient
    /// Nil where nothing is kept.
    let journal: Journal?
    let notices: StoreNotices
    private let unwritten = Unwritten()

    init(client: NorthflankClient, journal: Journal?, notices: StoreNotices) {
        self.client = client
        self.journal = journal
        self.notices = notices
    }

    /// Between two looks for what was left.
    private static let lookEvery = Duration.seconds(10)
    /// After a list that couldn't be read.
    private static let retryAfter = Duration.seconds(60)

    /// Sends the action once, and finds out what came of it. `known` is what was there before, where that is known;
    /// `onDoubt` is called when the answer is lost.
    func perform(
        _ action: Action, known: Set<String>? = nil, onDoubt: @Sendable (APIError) -> Void
    ) async -> ActionOutcome {
        let written = Mutex<Intent?>(nil)
        let outcome = await client.perform(
            action, knownIDs: known,
            onDoubt: onDoubt,
            willSend: { known, serverTime in
                let (clearance, intent) = await begin(action, known, serverTime)
                written.withLock { $0 = intent }
                return clearance
            })
        if let intent = written.withLock(\.self) { await end(intent, outcome) }
        return outcome
    }

    /// Without a journal the action goes out all the same, and so it does where the journal can't be written, but not
    /// without a word. Where others hold the database for so long they may be about to send the same.
    private func begin(
        _ action: Action, _ known: Set<String>?, _ serverTime: Date?
    ) async -> (clearance: Clearance, intent: Intent?) {
        guard let journal else { return (.send(known: known), nil) }
        do throws(StoreProblem) {
            let beginning = try await patiently { () async throws(StoreProblem) in
                try await journal.begin(
                    action, title: "\(action)", known: known, serverTime: serverTime, now: Date())
            }
            switch beginning {
            case .begun(let intent): return (.send(known: intent.known), intent)
            case .busy(let by):
                let problem = APIError.Problem(
                    status: 0, message: "\(by) is sending one to it, or hasn't settled it yet")
                return (.refuse(.conflict(problem)), nil)
            }
        } catch .locked {
            let problem = APIError.Problem(status: 0, message: "the journal is locked by another program")
            return (.refuse(.conflict(problem)), nil)
        } catch {
            notices.tell("This action is not in the journal: \(error)")
            return (.send(known: known), nil)
        }
    }

    /// What can't be written now is written later: until then the intent keeps everybody from the same list.
    private func end(_ intent: Intent, _ outcome: ActionOutcome) async {
        if await !write(intent, outcome) { unwritten.add(intent, outcome) }
    }

    private func write(_ intent: Intent, _ outcome: ActionOutcome) async -> Bool {
        do throws(StoreProblem) {
            try await patiently { () async throws(StoreProblem) in
                try await journal?.end(intent, outcome, now: Date())
            }
            return true
        } catch {
            // Whoever is interrupted leaves the intent to the next.
            if !Task.isCancelled { notices.tell(error) }
            return false
        }
    }

    /// Tries again while others keep the database busy: a slow disk is no reason to act without a journal.
    private func patiently<Result>(
        _ body: () async throws(StoreProblem) -> Result
    ) async throws(StoreProblem) -> Result {
        for _ in 1..<Self.attempts {
            do throws(StoreProblem) {
                return try await body()
            } catch .locked {
                continue
            }
        }
        return try await body()
    }

    /// Each waits two seconds for the lock.
    private static let attempts = 5

    /// Entries that the dashboard shows: more than anybody scrolls through.
    private static let shown = 200

    /// The latest entries; nil where there is no journal, or none that can be read.
    func history() async -> [JournalEntry]? {
        do throws(StoreProblem) {
            return try await journal?.entries(limit: Self.shown)
        } catch {
            notices.tell(error)
            return nil
        }
    }

    // MARK: - What was left

    /// Is told of each intent of an ended process what became of it.
    typealias OnSettled = @Sendable (Intent, ActionOutcome) -> Void

    /// Settles what ended processes have left, until its task is cancelled.
    func settleLeftovers(_ onSettled: @escaping OnSettled) async {
        guard let journal else { return }
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for (intent, outcome) in unwritten.take() { await end(intent, outcome) }
                for intent in await takeOver(journal) { group.addTask { await settle(intent, onSettled) } }
                try? await Task.sleep(for: Self.lookEvery)
            }
        }
    }

    /// Settles what ended processes have left now, as far as it can be read.
    func settleLeftoversOnce(_ onSettled: @escaping OnSettled) async {
        guard let journal else { return }
        await withDiscardingTaskGroup { group in
            for intent in await takeOver(journal) { group.addTask { _ = await trySettling(intent, onSettled) } }
        }
    }

    private func takeOver(_ journal: Journal) async -> [Intent] {
        do throws(StoreProblem) {
            return try await journal.takeOver()
        } catch {
            notices.tell(error)
            return []
        }
    }

    /// - Returns: what stands in the way; nil once it is settled.
    private func trySettling(_ intent: Intent, _ onSettled: OnSettled) async -> APIError? {
        switch await client.settle(intent.action, known: intent.known, sentAt: intent.serverTime) {
        case .unreadable(let error): return error
        case .settled(let outcome):
            guard !Task.isCancelled else { return .cancelled }
            await end(intent, outcome)
            onSettled(intent, outcome)
            return nil
        }
    }

    /// Asks until it can be read. What is open when this process ends is left to the next.
    private func settle(_ intent: Intent, _ onSettled: OnSettled) async {
        while !Task.isCancelled {
            switch await trySettling(intent, onSettled) {
            case nil: return
            case .unauthorized:
                // Another token will do; the intent waits for it.
                return
            case .rateLimited(_, let wait): try? await Task.sleep(for: max(wait, Self.retryAfter))
            case .some: try? await Task.sleep(for: Self.retryAfter)
            }
        }
    }
}

/// Outcomes that the journal doesn't have yet.
private final class Unwritten: Sendable {
    private let pairs = Mutex<[(Intent, ActionOutcome)]>([])

    func add(_ intent: Intent, _ outcome: ActionOutcome) { pairs.withLock { $0.append((intent, outcome)) } }

    func take() -> [(Intent, ActionOutcome)] {
        pairs.withLock { pairs in
            defer { pairs = [] }
            return pairs
        }
    }
}
