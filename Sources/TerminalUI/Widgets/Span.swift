/// A piece of one line that means one thing.
public struct Span: Hashable, Sendable {
    /// One line, with nothing in it that can't be shown (`SafeText`).
    public internal(set) var text: String
    public let role: Role

    public init(_ text: some StringProtocol, _ role: Role) {
        self.text = SafeText.line(text)
        self.role = role
    }

    /// Columns it takes.
    public var columns: Int { CharacterWidth.columns(text) }
}

extension [Span] {
    /// Columns it takes in all.
    public var columns: Int { reduce(0) { $0 + $1.columns } }

    /// At most so many columns; what is cut off is an ellipsis.
    public func cut(to width: Int, _ symbols: Symbols) -> [Span] {
        guard columns > width else { return self }
        let mark = CharacterWidth.columns(symbols.ellipsis)
        guard width >= mark else { return [] }
        var result: [Span] = []
        var room = width - mark
        for span in self {
            var head = span
            head.text = Truncation.end(span.text, width: room, ellipsis: "")
            room -= head.columns
            if !head.text.isEmpty { result.append(head) }
            // Nothing follows a cut, even where a narrower character would fit.
            if head.text != span.text { break }
        }
        return result + [Span(symbols.ellipsis, result.last?.role ?? first?.role ?? .muted)]
    }
}
