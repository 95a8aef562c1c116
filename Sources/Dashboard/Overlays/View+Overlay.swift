import Northflank
import TerminalUI

extension State {
    func drawOverlay(_ canvas: inout Canvas) {
        switch overlay {
        case nil: break
        case .help(let help): drawHelp(&canvas, help)
        case .palette(let palette): drawPalette(&canvas, palette)
        case .sort(let menu): drawSortMenu(&canvas, menu)
        case .history(let entries, let scroll):
            drawText(&canvas, title: "History", historyLines(entries), scroll: scroll, hint: "Esc closes")
        case .refreshEverything(_, let requests): drawRefreshQuestion(&canvas, requests)
        case .menu(let menu): drawMenu(&canvas, menu)
        case .draft(let draft): drawDraft(&canvas, draft)
        case .confirmation(let confirmation): drawConfirmation(&canvas, confirmation)
        case .web(let page): drawWebPage(&canvas, page)
        }
    }

    // MARK: - Frames

    /// A framed box in the middle, as large as its lines need and the screen allows.
    /// - Returns: the area inside.
    func frame(_ canvas: inout Canvas, title: String, width: Int, height: Int, hint: [Span]) -> Rect {
        let width = min(size.columns - 2, width + 4)
        let height = min(size.rows - 2, height + 2)
        let area = Rect(
            column: (size.columns - width) / 2, row: max(1, (size.rows - height) / 2), width: width, height: height)
        canvas.grid.fill(area, style: canvas.theme[.dialog])
        return Box(title: [Span(title, .heading)], bottom: hint, border: .dialogBorder, base: .dialog)
            .draw(on: &canvas, in: area).inset(columns: 1, rows: 0)
    }

