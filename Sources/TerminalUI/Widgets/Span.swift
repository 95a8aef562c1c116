/// A piece of text that means one thing.
public struct Span: Hashable, Sendable {
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
    }

    /// Columns it takes.
    public var columns: Int { CharacterWidth.columns(text) }
}

extension [Span] {
    /// Columns it takes in all.
    public var columns: Int { reduce(0) { $0 + $1.columns } }
}
