internal import Dashboard
internal import Northflank
internal import NorthflankAPI
internal import Store

/// A subcommand that changes something: it is written down, sent once, and followed to its end if that is wanted.
protocol ActingCommand: ShellCommand {
    var acting: ActingOptions { get }
    /// The name that was said once more; nil where it wasn't.
    var confirm: String? { get }
    /// What is to be done. May ask the API for what the command line doesn't say.
    func action(on account: OpenAccount) async throws(Complaint) -> Action
}

extension ActingCommand {
    var confirm: String? { nil }

    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit {
        try account.checkMayAct()
        account.spending.mayUseReserve = true
        let action = try await action(on: account)
        account.spending.mayUseReserve = false
        try action.check(confirmed: confirm)
        let title = "\(action)"
        let outcome = await account.perform(action)
        var report = ActionReport(title: title, outcome: outcome)
        report.isLeftToTheNext = Task.isCancelled && account.memory.kept != nil
        guard report.hasArrived, acting.wait else { return try say(report) }
        if !acting.json { Line.say(report.words) }
        let wait = ActionWait(account: account, action: action, item: report.item, limit: acting.timeout?.duration)
        report.end = await wait.run(ProgressLine(title: report.subject))
        if report.needsLog, let source = LogSource(of: action, item: report.item) {
            report.log = await account.newestLines(of: source)
        }
        return try say(report)
    }

    private func say(_ report: ActionReport) throws(Complaint) -> ShellExit {
        // After a signal nobody hears what is thrown.
        if Task.isCancelled { Line.note(report.words) }
        return try report.say(acting.json)
    }
}

extension OpenAccount {
    /// - Throws: where nothing is to be changed.
    func checkMayAct() throws(Complaint) {
        guard account.readOnly else { return }
        throw Complaint(.notAllowed, "nothing was sent: actions are switched off, by --read-only or the configuration")
    }

    /// Sends an action once, and finds out what came of it. What ended processes have left is found out before: until
    /// then nobody may begin another on the same list.
    func perform(_ action: Action) async -> ActionOutcome {
        await actions.settleLeftoversOnce { intent, outcome in
            let report = ActionReport(title: intent.title, outcome: outcome)
            Line.note("left by \(intent.by): \(report.words)")
        }
        return await actions.perform(action) { error in
            Line.note("\(action): no answer (\(error)); finding out whether it arrived")
        }
    }

    /// Sends what changes something, written down as the dashboard's actions are.
    private var actions: JournaledActions {
        JournaledActions(
            client: client, journal: memory.kept.map { Journal($0.account, mark: $0.mark, by: Author.label) },
            notices: StoreNotices { Line.note($0) })
    }

    /// The last lines of a log; none where it can't be read.
    fileprivate func newestLines(of source: LogSource) async -> [String] {
        let query = LogQuery(limit: 20)
        guard let lines = try? await client.send(source.lines(query)).value.items else { return [] }
        return LogAnswer(lines).entries.map(\.text)
    }
}

extension LogSource {
    /// Of what an action has begun; nil where that has no log of its own.
    fileprivate init?(of action: Action, item: String?) {
        guard let item else { return nil }
        switch action {
        case .startBuild(let service, _): self = .build(BuildReference(service: service, build: .init(item)))
        case .runJob(let job, _): self = .run(RunReference(job: job, run: .init(item)))
        case .backUp(let addon, _): self = .backup(BackupReference(addon: addon, backup: .init(item)))
        default: return nil
        }
    }
}
