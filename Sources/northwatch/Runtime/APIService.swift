internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Refresh
internal import Store
internal import Synchronization
internal import TerminalSession

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Carries out what the dashboard wants of the API, and sends it what comes of that.
struct APIService: Sendable {
    private let client: NorthflankClient
    private let refresher: Refresher
    /// Nil where nothing is kept.
    private let recorder: Recorder?
    /// Nil where nothing is shared.
    private let sharing: Sharing?
    private let actions: JournaledActions
    private let ledger: Ledger
    /// Nil where nothing is kept.
    private let keepsakes: Keepsakes?
    private let mailbox: Mailbox<Mail>

    init(
        _ configuration: ClientConfiguration, token: APIToken, memory: AccountMemory,
        refresh limits: [RefreshLimits.List: RefreshLimits], mailbox: Mailbox<Mail>
    ) {
        self.mailbox = mailbox
        let notices = StoreNotices { mailbox.post(.message(.notice($0))) }
        for problem in memory.problems { notices.tell(problem) }
        let permit = Permit(isShared: memory.kept != nil)
        let recorder = memory.kept.map { Recorder($0.account, permit: permit, notices: notices) }
        self.recorder = recorder
        let listener = Listener()
        let ledger = Ledger(by: Author.label, stored: memory.kept?.account)
        self.ledger = ledger
        keepsakes = memory.kept.map { Keepsakes(stored: $0.account, permit: permit, notices: notices) }
        let client = NorthflankClient(
            configuration, token: { token },
            // Every answer tells what is left, those to actions and those that are errors too.
            observer: ClientObserver(
                onRequest: { ledger.note($0) }, onAnswer: { $0.rateLimit.map(listener.note) }))
        self.client = client
        var planning = Planner.Configuration()
        planning.limits = limits
        let refresher = Refresher(
            load: { feed, attention throws(APIError) in
                try await Ledger.$reason.with(RequestReason(attention)) { () throws(APIError) in
                    try await client.load(feed, mayAsk: { permit.mayAsk })
                }
            },
            clock: ContinuousClock(),
            configuration: planning,
            generator: SplitMix(seed: .random(in: .min ... .max))
        ) { event in
            recorder?.note(event)
            if let message = Message(event) { mailbox.post(.message(message)) }
        }
        self.refresher = refresher
        listener.refresher.withLock { $0 = Weak(refresher) }
        sharing = memory.kept.map {
            Sharing(
                $0.account, mark: $0.mark, recalled: memory.recalled, permit: permit, refresher: refresher,
                ledger: ledger, notices: notices, mailbox: mailbox)
        }
        actions = JournaledActions(
            client: client, journal: memory.kept.map { Journal($0.account, mark: $0.mark, by: Author.label) },
            notices: notices)
    }

