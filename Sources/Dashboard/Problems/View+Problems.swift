import Northflank
import TerminalUI

extension State {
    func drawProblems(_ canvas: inout Canvas, _ layout: Layout) {
        let title = listTitle("Problems", problemList)
        let area = pageFrame(&canvas, title: title, bottom: unknownSpans, layout)
        guard !problemList.rows.isEmpty else {
            return canvas.paragraph(emptyProblems, .muted, in: area.inset(columns: 1, rows: 0))
        }
        let columns: [TableColumn] = [
            .init(.fitting(maximum: 10), priority: 2),
            .init(.fitting(maximum: 26), priority: 0),
            .init(layout.form == .condensed ? .flexible(minimum: 8) : .fitting(maximum: 34), priority: 0),
            .init(.fitting(maximum: 20), priority: 3),
            .init(.fitting(maximum: 12), priority: 1),
            .init(.flexible(minimum: 12), priority: 4),
        ]
        drawList(&canvas, problemList, columns, in: area) { problems.problem($0).map(line) ?? [] }
    }

    private func line(_ problem: Problem) -> TableLine {
        let role = problem.health.role
        return [
            [Span(problem.since == nil ? appearance.symbols.dash : ago(problem.since), .muted)],
            [Span("\(symbol(problem.health)) \(problem.what)", role)],
            [Span(problem.subject, .text)],
            [Span(problem.row.project.map(projectName) ?? "", .muted)],
            keySpans(problem.remedy),
            [Span(problem.reason ?? "", .muted)],
        ]
    }

    /// The key that would help and what it does.
    private func keySpans(_ command: Command) -> [Span] {
        guard !(session.readOnly && command.section == .acting), let key = keymap.keyName(for: command) else {
            return []
        }
        return [Span(key, .key), Span(" \(command.title)", .muted)]
    }

    private var emptyProblems: String {
        if !problemList.filter.isEmpty { return "Nothing matches \(problemList.filter)" }
        if problems.unknown.everything { return "Reading\(appearance.symbols.ellipsis)" }
        return problems.unknown.words == nil ? "Nothing is broken." : "Nothing is broken, as far as is known."
    }

    private var unknownSpans: [Span] {
        problems.unknown.words.map { [Span("not known yet: \($0)", .muted)] } ?? []
    }
}

extension Problems.Unknown {
    /// `runs of 12 jobs, backups of an addon`; nil where all is known.
    var words: String? {
        let parts: [(count: Int, one: String, many: String)] = [
            (projects, "a project's lists", "lists of \(projects) projects"),
            (jobs, "runs of a job", "runs of \(jobs) jobs"),
            (addons, "backups of an addon", "backups of \(addons) addons"),
            (branches, "branches of a service", "branches of \(branches) services"),
            (containers, "containers of a service", "containers of \(containers) services"),
        ]
        let words = parts.filter { $0.count > 0 }.map { $0.count == 1 ? $0.one : $0.many }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}
