internal import ArgumentParser
internal import Dashboard
internal import Northflank
internal import TerminalUI

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `northwatch status`: what is broken and what is running, in a screenful.
struct StatusCommand: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What is broken and what is under way, in a screenful.",
        discussion: """
            What a dashboard of yours, or an earlier command, read less than --max-age ago is taken as it is; the rest \
            is asked for: the projects, and the services, jobs and addons of each. What is left of --max-requests goes \
            to what is under way, to the runs of jobs, the backups of addons and the branches of services.

            EXIT CODES
              0  all is well, as far as is known     3  not allowed: the token or its role
              1  something is broken                 4  the hour's requests, or --max-requests, are used up
              2  can't tell: no network              5  all there is, is older than --max-age

            EXAMPLES
              northwatch status
              northwatch status --project shop --project data || mail -s 'Northflank' me@example.com
              northwatch status --json --max-age 5m | jq -r '.problems[].subject'
              northwatch status --max-requests 100
                  Backups and job runs too.
              northwatch status --watch
            """)

    @ParentCommand var parent: Northwatch
    @OptionGroup var options: ShellOptions

    @Option(
        name: .customLong("project"),
        help: ArgumentHelp(
            "Of this project alone, by its id or name; may be given more than once.", valueName: "project"),
        completion: Completions.projects)
    var projects: [String] = []

    @Option(
        help: ArgumentHelp("How old may be what isn't asked again: 90s, 5m, 2h.", valueName: "time"),
        transform: Seconds.named)
    var maxAge = Seconds(60)

    @Option(
        help: ArgumentHelp("How many requests it may cost; 1 and 3 for each project otherwise.", valueName: "n"))
    var maxRequests: Int?

    @Flag(help: "As JSON: an object.")
    var json = false

    @Flag(
        help: ArgumentHelp(
            "Go on, and tell what changes.",
            discussion: "On a terminal, the report is shown anew; elsewhere, written again when it is another one."))
    var watch = false

    func validate() throws {
        if let maxRequests, maxRequests < 0 { throw Complaint.usage("--max-requests \(maxRequests) is not 0 or more") }
    }

    func work(on account: OpenAccount) async throws(Complaint) -> ShellExit {
        let names = projects.isEmpty ? parent.account.project.map { [$0] } ?? [] : projects
        let reading = StatusReading(account: account, names: names, maxAge: maxAge.value, most: maxRequests)
        let printer = Printer()
        var report = try await reading.read()
        try show(report, account, printer)
        while watch {
            let pause = reading.pause
            if printer.isTerminal, !json {
                printer.put([Span("  again in \(RelativeTime.duration(pause.value))", .muted)])
            }
            guard (try? await Task.sleep(for: pause.duration)) != nil else { break }
            let next = try await reading.read()
            let isNews = next.isOther(than: report)
            report = next
            if isNews || printer.isTerminal && !json { try show(report, account, printer) }
        }
        return ShellExit(report.verdict)
    }

    private func show(_ report: StatusReport, _ account: OpenAccount, _ printer: Printer) throws(Complaint) {
        if json { return try JSONOutput.put(StatusAnswer(report, account.spending), isOneLine: watch) }
        // Each list may take half of what the other lines leave.
        let most = printer.size.map { max(3, ($0.rows - 6) / 2) } ?? .max
        var lines = report.lines(printer.symbols, width: printer.width, most: most)
        lines += notes(report, account).map { [Span("  \($0)", .muted)].cut(to: printer.width, printer.symbols) }
        if watch, printer.isTerminal { printer.replaceAll(by: lines) } else { lines.forEach(printer.put) }
    }

    private func notes(_ report: StatusReport, _ account: OpenAccount) -> [String] {
        var notes: [String] = []
        if case .old = report.verdict, let trouble = report.trouble { notes.append("not confirmed: \(trouble)") }
        if let limit = account.spending.limit, report.isIncomplete { notes.append(limit.words) }
        return notes + [account.spending.words]
    }
}

extension StatusReport {
    /// Whether some list of the report was never read, or is old.
    fileprivate var isIncomplete: Bool {
        switch verdict {
        case .notAsked, .old: true
        case .well, .broken, .failed: unknown.projects > 0
        }
    }

    /// Whether it tells anything but another age.
    fileprivate func isOther(than before: StatusReport) -> Bool {
        verdict != before.verdict || Set(problems) != Set(before.problems) || Set(underWay) != Set(before.underWay)
    }
}

extension ShellExit {
    init(_ verdict: StatusReport.Verdict) {
        self =
            switch verdict {
            case .well: .well
            case .broken: .broken
            case .failed(let error): ShellExit(error)
            case .notAsked: .budgetUsedUp
            case .old: .old
            }
    }
}

/// `status --json`: the report, and what it cost.
private struct StatusAnswer: Encodable {
    var report: StatusReport
    var spending: Spending

    init(_ report: StatusReport, _ spending: Spending) { (self.report, self.spending) = (report, spending) }

    private enum Keys: String, CodingKey { case requests, exitCode }
    private enum RequestKeys: String, CodingKey { case spent, remaining, limit, resetInSeconds }

    func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var object = encoder.container(keyedBy: Keys.self)
        try object.encode(ShellExit(report.verdict).rawValue, forKey: .exitCode)
        var requests = object.nestedContainer(keyedBy: RequestKeys.self, forKey: .requests)
        try requests.encode(spending.requests, forKey: .spent)
        guard let left = spending.rateLimit else { return }
        try requests.encode(left.remaining, forKey: .remaining)
        try requests.encode(left.limit, forKey: .limit)
        try requests.encode(left.resetIn.components.seconds, forKey: .resetInSeconds)
    }
}
