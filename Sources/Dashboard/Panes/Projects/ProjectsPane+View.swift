import Northflank
import TerminalUI

extension ProjectsPane {
    static func columns(_ state: State) -> [TableColumn] {
        [.init(.flexible(minimum: 10)), .init(.fitting(maximum: 9), alignment: .right, priority: 1)]
    }

    static func line(_ row: RowID, _ state: State) -> TableLine {
        switch row {
        case .project(let id):
            let name = state.account.project(id)?.name ?? id.rawValue
            return line([Span(name, .text)], Tally(projects: [id], in: state.account), state)
        default:
            let tally = Tally(projects: state.account.projects.map(\.id), in: state.account)
            return line([Span("All projects", .heading)], tally, state)
        }
    }

    private static func line(_ name: [Span], _ tally: Tally, _ state: State) -> TableLine {
        let health = tally.health
        let mark = health.map { Span(state.symbol($0), $0.role) } ?? Span(state.appearance.symbols.ellipsis, .muted)
        return [[mark, Span(" ", .text)] + name, counts(tally, state)]
    }

    /// What fails, what is under way, and how many services there are.
    private static func counts(_ tally: Tally, _ state: State) -> [Span] {
        var spans: [Span] = []
        if tally.failing > 0 { spans.append(Span("\(state.symbol(.failing))\(tally.failing) ", .failing)) }
        if tally.active > 0 { spans.append(Span("\(state.symbol(.active))\(tally.active) ", .active)) }
        if let services = tally.services { spans.append(Span("\(services)", .muted)) }
        return spans
    }
}

/// How the services, jobs and addons of some projects are, as far as known.
struct Tally {
    private(set) var failing = 0
    private(set) var active = 0
    private(set) var warning = 0
    /// Nil until the services of any of the projects were read.
    private(set) var services: Int?

    init(projects: [Project.ID], in account: Account) {
        for project in projects {
            if let list = account.services[project] {
                services = (services ?? 0) + list.count
                for service in list { count(service.health) }
            }
            for addon in account.addons[project] ?? [] { count(addon.health) }
            for job in account.jobs[project] ?? [] {
                let last = account.runs[JobReference(project: project, job: job.id)]?.first
                if let last { count(last.health) }
            }
        }
    }

    private mutating func count(_ health: Health) {
        switch health {
        case .failing: failing += 1
        case .active: active += 1
        case .warning: warning += 1
        case .unknown, .healthy, .idle: break
        }
    }

    /// The worst of all; nil where nothing is known yet.
    var health: Health? {
        if failing > 0 { return .failing }
        if warning > 0 { return .warning }
        if active > 0 { return .active }
        return services == nil ? nil : services == 0 ? .idle : .healthy
    }
}
