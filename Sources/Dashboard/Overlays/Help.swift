import TerminalUI

/// The keys of the place where the user is, and what is looked for among them.
public struct Help: Hashable, Sendable {
    var field = TextField()
    var scroll = 0
}

extension State {
    mutating func handle(_ key: Key, in help: Help) -> [Effect] {
        var help = help
        let page = max(1, size.rows - 7)
        switch key.code {
        case .escape, .enter, .function(1):
            overlay = nil
            return []
        case .down: help.scroll += 1
        case .up: help.scroll -= 1
        case .pageDown: help.scroll += page
        case .pageUp: help.scroll -= page
        default:
            guard help.field.handle(key) else { return [] }
            help.scroll = 0
        }
        help.scroll = max(0, min(help.scroll, helpLines(help.field.text).count - 1))
        overlay = .help(help)
        return []
    }

    /// The keymap by section: what works here, and at the end what doesn't, with the reason.
    func helpLines(_ text: String) -> [[Span]] {
        let found = keymap.bindings.map(meantHere).filter { !$0.keys.isEmpty && Self.matches($0, text) }
        let here = found.filter { availability(of: $0.command) == .enabled }
        var lines: [[Span]] = []
        for section in Command.Section.allCases {
            let bindings = here.filter { $0.command.section == section }
            guard !bindings.isEmpty else { continue }
            if !lines.isEmpty { lines.append([]) }
            lines.append([Span(section.rawValue, .heading)])
            lines += bindings.map { helpLine($0, $0.command.summary, .text) }
        }
        let refused = found.compactMap { binding -> [Span]? in
            guard case .disabled(let reason) = availability(of: binding.command) else { return nil }
            return helpLine(binding, "\(binding.command.summary): \(reason)", .muted)
        }
        if !refused.isEmpty { lines += (lines.isEmpty ? [] : [[]]) + [[Span("Not here", .heading)]] + refused }
        return lines.isEmpty ? [[Span("No key does that.", .muted)]] : lines
    }

    /// A binding with those of its keys that mean nothing else here.
    private func meantHere(_ binding: Keymap.Binding) -> Keymap.Binding {
        guard let layer = page?.layer else { return binding }
        return Keymap.Binding(
            binding.keys.filter { keymap.command(for: $0, in: layer) == binding.command }, binding.command)
    }

    private func helpLine(_ binding: Keymap.Binding, _ text: String, _ role: Role) -> [Span] {
        let keys = binding.keys.map(\.displayName).joined(separator: " ")
        return [Span("  \(keys.padding(to: 16))", .key), Span(text, role)]
    }

    private static func matches(_ binding: Keymap.Binding, _ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard !words.isEmpty else { return true }
        var texts = SearchTexts()
        for key in binding.keys { texts.add(key.displayName, kind: 0) }
        texts.add(binding.command.title, kind: 0)
        texts.add(binding.command.summary, kind: 0)
        texts.endItem()
        return words.allSatisfy { !texts.items([0], matching: FuzzyPattern($0)).isEmpty }
    }

    func drawHelp(_ canvas: inout Canvas, _ help: Help) {
        let all = helpLines("")
        let lines = helpLines(help.field.text)
        let hint = [
            Span("\(appearance.symbols.up)\(appearance.symbols.down) ", .key), Span("scroll   ", .text),
            Span("Esc ", .key), Span("close", .text),
        ]
        // As wide and high as without a search, so that it doesn't jump about.
        let area = frame(
            &canvas, title: "Keys in \(focus.title.lowercased())", width: max(40, all.map(\.columns).max() ?? 0),
            height: all.count + 2, hint: hint)
        let (field, list) = area.splitRows(at: 1)
        let prompt = canvas.write([Span("/ ", .key)], in: field, over: .dialog)
        help.field.draw(on: &canvas, .dialog, in: field.splitColumns(at: prompt).rest)
        if help.field.isEmpty {
            canvas.write([Span("type to search", .muted)], in: field.splitColumns(at: prompt).rest, over: .dialog)
        }
        let below = list.splitRows(at: 1).rest
        let top = min(help.scroll, max(0, lines.count - below.height))
        let highlight = Highlight(fuzzy: help.field.text.split(separator: " ").map { FuzzyPattern($0) })
        for (offset, line) in lines.dropFirst(top).prefix(below.height).enumerated() {
            let row = Rect(column: below.column, row: below.row + offset, width: below.width, height: 1)
            canvas.write(highlight.applied(to: [line])[0], in: row, over: .dialog)
        }
        if lines.count > below.height {
            let place = Rect(column: area.column, row: area.maxRow, width: 16, height: 1)
            canvas.write(
                [Span(" \(min(top + below.height, lines.count))/\(lines.count) ", .muted)], in: place, over: .dialog)
        }
    }
}
