/// A bar that says how much is left of something, with a mark below which it is low.
public struct Gauge: Hashable, Sendable {
    public var value: Int
    public var total: Int
    /// Up to here it is low.
    public var mark: Int
    public var width: Int

    public init(value: Int, of total: Int, mark: Int, width: Int) {
        self.value = value
        self.total = total
        self.mark = mark
        self.width = width
    }

    public func spans(_ symbols: Symbols) -> [Span] {
        guard total > 0, width > 0 else { return [] }
        // Anything at all shows as one block, so that "little" and "nothing" differ.
        let share = Double(min(max(0, value), total)) / Double(total)
        let full = value <= 0 ? 0 : max(1, Int((share * Double(width)).rounded()))
        return [
            Span(String(repeating: symbols.gauge.full, count: full), value <= mark ? .gaugeLow : .gaugeFull),
            Span(String(repeating: symbols.gauge.empty, count: width - full), .gaugeEmpty),
        ]
    }
}
