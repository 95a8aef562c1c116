/// Which of the lines held are shown: all, or those that match a filter with some lines around each.
struct LogRows: Sendable, Equatable {
    private(set) var filter: LogPattern?
    private(set) var context = 0
    /// Numbers of the lines shown, ascending, counted from the first line that was ever held; nil for all lines.
    private var numbers: [Int]?

    init(filter: LogPattern? = nil, context: Int = 0) {
        self.filter = filter
        self.context = context
        if filter != nil { numbers = [] }
    }

    func count(_ buffer: LogBuffer) -> Int { numbers?.count ?? buffer.count }

    /// The line that stands in a row.
    func line(_ row: Int, _ buffer: LogBuffer) -> Int { numbers.map { $0[row] - buffer.evicted } ?? row }

    /// The row of a line, or of the next one that is shown.
    func row(of line: Int, _ buffer: LogBuffer) -> Int {
        guard let numbers else { return line }
        let number = line + buffer.evicted
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] >= number { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Looks again at the lines from one on, and at no others.
    mutating func update(_ buffer: LogBuffer, from line: Int) {
        guard let matcher = filter?.matcher(), var numbers else { return }
        // What is kept must not hold `numbers` too, or each change would copy them.
        self.numbers = nil
        let first = max(0, line - context)
        while let last = numbers.last, last >= first + buffer.evicted { numbers.removeLast() }
        let gone = numbers.firstIndex { $0 >= buffer.evicted } ?? numbers.count
        if gone > 0 { numbers.removeFirst(gone) }
        var next = first
        for index in max(0, first - context)..<max(first, buffer.count) {
            let entry = buffer[index]
            guard entry.isGap || matcher.matches(entry.text) else { continue }
            let around = entry.isGap ? 0 : context
            let end = min(buffer.count, index + around + 1)
            let start = max(next, index - around)
            guard start < end else { continue }
            for shown in start..<end { numbers.append(shown + buffer.evicted) }
            next = end
        }
        self.numbers = numbers
    }
}
