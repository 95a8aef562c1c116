/// Values over time as a row of bars, the newest at the right.
public struct Sparkline: Hashable, Sendable {
    /// Oldest first.
    public var values: [Double]
    public var width: Int

    public init(_ values: [Double], width: Int) {
        self.values = values
        self.width = width
    }

    /// One column a value; where there are more values than columns, a column is the highest of those it stands for, so
    /// that no peak is lost. The lowest bar is nothing used, the highest the most that was.
    public func text(_ symbols: Symbols) -> String {
        let columns = columns
        guard let most = columns.max(), let last = symbols.bars.indices.last else { return "" }
        return columns.map { value in
            // What can't be measured is drawn as nothing.
            guard most > 0, value > 0 else { return symbols.bars[0] }
            return symbols.bars[min(last, Int((value / most * Double(last)).rounded(.up)))]
        }.joined()
    }

    private var columns: [Double] {
        let known = values.map { $0.isFinite ? max(0, $0) : 0 }
        guard known.count > width else { return width > 0 ? known : [] }
        guard width > 0 else { return [] }
        return (0..<width).map { column in
            known[column * known.count / width..<(column + 1) * known.count / width].max() ?? 0
        }
    }
}
