/// The lines of a log that are held, oldest first, within a bound of lines and of bytes: the oldest give way.
public struct LogBuffer: Sendable, Equatable {
    public static let mostLines = 200_000
    public static let mostBytes = 64 << 20
    /// Places of lines that gave way are cleared, and taken back so many at a time: that makes an append O(1) on
    /// average.
    private static let mostEmpty = 20_000

    private let mostLines: Int
    private let mostBytes: Int
    private var storage: [LogEntry?] = []
    /// Places at the start that hold nothing any more.
    private var head = 0
    /// Lines that gave way, in all.
    public private(set) var evicted = 0
    public private(set) var bytes = 0
    /// One copy of each container's name, however many lines have it.
    private var containers: [String: String] = [:]
    /// In the order in which they came: a container keeps its colour.
    public private(set) var containerNumbers: [String: Int] = [:]

    public init(mostLines: Int = Self.mostLines, mostBytes: Int = Self.mostBytes) {
        self.mostLines = mostLines
        self.mostBytes = mostBytes
    }

    public var count: Int { storage.count - head }
    public var isEmpty: Bool { count == 0 }
    public var isFull: Bool { count >= mostLines || bytes >= mostBytes }
    var oldest: LogEntry? { isEmpty ? nil : self[0] }
    var newest: LogEntry? { isEmpty ? nil : self[count - 1] }

    public subscript(index: Int) -> LogEntry {
        // Only places before `head` are empty.
        guard let entry = storage[head + index] else { preconditionFailure("line \(index) gave way") }
        return entry
    }

    public var entries: [LogEntry] { storage[head...].compactMap(\.self) }

    /// What merging has changed.
    struct Change: Equatable {
        /// Nothing before this line is another than it was, but for those that gave way.
        var lowest: Int
        /// New lines, those that give way at once too.
        var added: Int
        /// Lines that gave way.
        var evicted: Int
        /// Where the lines are now that were tracked; nil for one that gave way.
        var tracked: [Int?]
    }

    /// Puts lines in their places by time. Lines that are held already come no second time, however much of two
    /// answers overlaps; equal lines within one answer are lines of their own.
    /// - Parameters:
    ///   - page: Oldest first.
    ///   - isCut: The answer was cut at its start, so that lines between it and what is held may be missing.
    ///   - tracked: Lines whose new places are wanted.
    mutating func merge(_ page: [LogEntry], isCut: Bool = false, tracking tracked: [Int] = []) -> Change {
        guard let first = page.first, let last = page.last else {
            return Change(lowest: count, added: 0, evicted: 0, tracked: tracked)
        }
        let low = lowerBound(first.order)
        let high = upperBound(last.order)
        var new = news(in: page)
        let hasNothingInCommon = new.count == page.count
        if isCut, hasNothingInCommon, low > 0 { new.insert(.gap(before: first.at), at: 0) }
        guard !new.isEmpty else { return Change(lowest: count, added: 0, evicted: 0, tracked: tracked) }
        for index in new.indices { take(&new[index]) }
        let moved = tracked.map { line in line + new.count { $0.order < self[line].order } }
        if low == count { storage += new.map(Optional.some) } else { insert(new, low..<high) }
        let evicted = evict()
        return Change(
            lowest: max(0, low - evicted), added: new.count, evicted: evicted,
            tracked: moved.map { $0 < evicted ? nil : $0 - evicted })
    }

    /// Those of a page's lines, oldest first, that aren't held.
    func news(in page: [LogEntry]) -> [LogEntry] {
        guard let first = page.first, let last = page.last else { return [] }
        return unknown(page, lowerBound(first.order)..<upperBound(last.order))
    }

    /// Those of a page's lines that aren't among some that are held.
    private func unknown(_ page: [LogEntry], _ range: Range<Int>) -> [LogEntry] {
        guard !range.isEmpty else { return page }
        var held: [LogEntry: Int] = [:]
        for index in range { held[self[index], default: 0] += 1 }
        return page.filter { entry in
            guard let count = held[entry], count > 0 else { return true }
            held[entry] = count - 1
            return false
        }
    }

    /// Merges new lines with those held in a range; of equal times those held come first.
    private mutating func insert(_ new: [LogEntry], _ range: Range<Int>) {
        var merged: [LogEntry?] = []
        merged.reserveCapacity(range.count + new.count)
        var rest = new[...]
        for index in range {
            let held = self[index]
            while let next = rest.first, next.order < held.order { merged.append(rest.removeFirst()) }
            merged.append(held)
        }
        merged += rest.map(Optional.some)
        storage.replaceSubrange(head + range.lowerBound..<head + range.upperBound, with: merged)
    }

    private mutating func take(_ entry: inout LogEntry) {
        bytes += entry.bytes
        if let known = containers[entry.container] {
            entry.container = known
        } else if !entry.isGap {
            containers[entry.container] = entry.container
            containerNumbers[entry.container] = containerNumbers.count
        }
    }

    private mutating func evict() -> Int {
        let before = head
        while count > mostLines || bytes > mostBytes, count > 1 {
            bytes -= self[0].bytes
            storage[head] = nil
            head += 1
        }
        let gone = head - before
        evicted += gone
        if head > Self.mostEmpty {
            storage.removeFirst(head)
            head = 0
        }
        return gone
    }

    private func lowerBound(_ order: Double) -> Int { firstIndex { $0.order >= order } }

    private func upperBound(_ order: Double) -> Int { firstIndex { $0.order > order } }

    /// The first line for which something holds that holds for all behind it.
    private func firstIndex(_ holds: (LogEntry) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
