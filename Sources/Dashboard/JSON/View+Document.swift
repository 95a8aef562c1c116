import Northflank
import TerminalUI

extension State {
    func drawDocument(_ canvas: inout Canvas, _ row: RowID, _ layout: Layout) {
        let search = document?.search.map { [Span(" /\($0.text)", .match)] } ?? []
        let title = [Span("JSON of \(subject(of: row))", .titleFocused)] + search
        let area = pageFrame(
            &canvas, title: title, right: documentAge, bottom: document.map(documentPlace) ?? [], layout)
        guard let document, document.text != nil else {
            return canvas.paragraph(noDocument, .muted, in: area.inset(columns: 1, rows: 0))
        }
        let matcher = document.search?.matcher()
        for (offset, node) in document.list.visible(height: area.height).enumerated() {
            let place = Rect(column: area.column, row: area.row + offset, width: area.width, height: 1)
            canvas.write(documentLine(node, document, matcher, width: area.width - 1), in: place)
            if document.list.top + offset == document.list.index {
                canvas.grid.restyle(place, with: canvas.theme[.selection])
            }
        }
    }

    /// `  ▸ deployment: {4}`
    private func documentLine(_ node: Int, _ document: Document, _ matcher: LogMatcher?, width: Int) -> [Span] {
        guard let text = document.text else { return [] }
        let shown = text.nodes[node]
        let symbols = appearance.symbols
        let fold = document.folded.contains(node) ? symbols.folded : symbols.unfolded
        // However deep it is, there is room for its name.
        let indent = min(max(0, shown.depth - 1) * 2, width / 2)
        let margin = String(repeating: " ", count: indent) + (text.isEmpty(node) ? " " : fold) + " "
        let (name, value) = document.line(node)
        let line = name + value
        let part = LogText.window(line, from: document.column, width: max(1, width - indent - 2))
        let marks = matcher?.ranges(in: line) ?? []
        let border = name.utf8.count
        return [Span(margin, .muted)]
            + LogText.spans(line, part.clamped(to: 0..<border), marking: marks, .heading)
            + LogText.spans(
                line, part.clamped(to: border..<line.utf8.count), marking: marks, shown.isContainer ? .muted : .text)
    }

    private var documentAge: [Span] {
        guard let document else { return [] }
        var spans = document.showsSecrets ? [Span("secrets are shown ", .warning)] : []
        if document.text != nil, document.failure != nil { spans.append(Span("\(symbol(.warning)) stale ", .warning)) }
        if document.isReading { spans.append(Span("\(spinner) ", .active)) }
        return spans + (document.receivedAt.map { [Span(ago($0), .muted)] } ?? [])
    }

    /// `column 61 3/24`
    private func documentPlace(_ document: Document) -> [Span] {
        let count = document.list.rows.count
        var spans: [Span] = []
        if document.column > 0 { spans.append(Span("column \(document.column + 1) ", .muted)) }
        if count > 0 { spans.append(Span("\(document.list.index + 1)/\(count)", .muted)) }
        return spans
    }

    private var noDocument: String {
        if let failure = document?.failure { return "\(failure)" + (failure.remedy.map { "; \($0)" } ?? "") }
        return "Reading\(appearance.symbols.ellipsis)"
    }

    /// `service api`
    private func subject(of row: RowID) -> String {
        switch row {
        case .allProjects: "all projects"
        case .project(let id): "project \(projectName(id))"
        case .service(let service), .latestBuild(let service): "service \(serviceName(service))"
        case .build(let build): "build \(build.build)"
        case .job(let job): "job \(jobName(job))"
        case .run(let run): "run \(account.run(run)?.runName ?? run.run.rawValue)"
        case .addon(let addon): "addon \(addonName(addon))"
        case .backup(let backup): "backup \(account.backup(backup)?.name ?? backup.backup.rawValue)"
        }
    }
}
