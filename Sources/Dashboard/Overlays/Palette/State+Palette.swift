import Northflank
import TerminalUI

extension State {
    private static let mostRecent = 12

    mutating func openPalette() -> [Effect] {
        overlay = .palette(Palette(paletteIndex, recent: recentTargets))
        return []
    }

    mutating func handle(_ key: Key, in palette: Palette) -> [Effect] {
        var palette = palette
        let page = max(1, paletteArea.height - 1)
        switch key {
        case Key(.escape):
            overlay = nil
            return []
        case Key(.enter): return choose(palette.target)
        case Key(.down), Key(.tab), .control("n"): palette.move(by: 1)
        case Key(.up), Key(.tab, .shift), .control("p"): palette.move(by: -1)
        case Key(.pageDown): palette.move(by: page)
        case Key(.pageUp): palette.move(by: -page)
        default:
            guard palette.field.handle(key) else { return [] }
            palette.search(recent: recentTargets)
        }
        overlay = .palette(palette)
        return []
    }

    /// Does it, or goes there.
    mutating func choose(_ target: PaletteTarget?) -> [Effect] {
        guard let target else { return [] }
        overlay = nil
        recentTargets.removeAll { $0 == target }
        recentTargets.insert(target, at: 0)
        if recentTargets.count > Self.mostRecent { recentTargets.removeLast() }
        switch target {
        case .command(let command): return perform(command)
        case .row(let row): return go(to: row) ? [] : say(.warning, "It is gone.")
        }
    }

    // MARK: - What there is

    /// Commands first, those that act before the others; then what the account holds.
    private var paletteIndex: PaletteIndex {
        var index = PaletteIndex()
        let commands = keymap.bindings.map(\.command) + Command.unbound + choices
        for section in [Command.Section.acting, .looking, .going, .leaving, .moving] {
            for command in commands where command.section == section && command != .palette {
                guard availability(of: command) != .hidden else { continue }
                index.add(.command(command), command.title, command.summary)
            }
        }
        for project in account.projects { index.add(.row(.project(project.id)), project.name, "") }
        for project in account.projects { add(project, to: &index) }
        return index
    }

    /// Commands with an argument, one for each that can be chosen here: their titles are the command and the argument.
    private var choices: [Command] { sortColumns.map { .sort($0) } }

    private func add(_ project: Project, to index: inout PaletteIndex) {
        for service in account.services[project.id] ?? [] {
            let reference = ServiceReference(project: project.id, service: service.id)
            index.add(.row(.service(reference)), service.name, project.name)
        }
        for job in account.jobs[project.id] ?? [] {
            index.add(.row(.job(JobReference(project: project.id, job: job.id))), job.name, project.name)
        }
        for addon in account.addons[project.id] ?? [] {
            index.add(.row(.addon(AddonReference(project: project.id, addon: addon.id))), addon.name, project.name)
        }
    }

    private func paletteName(_ row: RowID) -> String {
        switch row {
        case .allProjects: "All projects"
        case .project(let id): projectName(id)
        case .service(let service), .latestBuild(let service): serviceName(service)
        case .build(let build): build.build.rawValue
        case .job(let job): jobName(job)
        case .run(let run): run.run.rawValue
        case .addon(let addon): addonName(addon)
        case .backup(let backup): backup.backup.rawValue
        }
    }

    private func paletteProject(_ row: RowID) -> String {
        switch row {
        case .allProjects, .project: ""
        case .service(let service), .latestBuild(let service): projectName(service.project)
        case .build(let build): projectName(build.service.project)
        case .job(let job): projectName(job.project)
        case .run(let run): projectName(run.job.project)
        case .addon(let addon): projectName(addon.project)
        case .backup(let backup): projectName(backup.addon.project)
        }
    }

    // MARK: - Drawing

    /// Where the field and the list below it stand, without the frame.
    var paletteArea: Rect {
        let width = min(size.columns - 4, 84)
        let height = min(size.rows - 4, 18)
        return Rect(
            column: (size.columns - width) / 2, row: max(2, (size.rows - height) / 4), width: width, height: height)
    }

