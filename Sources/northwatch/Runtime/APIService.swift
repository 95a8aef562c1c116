internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Refresh
internal import Store
internal import Synchronization
internal import TerminalSession

/// Carries out what the dashboard wants of the API, and sends it what comes of that.
struct APIService: Sendable {
    private let client: NorthflankClient
    private let refresher: Refresher
    private let recorder: Recorder?
    private let mailbox: Mailbox<Mail>

    init(_ configuration: ClientConfiguration, token: APIToken, stored: StoredAccount?, mailbox: Mailbox<Mail>) {
        self.mailbox = mailbox
        let recorder = stored.map { Recorder($0, notices: StoreNotices(mailbox)) }
        self.recorder = recorder
        let listener = Listener()
        let client = NorthflankClient(
            configuration, token: { token },
            // Every answer tells what is left, those to actions and those that are errors too.
            observer: ClientObserver(onAnswer: { $0.rateLimit.map(listener.note) }))
        self.client = client
        refresher = Refresher(
            load: { feed throws(APIError) in try await client.load(feed) }, clock: ContinuousClock(),
            generator: SplitMix(seed: .random(in: .min ... .max))
        ) { event in
            recorder?.note(event)
            if let message = Message(event) { mailbox.post(.message(message)) }
        }
        listener.refresher.withLock { $0 = Weak(refresher) }
    }

    /// Works until its task is cancelled.
    func run(_ effects: AsyncStream<Effect>) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await refresher.run() }
            if let recorder { group.addTask { await recorder.run() } }
            for await effect in effects { perform(effect, in: &group) }
            group.cancelAll()
            await client.shutdown()
        }
    }

    private func perform(_ effect: Effect, in group: inout DiscardingTaskGroup) {
        switch effect {
        case .watch(let interest):
            refresher.setInterest(interest)
        case .refresh(let feeds):
            refresher.refreshNow(feeds)
        case .perform(let id, let action, let known):
            refresher.noteOwnRequests(1)
            group.addTask { await perform(id, action, known) }
        case .loadBranches(let service):
            refresher.noteOwnRequests(1)
            group.addTask { await loadBranches(service) }
        case .keepFavourites, .ring, .copy, .theme, .suspend, .repaint, .quit:
            // The main thread's own.
            break
        }
    }

    private func perform(_ id: ActionID, _ action: Action, _ known: Set<String>?) async {
        let outcome = await client.perform(action, knownIDs: known) { error in
            mailbox.post(.message(.actionInDoubt(id, error)))
        }
        mailbox.post(.message(.actionEnded(id, outcome)))
    }

    /// The first page is enough to choose from; any other branch can be typed.
    private func loadBranches(_ service: ServiceReference) async {
        var pages = client.pages(.getServiceBranches(service)).makeAsyncIterator()
        do throws(APIError) {
            let branches = try await pages.next()?.value.items ?? []
            mailbox.post(.message(.branchesLoaded(service, .success(branches))))
        } catch {
            mailbox.post(.message(.branchesLoaded(service, .failure(error))))
        }
    }
}

/// The client tells the refresher of its answers, and the refresher asks the client: one of the two must come second.
private final class Listener: Sendable {
    let refresher = Mutex(Weak())

    func note(_ limit: RateLimit) { refresher.withLock(\.value)?.noteRateLimit(limit) }
}

private struct Weak: Sendable {
    private(set) weak var value: Refresher?

    init(_ value: Refresher? = nil) { self.value = value }
}
