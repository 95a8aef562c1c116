internal import TerminalUI

/// Findings as lines, with a remedy under each that has one.
struct FindingSheet {
    var symbols: Symbols

    func lines(_ findings: [Finding]) -> [[Span]] {
        let width = findings.map(\.check.count).max() ?? 0
        return findings.flatMap { finding in
            let (symbol, role) = look(of: finding.standing)
            let line = [
                Span("\(symbol) ", role), Span("\(finding.check.padding(to: width))  ", .heading),
                Span(SafeText.line(finding.text), .text),
            ]
            guard let remedy = finding.remedy else { return [line] }
            let indent = String(repeating: " ", count: width + 4)
            return [line, [Span("\(indent)\(symbols.arrow) \(SafeText.line(remedy))", .muted)]]
        }
    }

    private func look(of standing: Finding.Standing) -> (String, Role) {
        switch standing {
        case .fine: (symbols.healthy, .healthy)
        case .warning: (symbols.warning, .warning)
        case .failing: (symbols.failing, .failing)
        }
    }
}