    /// Works until its task is cancelled.
    func run(_ effects: AsyncStream<Effect>) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await refresher.run() }
            if let recorder { group.addTask { await recorder.run() } }
            if let sharing { group.addTask { await sharing.run() } }
            group.addTask {
                await actions.settleLeftovers { [mailbox] intent, outcome in
                    mailbox.post(
                        .message(.leftoverSettled(intent.action, by: intent.by, at: intent.intendedAt, outcome)))
                }
            }
            if let keepsakes {
                group.addTask {
                    mailbox.post(.message(.timelineRecalled(await keepsakes.timeline())))
                    mailbox.post(.message(.overridesRecalled(await keepsakes.overrides())))
                }
            }
            for await effect in effects { await perform(effect, in: &group) }
            group.cancelAll()
            await client.shutdown()
        }
    }

    private func perform(_ effect: Effect, in group: inout DiscardingTaskGroup) async {
        switch effect {
        case .watch(let interest):
            if let sharing { await sharing.watch(interest) } else { refresher.setInterest(interest) }
        case .refresh(let feeds):
            if let sharing { await sharing.refresh(feeds) } else { refresher.refreshNow(feeds) }
        case .perform(let id, let action, let known):
            refresher.noteOwnRequests(1)
            group.addTask { await perform(id, action, known) }
        case .loadHistory:
            group.addTask { mailbox.post(.message(.historyLoaded(await actions.history()))) }
        case .loadBranches(let service):
            refresher.noteOwnRequests(1)
            group.addTask { await loadBranches(service) }
        case .loadCatalogue(let catalogue):
            refresher.noteOwnRequests(1)
            group.addTask { await load(catalogue) }
        case .loadLogs(let request):
            refresher.noteOwnRequests(1)
            group.addTask { await loadLogs(request) }
        case .saveLog(let name, let entries):
            group.addTask { save(name, "log", entries.lazy.map(\.fileLine)) }
        case .loadDocument(let row):
            refresher.noteOwnRequests(1)
            group.addTask { await loadDocument(row) }
        case .saveDocument(let name, let text):
            group.addTask { save(name, "json", [text + "\n"]) }
        case .loadSpending:
            group.addTask { mailbox.post(.message(.spendingLoaded(await ledger.lastHour()))) }
        case .keepFavourites(let favourites): await keepsakes?.keep(favourites)
        case .keepChanges(let changes): await keepsakes?.keep(changes)
        case .keepOverrides(let overrides): await keepsakes?.keep(overrides)
        case .edit, .ring, .copy, .browse, .theme, .context, .suspend, .repaint, .quit:
            // The main thread's own.
            break
        }
    }

    private func perform(_ id: ActionID, _ action: Action, _ known: Set<String>?) async {
        let outcome = await actions.perform(action, known: known) { [mailbox] error in
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

extension APIService {
    private func load(_ catalogue: Catalogue) async {
        do throws(APIError) {
            let content: CatalogueContent =
                switch catalogue {
                case .plans: .plans(try await client.send(.listPlans()).value.items)
                case .regions: .regions(try await client.send(.listRegions()).value.items)
                }
            mailbox.post(.message(.catalogueLoaded(catalogue, .success(content))))
        } catch {
            mailbox.post(.message(.catalogueLoaded(catalogue, .failure(error))))
        }
    }

    private func loadLogs(_ request: LogRequest) async {
        do throws(APIError) {
            // Lines are made safe here, away from the main thread.
            let endpoint = request.source.lines(request.query)
            let lines = try await Ledger.$reason.with(.log) { () throws(APIError) in try await client.send(endpoint) }
            let answer = LogAnswer(lines.value.items)
            mailbox.post(.message(.logsLoaded(request, .success(answer))))
        } catch {
            mailbox.post(.message(.logsLoaded(request, .failure(error))))
        }
    }

    private func loadDocument(_ row: RowID) async {
        guard let endpoint = row.endpoint else { return }
        do throws(APIError) {
            // Read here, away from the main thread.
            let body = try await client.send(endpoint).value.bytes
            guard let text = JSONText(body) else {
                throw .unexpected(
                    status: 200, path: endpoint.path.filled ?? "", detail: "JSON that is nested too deeply to be shown")
            }
            mailbox.post(.message(.documentLoaded(row, .success(text))))
        } catch {
            mailbox.post(.message(.documentLoaded(row, .failure(error))))
        }
    }

    private func save(_ name: String, _ kind: String, _ texts: some Sequence<String>) {
        do throws(Complaint) {
            let home = ProcessInfo.processInfo.environment["HOME"]
            let (path, lines) = try SavedFile.save(texts, name: name, kind: kind, to: home, at: Date())
            mailbox.post(.message(.saved(path, lines: lines)))
        } catch {
            mailbox.post(.message(.notice(error.text)))
        }
    }
}

extension RowID {
    /// What tells all of a row's thing; nil for what is no thing of the account.
    fileprivate var endpoint: Endpoint<RawBody>? {
        switch self {
        case .allProjects: nil
        case .project(let id): Endpoint.getProject(id).raw
        case .service(let service), .latestBuild(let service): Endpoint.getService(service).raw
        case .build(let build): Endpoint.getServiceBuild(build).raw
        case .job(let job): Endpoint.getJob(job).raw
        case .run(let run): Endpoint.getRunDetails(run).raw
        case .addon(let addon): Endpoint.getAddon(addon).raw
        case .backup(let backup): Endpoint.getAddonBackup(backup).raw
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