    func drawText(
        _ canvas: inout Canvas, title: String, _ lines: [[Span]], scroll: Int, hint: String
    ) {
        let width = min(size.columns - 6, max(40, lines.map(\.columns).max() ?? 0))
        let area = frame(
            &canvas, title: title, width: width, height: lines.count, hint: [Span(hint, .muted)])
        let top = min(scroll, max(0, lines.count - area.height))
        if lines.count > area.height {
            let place = Rect(column: area.column, row: area.maxRow, width: 24, height: 1)
            canvas.write(
                [Span(" \(min(top + area.height, lines.count))/\(lines.count) j k ", .muted)], in: place, over: .dialog)
        }
        for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            canvas.write(
                line, in: Rect(column: area.column, row: area.row + offset, width: area.width, height: 1),
                over: .dialog)
        }
    }

    /// What there is no room for is left out: first the blank lines, then what stands above the last line.
    /// - Returns: the area of the lines that are drawn.
    @discardableResult
    func drawQuestion(
        _ canvas: inout Canvas, title: String, _ lines: [[Span]], yes: String, hasOptions: Bool = false
    ) -> Rect {
        let width = max(44, lines.map(\.columns).max() ?? 0)
        let yes =
            isAnswered
            ? [Span("Y ", .key), Span("yes, \(yes)   ", .warning)] : [Span("Enter ", .key), Span("\(yes)   ", .text)]
        let options = hasOptions ? [Span("Ctrl-o ", .key), Span("options   ", .text)] : []
        let hint = yes + options + [Span("Esc ", .key), Span("cancel", .text)]
        let room = size.rows - 4
        let margin = lines.count + 2 <= room ? 1 : 0
        var lines = margin == 0 ? lines.filter { !$0.isEmpty } : lines
        if lines.count > room { lines = lines.prefix(room - 1) + lines.suffix(1) }
        let inside = frame(
            &canvas, title: title, width: max(width, hint.columns), height: lines.count + 2 * margin, hint: hint)
        let area = inside.inset(columns: 0, rows: margin)
        for (offset, line) in lines.enumerated() { canvas.write(line, in: area.row(offset), over: .dialog) }
        return area
    }

    /// Whether the question in sight waits for its second yes.
    var isAnswered: Bool {
        if case .confirmation(let confirmation) = overlay { confirmation.isAnswered } else { false }
    }

    // MARK: - Questions

    private func drawRefreshQuestion(_ canvas: inout Canvas, _ requests: Int) {
        let left = budget.map { " of \(max(0, $0.remaining - $0.reserve))" } ?? ""
        let lines: [[Span]] = [
            [Span("Ask the API for everything now?", .text)],
            [Span("It costs \(requests) request\(requests == 1 ? "" : "s")\(left) that are left.", .muted)],
        ]
        drawQuestion(&canvas, title: "Refresh everything", lines, yes: "refresh")
    }

    private func drawConfirmation(_ canvas: inout Canvas, _ confirmation: Confirmation) {
        switch confirmation.subject {
        case .buildLatest(let service):
            drawQuestion(
                &canvas, title: "Start a build",
                buildLines(service) + [[], [Span("The latest commit of its linked branch is built.", .muted)]],
                yes: "start the build", hasOptions: true)
        case .buildBranch(let service, let choice): drawBranchQuestion(&canvas, service, choice)
        case .run(let job):
            let kind = account.job(job)?.kind == .cron ? "It runs beside its schedule. " : ""
            drawQuestion(
                &canvas, title: "Run a job",
                [
                    fact("Job", jobName(job)), fact("Project", projectName(job.project)), [],
                    [Span("\(kind)One run is started with the job's own configuration.", .muted)],
                ], yes: "run it", hasOptions: true)
        case .backUp(let addon, let choice): drawBackupQuestion(&canvas, addon, choice)
        case .deploy(let choice): drawDeployQuestion(&canvas, choice)
        case .action(let question): drawQuestion(&canvas, question)
        case .several(let bulk): drawBulkQuestion(&canvas, bulk)
        }
    }

    func fact(_ label: String, _ value: String, _ role: Role = .text) -> [Span] {
        [Span(label.padding(to: 9), .muted), Span(value, role)]
    }

    /// What is built, and whether that is under way already: nobody wants the same build twice.
    private func buildLines(_ service: ServiceReference) -> [[Span]] {
        let lines = [fact("Service", serviceName(service)), fact("Project", projectName(service.project))]
        guard let newest = account.newestBuild(service), newest.status.isActive else { return lines }
        return lines + [[Span("Now".padding(to: 9), .muted)] + statusSpans(newest.status, since: newest.changedAt)]
    }

    private func drawBranchQuestion(_ canvas: inout Canvas, _ service: ServiceReference, _ choice: BranchChoice) {
        var lines = buildLines(service)
        let fieldLine = lines.count
        lines += [fact("Branch", ""), []]
        lines.append([Span("The latest commit of this branch is built.", .muted)])
        lines.append(suggestionLine(choice))
        let area = drawQuestion(&canvas, title: "Start a build", lines, yes: "start the build", hasOptions: true)
        let field = Rect(
            column: area.column + 9, row: area.row + fieldLine, width: max(8, area.width - 9), height: 1)
        choice.field.draw(on: &canvas, .field, in: field)
    }

    private func suggestionLine(_ choice: BranchChoice) -> [Span] {
        switch choice.suggestions {
        case .loading: return [Span("Reading the branches\(appearance.symbols.ellipsis)", .muted)]
        case .failed(let error): return [Span("Can't list the branches: \(error)", .warning)]
        case .known(let branches):
            guard let found = branches.first(where: { $0.name == choice.branch }) else {
                return [
                    Span("Tab", .key), Span(" walks through the \(branches.count) branches", .muted),
                ]
            }
            let subject = found.message?.prefix { !$0.isNewline } ?? ""
            return [Span("\(found.sha?.prefix(7) ?? "")  ", .muted), Span(String(subject), .text)]
        }
    }

    private func drawBackupQuestion(_ canvas: inout Canvas, _ addon: AddonReference, _ choice: BackupChoice) {
        var lines = [
            fact("Addon", addonName(addon)), fact("Project", projectName(addon.project)), fact("Name", choice.name),
        ]
        var method = fact("Method", "")
        for option in choice.methods {
            method.append(
                Span(
                    option == choice.method ? "(\(option.rawValue))" : " \(option.rawValue) ",
                    option == choice.method ? .heading : .muted))
            method.append(Span("  ", .text))
        }
        if choice.methods.count > 1 { method += [Span("Tab", .key), Span(" switches", .muted)] }
        lines.append(method)
        if choice.isScheduled {
            lines += [[], [Span("It isn't running: the backup waits until it runs again.", .warning)]]
        }
        drawQuestion(&canvas, title: "Save a backup", lines, yes: "back up")
    }
}
