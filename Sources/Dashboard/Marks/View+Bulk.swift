import Northflank
import TerminalUI

extension State {
    /// Lists what will be sent and says what it costs. Where there is little room, what is left out is a line.
    func drawBulkQuestion(_ canvas: inout Canvas, _ bulk: Bulk) {
        let actions = bulk.actions.map { action in
            // Two projects may have services of the same name.
            let project = scope == nil ? action.project.map { "  \(projectName($0))" } ?? "" : ""
            return [Span(title(of: action).capitalizedFirst, .text), Span(project, .muted)]
        }
        let leftOut = bulk.leftOut.map { item in
            [Span("\(symbol(.warning)) \(item.name)", .warning), Span(": \(item.reason)", .muted)]
        }
        let room = size.rows - 6
        var lines = actions
        if !leftOut.isEmpty { lines += (lines.isEmpty ? [] : [[]]) + [[Span("Left out:", .muted)]] + leftOut }
        lines += [[], cost(bulk)]
        if lines.count > room {
            let few = leftOut.count > 1 ? [[Span("\(symbol(.warning)) \(leftOut.count) left out", .warning)]] : leftOut
            lines = listed(actions, room: room - few.count - 1) + few + [cost(bulk)]
        }
        let yes = bulk.actions.isEmpty ? "close" : bulk.actions.count == 1 ? "send it" : "send them"
        drawQuestion(&canvas, title: title(of: bulk), lines, yes: yes)
    }

    private func listed(_ lines: [[Span]], room: Int) -> [[Span]] {
        guard lines.count > room else { return lines }
        return lines.prefix(max(0, room - 1)) + [[Span("and \(lines.count - max(0, room - 1)) more", .muted)]]
    }

    private func title(of bulk: Bulk) -> String {
        let count = bulk.actions.count
        return switch bulk.actions.first {
        case .startBuild: "Start \(Self.counted(count, "build"))"
        case .runJob: "Run \(Self.counted(count, "job"))"
        case .backUp: "Save \(Self.counted(count, "backup"))"
        case .restore: "Restore \(Self.counted(count, "backup"))"
        case .create: "Create \(count)"
        case .abort: "Abort \(count)"
        case .deploy: "Deploy to \(Self.counted(count, "service"))"
        case .restart: "Restart \(count)"
        case .pause: "Pause \(count)"
        case .resume: "Resume \(count)"
        case .scale: "Scale \(count)"
        case .suspend: "Suspend \(Self.counted(count, "job"))"
        case .unsuspend: "Resume \(Self.counted(count, "job"))"
        case nil: "Nothing to do"
        }
    }

    /// `Costs 3 of 874 requests, in turn.`
    private func cost(_ bulk: Bulk) -> [Span] {
        guard !bulk.actions.isEmpty else { return [Span("None of the marked rows can be acted on.", .warning)] }
        let number = budget.map { "\(bulk.actions.count) of \(Self.counted(max(0, $0.remaining), "request"))" }
        let order = bulk.actions.count == 1 ? "" : ", in turn"
        return [Span("Costs \(number ?? Self.counted(bulk.actions.count, "request"))\(order).", .muted)]
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
