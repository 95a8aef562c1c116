/// Deals a row's room out to columns. Columns that hold nothing get none.
struct ColumnFitter {
    let columns: [TableColumn]
    let natural: [Int]
    let room: Int
    let gap: Int
    var widths: [Int] = []

    init(columns: [TableColumn], natural: [Int], room: Int, gap: Int) {
        self.columns = columns
        self.natural = natural
        self.room = room
        self.gap = gap
    }

    mutating func fit() -> [Int] {
        widths = columns.indices.map(least)
        while left < 0, let victim = nextToVanish { widths[victim] = 0 }
        while left < 0, let victim = nextToShrink { widths[victim] -= 1 }
        while left < 0, let last = widths.lastIndex(where: { $0 > 0 }) { widths[last] = 0 }
        grow(flexible: true)
        grow(flexible: false)
        stretch()
        return widths
    }

    /// What is free; negative where columns don't fit.
    private var left: Int {
        let shown = widths.count { $0 > 0 }
        return room - widths.reduce(0, +) - max(0, shown - 1) * gap
    }

    private func least(_ index: Int) -> Int {
        guard natural[index] > 0 else { return 0 }
        return switch columns[index].room {
        case .fixed(let width): width
        case .fitting(let maximum): min(natural[index], maximum)
        case .flexible(let minimum): min(natural[index], max(1, minimum))
        }
    }

    /// The rightmost of those with the highest number.
    private var nextToVanish: Int? {
        widths.indices.filter { widths[$0] > 0 && columns[$0].priority > 0 }
            .max { (columns[$0].priority, $0) < (columns[$1].priority, $1) }
    }

    /// The widest of the flexible ones, which hold names; only when they are gone of the others, which hold statuses.
    private var nextToShrink: Int? {
        let candidates = widths.indices.filter { widths[$0] > 1 }
        return candidates.filter(isFlexible).max { widths[$0] < widths[$1] }
            ?? candidates.max { widths[$0] < widths[$1] }
    }

    private func isFlexible(_ index: Int) -> Bool {
        if case .flexible = columns[index].room { true } else { false }
    }

    /// Gives columns of one kind what they hold, from left to right.
    private mutating func grow(flexible: Bool) {
        for index in widths.indices where widths[index] > 0 && left > 0 {
            switch columns[index].room {
            case .fixed: continue
            case .fitting: if flexible { continue }
            case .flexible: if !flexible { continue }
            }
            widths[index] += min(left, max(0, natural[index] - widths[index]))
        }
    }

    /// Gives flexible columns what is free, so that what stands behind them is at the right edge. On a wide screen
    /// the eye would lose its line on the way: there the room beyond `furthest` goes before the last column.
    private mutating func stretch() {
        let flexible = widths.indices.filter { isFlexible($0) && widths[$0] > 0 }
        guard !flexible.isEmpty, left > 0 else { return }
        var rest = left
        if let last = widths.lastIndex(where: { $0 > 0 }), columns[last].alignment == .right {
            rest = min(rest, Self.furthest * flexible.count)
            widths[last] += left - rest
        }
        for (position, index) in flexible.enumerated() {
            widths[index] += rest / flexible.count + (position < rest % flexible.count ? 1 : 0)
        }
    }

    /// Columns that a flexible column may be wider than its longest text.
    private static let furthest = 24
}
