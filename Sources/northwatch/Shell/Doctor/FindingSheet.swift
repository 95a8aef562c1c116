internal import TerminalUI

/// Findings as lines, with a remedy under each that has one.
struct FindingSheet {
    var symbols: Symbols
    /// Longer lines go on under where they began.
    var width: Int

    private static let narrowest = 20

    func lines(_ findings: [Finding]) -> [[Span]] {
        let margin = (findings.map(\.check.count).max() ?? 0) + 4
        return findings.flatMap { finding in
            let (symbol, role) = look(of: finding.standing)
            let start = [Span("\(symbol) ", role), Span(finding.check.padding(to: margin - 2), .heading)]
            let remedy = finding.remedy.map { hung("\(symbols.arrow) ", $0, at: margin, .muted) } ?? []
            return hung("", finding.text, at: margin, .text).enumerated().map { index, line in
                index == 0 ? start + line.dropFirst() : line
            } + remedy
        }
    }

    /// Lines with a margin, all but the first under the text of the first.
    private func hung(_ mark: String, _ text: String, at margin: Int, _ role: Role) -> [[Span]] {
        let indent = margin + CharacterWidth.columns(mark)
        return TextWrap.lines(text, width: max(Self.narrowest, width - indent)).enumerated().map { index, line in
            let blank = String(repeating: " ", count: index == 0 ? margin : indent)
            return [Span(blank, role), Span((index == 0 ? mark : "") + line, role)]
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
