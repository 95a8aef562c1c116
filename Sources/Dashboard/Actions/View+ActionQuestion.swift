import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The question before an action: what happens to what, exactly.

extension State {
    func drawQuestion(_ canvas: inout Canvas, _ question: ActionQuestion) {
        let action = question.action
        var lines = facts(of: action) + [[]]
        let width = min(size.columns - 8, 64)
        lines += TextWrap.lines(consequence(of: action), width: width).map { line in
            [Span(line, action.isDangerous ? .warning : .muted)]
        }
        let label = "Type \"\(question.name)\": "
        if question.field != nil { lines += [[], [Span(label, .text)]] }
        let area = drawQuestion(&canvas, title: action.verb, lines, yes: action.verb.lowercased())
        guard let field = question.field else { return }
        let labelWidth = [Span(label, .text)].columns
        let row = Rect(
            column: area.column + labelWidth, row: area.maxRow - 1, width: max(8, area.width - labelWidth), height: 1)
        field.draw(on: &canvas, .field, in: row.intersection(area))
    }

    private func facts(of action: Action) -> [[Span]] {
        let target = action.target
        let place = action.project.map { fact("Project", projectName($0)) }
        let subject = [fact(target.noun, name(of: target))]
        // On the smallest screens what it does is worth more than where.
        let names = target.isWithinProject && size.rows > 12 ? subject + [place].compactMap(\.self) : subject
        return names + details(of: action)
    }

    private func details(of action: Action) -> [[Span]] {
        switch action {
        case .abort(.build(let build)):
            let found = account.build(build)
            return [fact("Build", "\(build.build)\(found?.branch.map { " of \($0)" } ?? "")")] + state(found?.status)
        case .abort(.run(let run)):
            let found = account.run(run)
            return [fact("Run", found?.runName ?? run.run.rawValue)] + state(found?.status)
        case .abort(.backup(let backup)):
            let found = account.backup(backup)
            return [fact("Backup", found?.name ?? backup.backup.rawValue)] + state(found?.status)
        case .abort(.restore(let restore, let backup)):
            return [fact("Backup", account.backup(backup)?.name ?? backup.backup.rawValue)]
                + state(account.restore(restore, of: backup.addon)?.status)
        case .restore(let backup):
            let found = account.backup(backup)
            let age = found?.createdAt.map { "  \(RelativeTime.age(now.timeIntervalSince($0))) old" } ?? ""
            return [fact("Backup", "\(found?.name ?? backup.backup.rawValue)\(age)")]
        case .scale(let scaling): return [fact("To", scaling.words)]
        case .deploy(let service, let request):
            let now = account.serviceDetails[service].map { fact("Now", words(of: $0.deployment?.image)) }
            return [now, fact("Then", request.words)].compactMap(\.self)
        case .startBuild(_, let request): return details(of: request)
        case .runJob(_, let request): return details(of: request)
        case .create(let creation): return [fact("New", creation.kind.words), fact("Name", creation.name ?? "")]
        case .backUp, .restart, .pause, .resume, .suspend, .unsuspend: return []
        }
    }

    private func details(of request: RunRequest) -> [[Span]] {
        [
            request.image.map { fact("Image", $0.words) }, request.plan.map { fact("Plan", $0) },
            names("With", request.environment.keys.sorted()),
            names("Also", (request.runtime == nil ? [] : ["another start"]) + request.more.names),
        ].compactMap(\.self)
    }

    /// What is said beside: the values may be secrets.
    private func names(_ label: String, _ names: [String]) -> [Span]? {
        names.isEmpty ? nil : fact(label, names.joined(separator: ", "))
    }

    private func details(of request: BuildRequest) -> [[Span]] {
        let source: [Span]? =
            switch request.source {
            case .linked: nil
            case .branch(let branch): fact("Branch", branch)
            case .pullRequest(let number): fact("Pull", "#\(number)")
            }
        return [
            source, request.sha.map { fact("Commit", String($0.prefix(7))) },
            names("With", request.overrides.arguments.keys.sorted()),
            request.overrides.dockerfile.map { fact("File", $0) }, names("Also", request.more.names),
        ].compactMap(\.self)
    }

    private func state(_ status: (some StatusWord)?) -> [[Span]] {
        [[Span("State".padding(to: 9), .muted)] + statusSpans(status)]
    }

    /// What it does, for somebody who may not know.
    private func consequence(of action: Action) -> String {
        switch action {
        case .startBuild: "A build is started."
        case .runJob: "One run is started."
        case .backUp: "A backup is saved."
        case .restore:
            "All data of \(name(of: action.target)) is replaced by this backup. What was written since then is lost."
        case .create: "It is created, and may cost money from now on."
        case .abort(.build): "The build ends, and nothing of it is kept."
        case .abort(.run): "The run ends in the middle of what it does."
        case .abort(.backup): "The backup ends unfinished, and can't be restored."
        case .abort(.restore): "The restore ends unfinished. The data may be neither old nor new."
        case .deploy: "It runs from now on."
        case .restart(.service): "All of its containers are replaced by new ones."
        case .restart(.addon): "It can't be reached until it is up again."
        case .pause(.service): "Nothing of it runs until it is resumed: it can't be reached."
        case .pause(.addon): "It stops until it is resumed: whatever uses it fails."
        case .resume(.service): "It runs again, in as many instances as before."
        case .resume(.addon): "It runs again. Backups that wait for it begin."
        case .scale(.service(_, let request)) where request.instances == 0:
            "Nothing of it runs until it is scaled up: it can't be reached."
        case .scale(.service): "Containers are added, ended or replaced, and its price changes."
        case .scale(.addon): "It may be out of reach for a while, and its price changes. A disk never shrinks again."
        case .suspend: "Its schedule starts no more runs. It can still be run by hand."
        case .unsuspend: "Its schedule starts runs again."
        }
    }
}

extension Action {
    /// The question's title and its yes.
    fileprivate var verb: String {
        switch self {
        case .startBuild: "Build"
        case .runJob: "Run"
        case .backUp: "Back up"
        case .restore: "Restore"
        case .create: "Create"
        case .abort: "Abort"
        case .deploy: "Deploy"
        case .restart: "Restart"
        case .pause: "Pause"
        case .resume: "Resume"
        case .scale: "Scale"
        case .suspend: "Switch off"
        case .unsuspend: "Switch on"
        }
    }
}

extension ActionTarget {
    fileprivate var isWithinProject: Bool {
        switch self {
        case .account, .project: false
        case .service, .job, .addon: true
        }
    }

    fileprivate var noun: String {
        switch self {
        case .account: "Account"
        case .project: "Project"
        case .service: "Service"
        case .job: "Job"
        case .addon: "Addon"
        }
    }
}
