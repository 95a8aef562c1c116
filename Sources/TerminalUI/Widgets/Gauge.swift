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

    /// The bar as text: what lies under the mark looks different, so that it reads without colours. Little is never
    /// shown as nothing, and only all of it is shown as full.
    public func spans(_ symbols: Symbols) -> [Span] {
        guard total > 0, width > 0 else { return [] }
        let full = cells(value)
        let reserve = min(full, cells(mark))
        let parts: [(symbol: String, count: Int, role: Role)] = [
            (symbols.gauge.reserve, reserve, value <= mark ? .gaugeLow : .gaugeReserve),
            (symbols.gauge.full, full - reserve, .gaugeFull),
            (symbols.gauge.empty, width - full, .gaugeEmpty),
        ]
        return parts.filter { $0.count > 0 }.map { Span(String(repeating: $0.symbol, count: $0.count), $0.role) }
    }

    private func cells(_ amount: Int) -> Int {
        if amount <= 0 { return 0 }
        if amount >= total { return width }
        let share = Double(amount) / Double(total)
        return min(max(1, Int((share * Double(width)).rounded())), max(1, width - 1))
    }
}
