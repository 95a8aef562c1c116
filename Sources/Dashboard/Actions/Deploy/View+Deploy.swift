import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    func drawDeployQuestion(_ canvas: inout Canvas, _ choice: DeployChoice) {
        let facts =
            [
                fact("Service", "\(serviceName(choice.service)) in \(projectName(choice.service.project))"),
                fact(
                    "Now", isRunningKnown(choice) ? words(of: choice.running) : "reading\(appearance.symbols.ellipsis)"),
                fact("Then", then(choice), choice.isRollback ? .warning : .text),
            ] + (choice.builders.count > 1 ? [fact("From", builderName(choice))] : []) + [[]]
        let verb = choice.isRollback ? "roll back" : "deploy"
        let yes =
            isAnswered
            ? [Span("Y ", .key), Span("yes, \(verb)", .warning)] : [Span("Enter ", .key), Span(verb, .text)]
        let hint =
            yes + [
                Span("  - ", .key), Span("the one before", .text), Span("  i ", .key), Span("an image", .text),
            ] + (choice.hasOtherBuilders ? [Span("  b ", .key), Span("another service's", .text)] : [])
            + [Span("  Esc ", .key), Span("cancel", .text)]
        let lines = choice.options.enumerated().map { line($1, isRunning: $0 == choice.runningIndex, choice) }
        let wanted = max(hint.columns, min(size.columns - 8, 76))
        let area = frame(
            &canvas, title: "Deploy", width: wanted, height: facts.count + max(1, min(lines.count, 14)), hint: hint)
        for (offset, line) in facts.enumerated() {
            canvas.write(line, in: area.row(offset), over: .dialog)
        }
        drawOptions(&canvas, choice, lines, area.splitRows(at: facts.count).rest)
    }

    private func drawOptions(_ canvas: inout Canvas, _ choice: DeployChoice, _ lines: [TableLine], _ area: Rect) {
        guard !lines.isEmpty else {
            canvas.write([Span(nothingToChoose(choice), .muted)], in: area, over: .dialog)
            return
        }
        let top = max(0, choice.selected - area.height + 1)
        let shown = Array(lines.dropFirst(top).prefix(area.height))
        let columns: [TableColumn] = [
            .init(.fitting(maximum: 14)), .init(.flexible(minimum: 8), priority: 0), .init(.fitting(maximum: 7)),
            .init(.fitting(maximum: 5), alignment: .right), .init(.fitting(maximum: 22), priority: 3),
            .init(.fitting(maximum: 8), priority: 1),
        ]
        let table = Table(columns: columns, lines: shown, width: area.width)
        for (offset, line) in shown.enumerated() {
            table.draw(line, on: &canvas, in: area.row(offset), over: .dialog)
            if top + offset == choice.selected {
                canvas.grid.restyle(area.row(offset), with: canvas.theme[.selection])
            }
        }
    }

    private func line(_ option: DeployChoice.Option, isRunning: Bool, _ choice: DeployChoice) -> TableLine {
        switch option {
        case .latest(let branch):
            return [
                [Span("latest", .heading)], [Span(branch, .text)], [], [], [Span("and each one after it", .muted)], [],
            ]
        case .build(let build):
            let role: Role = choice.obstacle(to: option) == nil ? .text : .muted
            let age = build.concludedAt ?? build.createdAt
            return [
                statusSpans(build.status), [Span(build.branch ?? "", role)],
                [Span(String(build.sha?.prefix(7) ?? ""), role)],
                [Span(age.map { RelativeTime.age(now.timeIntervalSince($0)) } ?? "", .muted)],
                [Span(build.id.rawValue, .muted)], [Span(isRunning ? "runs now" : "", .heading)],
            ]
        }
    }

    private func then(_ choice: DeployChoice) -> String {
        guard let option = choice.option else { return appearance.symbols.dash }
        if let obstacle = choice.obstacle(to: option) { return obstacle }
        let back = choice.isRollback ? " (back)" : ""
        switch option {
        case .latest(let branch): return "the latest build of \(branch), and each one after it"
        case .build(let build): return "\(build.branch ?? "") at \(build.sha?.prefix(7) ?? "")\(back)"
        }
    }

    /// Which of the project's build services, by `b`.
    private func builderName(_ choice: DeployChoice) -> String {
        guard let builder = choice.builder, let index = choice.builders.firstIndex(of: builder) else {
            return appearance.symbols.dash
        }
        return "\(serviceName(builder)) (\(index + 1) of \(choice.builders.count))"
    }

    private func isRunningKnown(_ choice: DeployChoice) -> Bool { account.serviceDetails[choice.service] != nil }

    private func nothingToChoose(_ choice: DeployChoice) -> String {
        guard let builder = choice.builder else {
            guard isRunningKnown(choice) else { return "Reading what runs now\(appearance.symbols.ellipsis)" }
            return choice.builders.isEmpty
                ? "It is linked to no build service: i names an image."
                : "It is linked to no build service: i names an image, b chooses one."
        }
        return account.builds[builder] == nil
            ? "Reading the builds of \(serviceName(builder))\(appearance.symbols.ellipsis)"
            : "\(serviceName(builder)) has no builds yet."
    }
}
