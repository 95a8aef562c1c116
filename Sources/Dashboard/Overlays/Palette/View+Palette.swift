import Northflank
import TerminalUI

extension State {
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
            let key = keymap.keyName(for: command) ?? ""
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
        case .service(let service), .latestBuild(let service):
            account.service(service).map { account.health(of: service, $0) }
        case .build(let build): account.build(build)?.health
        case .job(let job): account.runs[job]?.first?.health
        case .run(let run): account.run(run)?.health
        case .addon(let addon): account.addon(addon)?.health
        case .backup(let backup): account.backup(backup)?.health
        }
    }
}
