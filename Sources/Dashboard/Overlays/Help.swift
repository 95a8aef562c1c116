import TerminalUI

extension State {
    /// The whole keymap, by section.
    var helpLines: [[Span]] {
        var lines: [[Span]] = []
        for section in Command.Section.allCases {
            if !lines.isEmpty { lines.append([]) }
            lines.append([Span(section.rawValue, .heading)])
            for binding in keymap.bindings where binding.command.section == section {
                let keys = binding.keys.map(\.displayName).joined(separator: " ")
                var line = [Span("  \(keys.padding(to: 16))", .key), Span(binding.command.summary, .text)]
                if case .disabled(let reason) = availability(of: binding.command) {
                    line.append(Span("  (\(reason))", .muted))
                }
                lines.append(line)
            }
        }
        return lines
    }
}