    /// The number of the first target in sight.
    func paletteTop(_ palette: Palette) -> Int { max(0, palette.selected - (paletteArea.height - 1) + 1) }

    func drawPalette(_ canvas: inout Canvas, _ palette: Palette) {
        let area = paletteArea
        let outer = area.inset(columns: -2, rows: -1).intersection(canvas.grid.bounds)
        canvas.grid.fill(outer, style: canvas.theme[.dialog])
        let count = [Span("\(palette.found.count)", .muted)]
        let hint = [Span("Enter ", .key), Span("go   ", .text), Span("Esc ", .key), Span("close", .text)]
        Box(title: [Span("Go to or do", .heading)], right: count, bottom: hint, border: .dialogBorder, base: .dialog)
            .draw(on: &canvas, in: outer)
        let (field, list) = area.splitRows(at: 1)
        let prompt = canvas.write([Span(": ", .key)], in: field, over: .dialog)
        palette.field.draw(on: &canvas, .dialog, in: field.splitColumns(at: prompt).rest)
        drawTargets(&canvas, palette, list)
    }

    private func drawTargets(_ canvas: inout Canvas, _ palette: Palette, _ area: Rect) {
        guard !palette.found.isEmpty else {
            canvas.write([Span("Nothing has such a name.", .muted)], in: area, over: .dialog)
            return
        }
        let top = paletteTop(palette)
        let lines = palette.targets(from: top, count: area.height).map(line)
        let columns: [TableColumn] = [
            .init(.fixed(1)), .init(.fitting(maximum: 36)), .init(.flexible(minimum: 8), priority: 1),
            .init(.fitting(maximum: 10), alignment: .right),
        ]
        let table = Table(columns: columns, lines: lines, width: area.width)
        let highlight = Highlight(fuzzy: palette.words)
        for (offset, line) in lines.enumerated() {
            let row = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            table.draw(line, on: &canvas, in: row, over: .dialog, highlight: highlight)
            if top + offset == palette.selected { canvas.grid.restyle(row, with: canvas.theme[.selection]) }
        }
    }

    /// Its state, its name, what or where it is, and its key.
    private func line(_ target: PaletteTarget) -> TableLine {
        switch target {
        case .command(let command):
            var detail = Span(command.summary, .muted)
            if case .disabled(let reason) = availability(of: command) { detail = Span(reason, .warning) }
            let key = keymap.keys(for: command).first?.displayName ?? ""
            return [[Span(":", .muted)], [Span(command.title, .text)], [detail], [Span(key, .key)]]
        case .row(let row):
            let health = health(of: row)
            let kind = Span(kind(of: row), .muted)
            let project = paletteProject(row)
            return [
                [Span(health.map(symbol) ?? appearance.symbols.dash, health?.role ?? .muted)],
                [Span(paletteName(row), .text)],
                project.isEmpty ? [kind] : [kind, Span(" in ", .muted), Span(project, .muted)],
                [Span(isFavourite(row) ? appearance.symbols.favourite : "", .key)],
            ]
        }
    }

    private func kind(of row: RowID) -> String {
        switch row {
        case .allProjects, .project: "project"
        case .service, .latestBuild: "service"
        case .build: "build"
        case .job: "job"
        case .run: "job run"
        case .addon: "addon"
        case .backup: "backup"
        }
    }

    private func health(of row: RowID) -> Health? {
        switch row {
        case .allProjects: tally(of: nil).health
        case .project(let id): tally(of: id).health
        case .service(let service), .latestBuild(let service): account.service(service)?.health
        case .build(let build): account.build(build)?.health
        case .job(let job): account.runs[job]?.first?.health
        case .run(let run): account.run(run)?.health
        case .addon(let addon): account.addon(addon)?.health
        case .backup(let backup): account.backup(backup)?.health
        }
    }
}
