import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// One line of what is going on: the filter being typed, what the user began, why nothing is asked, what is wrong.
    func drawStatus(_ canvas: inout Canvas, _ area: Rect) {
        if isFiltering {
            let prompt = log?.isTypingFilter == true ? " filter " : " / "
            let column = canvas.write([Span(prompt, .key)], in: area)
            let field = Rect(column: area.column + column, row: area.row, width: area.width - column, height: 1)
            filterField.draw(on: &canvas, .text, in: field)
            return
        }
        canvas.write(statusSpans, in: area)
    }

    private var statusSpans: [Span] {
        if let newest = actions.last(where: { $0.phase != .waiting }) {
            let more = actions.count > 1 ? [Span("  and \(actions.count - 1) more under way", .muted)] : []
            return [Span(" \(spinner) ", .active)] + progress(of: newest) + more
        }
        if let pause = budget?.paused {
            let until = pause.until.map { " until \(CivilTime($0).time)Z (\(remaining(until: $0)))" } ?? ""
            return [Span(" \(symbol(.warning)) Paused\(until): \(pause.reason)", .warning)]
        }
        if case .lost(let error, _) = connection {
            return [
                Span(" \(symbol(.failing)) \(error)", .failing), Span(error.remedy.map { "; \($0)" } ?? "", .muted),
            ]
        }
        return paneTrouble ?? hint
    }

    /// sent, accepted with its id, each state
    private func progress(of action: TrackedAction) -> [Span] {
        let title = Span("\(action.title.capitalizedFirst) ", .text)
        let time = Span(" \(elapsed(since: action.startedAt))", .muted)
        switch action.phase {
        case .waiting: return [title, Span("waiting", .muted)]
        case .sending: return [title, Span("sending", .active), time]
        case .inDoubt: return [title, Span("no answer; finding out whether it arrived", .warning), time]
        case .accepted(let id, let status):
            return [title, Span(id.map { "\($0) " } ?? "", .muted), Span(status ?? "accepted", .active), time]
        }
    }

    /// What is wrong with the focused pane, or was odd in it.
    private var paneTrouble: [Span]? {
        guard page == nil else { return nil }
        for feed in focus.content.feeds(self) {
            let state = account.feed(feed)
            if let failure = state.failure {
                return [
                    Span(" \(symbol(.warning)) \(failure.error)", .warning),
                    Span(failure.error.remedy.map { "; \($0)" } ?? "", .muted),
                ]
            }
            if let notice = state.notices.first {
                let more = state.notices.count > 1 ? " and \(state.notices.count - 1) more" : ""
                return [Span(" \(symbol(.warning)) \(notice)\(more)", .muted)]
            }
        }
        return nil
    }

    /// What is selected, in full: panes cut long names.
    private var hint: [Span] {
        switch rowInHand {
        case .service(let service), .latestBuild(let service):
            [Span(" \(projectName(service.project)) / \(serviceName(service))", .muted)]
        case .build(let build):
            [Span(" \(serviceName(build.service)) / \(build.build)", .muted)]
                + [Span(account.build(build)?.message.map { "  \($0)" } ?? "", .muted)]
        case .job(let job): [Span(" \(projectName(job.project)) / \(jobName(job))", .muted)]
        case .run(let run): [Span(" \(jobName(run.job)) / \(account.run(run)?.runName ?? run.run.rawValue)", .muted)]
        case .addon(let addon): [Span(" \(projectName(addon.project)) / \(addonName(addon))", .muted)]
        case .backup(let backup):
            [Span(" \(addonName(backup.addon)) / \(account.backup(backup)?.name ?? "")", .muted)]
        case .project(let id):
            [
                Span(" \(projectName(id))", .muted),
                Span(account.project(id)?.description.map { "  \($0)" } ?? "", .muted),
            ]
        case .allProjects, nil: []
        }
    }

    // MARK: - Footer

    /// The keys that work here and now, those that act first.
    func drawFooter(_ canvas: inout Canvas, _ area: Rect) {
        canvas.grid.fill(area, style: canvas.theme[.footer])
        var spans: [Span] = []
        for (key, title, isDenied) in footerHints {
            let hint =
                isDenied
                ? [Span(" \(appearance.symbols.struck("\(key) \(title)")) ", .muted)]
                : [Span(" \(key)", .key), Span(" \(title) ", .footer)]
            guard spans.columns + hint.columns <= area.width else { break }
            spans += hint
        }
        canvas.write(spans, in: area, over: .footer)
    }

    /// What the token's role lacks a permission for is struck out.
    var footerHints: [(key: String, title: String, isDenied: Bool)] {
        if isFiltering {
            return [
                ("Enter", "keep", false), ("Esc", "clear", false),
                ("\(appearance.symbols.up)\(appearance.symbols.down)", "move", false),
            ]
        }
        if overlay != nil { return [] }
        let order: [Command] =
            switch page?.layer {
            case nil: Self.hintOrder
            case .log: Self.logHintOrder
            case .json: Self.jsonHintOrder
            }
        return order.compactMap { command in
            let isDenied = missingPermission(for: command) != nil
            guard isDenied || availability(of: command) == .enabled else { return nil }
            return keymap.keyName(for: command).map { ($0, command.title, isDenied) }
        }
    }

    private static let hintOrder: [Command] = [
        .startBuild, .runJob, .backUp, .deploy, .add, .chooseAction, .open, .openLog, .back, .fold, .filter, .palette,
        .help, .quit, .problems, .timeline, .chooseSort, .mark, .favourite, .refreshPane, .zoom, .nextPane, .walkBack,
        .walkForward,
        .refreshEverything,
    ]

    private static let logHintOrder: [Command] = [
        .back, .log(.search), .log(.nextMatch), .log(.filter), .log(.pause), .log(.wrap), .help, .log(.timestamps),
        .log(.save), .log(.moreContext), .log(.lessContext), .refreshPane, .quit,
    ]

    private static let jsonHintOrder: [Command] = [
        .back, .fold, .json(.search), .json(.nextMatch), .json(.copy), .json(.save), .json(.secrets), .help,
        .refreshPane, .quit,
    ]

    // MARK: - Toasts

    func drawToasts(_ canvas: inout Canvas, above bottom: Int) {
        let width = min(size.columns - 4, 72)
        var row = bottom
        for toast in toasts.reversed() {
            let lines = TextWrap.lines(toast.text, width: width - 4).prefix(4)
            row -= lines.count
            guard row > 1 else { return }
            let area = Rect(column: size.columns - width - 1, row: row, width: width, height: lines.count)
            canvas.grid.fill(area, style: canvas.theme[.dialog])
            for (offset, line) in lines.enumerated() {
                let mark = offset == 0 ? " \(symbol(toast.health)) " : "   "
                canvas.write(
                    [Span(mark, toast.health.role), Span(line, .dialog)],
                    in: Rect(column: area.column, row: row + offset, width: width, height: 1),
                    over: .dialog)
            }
        }
    }
}
