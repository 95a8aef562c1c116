import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    func drawTimeline(_ canvas: inout Canvas, _ layout: Layout) {
        let area = pageFrame(&canvas, title: listTitle("Timeline", changeList), layout)
        guard !changeList.rows.isEmpty else {
            let text =
                changeList.filter.isEmpty
                ? "Nothing has changed since it was first read." : "Nothing matches \(changeList.filter)"
            return canvas.paragraph(text, .muted, in: area.inset(columns: 1, rows: 0))
        }
        let isCondensed = layout.form == .condensed
        let columns: [TableColumn] = [
            .init(.fitting(maximum: 10), priority: 1),
            .init(isCondensed ? .flexible(minimum: 8) : .fitting(maximum: 34), priority: 0),
            .init(.fitting(maximum: 20), priority: 3),
            .init(.fitting(maximum: 10), priority: 2),
            .init(.fitting(maximum: 50), priority: 0),
            .init(.flexible(minimum: 12), priority: 4),
        ]
        drawList(&canvas, changeList, columns, in: area) { timeline.change($0).map(line) ?? [] }
    }

    private func line(_ change: Change) -> TableLine {
        let before = change.from.map { [Span("\($0) \(appearance.symbols.arrow) ", .muted)] } ?? []
        return [
            [Span(moment(change.at), .muted)], [Span(change.subject, .text)],
            [Span(change.row.project.map(projectName) ?? "", .muted)], [Span(change.kind.rawValue, .muted)],
            before + [
                Span("\(symbol(change.health)) \(change.to)", change.health.role), Span(change.after, .muted),
            ],
            [Span(change.message ?? "", .muted)],
        ]
    }

    /// `03:12:05Z`, or the day where it was another.
    private func moment(_ date: Date) -> String {
        let time = CivilTime(date)
        return time.date == CivilTime(now).date ? "\(time.time)Z" : time.date
    }
}
