/// Values over time as a row of bars, the newest at the right.
public struct Sparkline: Hashable, Sendable {
    /// What the lowest bar stands for.
    public enum Floor: Hashable, Sendable {
        /// Nothing: bars twice as high are twice as much.
        case zero
        /// The least there was, so that what changes little can be seen to change; but at most nine tenths of the most,
        /// so that what hardly changes looks like it.
        case least
    }

    /// Oldest first.
    public var values: [Double]
    public var width: Int
    public var floor: Floor

    public init(_ values: [Double], width: Int, from floor: Floor = .zero) {
        self.values = values
        self.width = width
        self.floor = floor
    }

    /// One column a value; where there are more values than columns, a column is the mean of those it stands for. The
    /// highest bar is the highest column.
    public func text(_ symbols: Symbols) -> String {
        let columns = columns
        guard let most = columns.max(), let least = columns.min() else { return "" }
        let last = symbols.bars.count - 1
        let lowest = floor == .zero ? 0 : min(least, most * 0.9)
        return columns.map { value in
            // What can't be measured is drawn as nothing.
            guard most > lowest, value > lowest else { return symbols.bars[0] }
            let height = (value - lowest) / (most - lowest) * Double(last)
            return symbols.bars[min(last, Int(height.rounded(.up)))]
        }.joined()
    }

    private var columns: [Double] {
        let known = values.map { $0.isFinite ? max(0, $0) : 0 }
        guard known.count > width else { return width > 0 ? known : [] }
        guard width > 0 else { return [] }
        return (0..<width).map { column in
            let part = known[column * known.count / width..<(column + 1) * known.count / width]
            return part.reduce(0) { $0 + $1 / Double(part.count) }
        }
    }
}
