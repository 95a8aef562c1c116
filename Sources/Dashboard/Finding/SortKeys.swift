/// What rows are sorted by, laid out so that thousands of rows are sorted between two key presses: as bytes, of which
/// eight at a time are compared as one number.
struct SortKeys {
    private var bytes: [UInt8] = []
    /// Where each key ends in `bytes`.
    private var ends: [Int] = []
    /// The rows that have a key, and those that have none.
    private var keyed: [Int] = []
    private var unkeyed: [Int] = []

    mutating func append(_ key: SortKey?) {
        switch key {
        case nil: unkeyed.append(ends.count)
        case .text, .number: keyed.append(ends.count)
        }
        switch key {
        case nil: break
        case .text(let text): append(text)
        case .number(let number): append(number.inOrder)
        }
        ends.append(bytes.count)
    }

    /// The rows' numbers in order. What has no key comes last either way; equals keep their order.
    func order(isReversed: Bool) -> [Int] {
        var rows = keyed
        sort(&rows, rows.indices, depth: 0, isReversed)
        return rows + unkeyed
    }

    /// By the eight bytes at a depth; those that have the same ones by the next eight.
    private func sort(_ rows: inout [Int], _ range: Range<Int>, depth: Int, _ isReversed: Bool) {
        let parts = rows[range].map { (part: part(of: $0, depth), row: $0) }
            .sorted { left, right in
                if left.part == right.part { return left.row < right.row }
                return left.part < right.part ? !isReversed : isReversed
            }
        var first = 0
        for index in parts.indices {
            rows[range.lowerBound + index] = parts[index].row
            guard index + 1 == parts.count || parts[index + 1].part != parts[index].part else { continue }
            let equal = first..<index + 1
            first = index + 1
            guard equal.count > 1, equal.contains(where: { goesOn(parts[$0].row, behind: depth) }) else { continue }
            sort(
                &rows, range.lowerBound + equal.lowerBound..<range.lowerBound + equal.upperBound, depth: depth + 1,
                isReversed)
        }
    }

    private func start(of row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }

    private func goesOn(_ row: Int, behind depth: Int) -> Bool { start(of: row) + (depth + 1) * 8 < ends[row] }

    /// What is behind the end is less than anything.
    private func part(of row: Int, _ depth: Int) -> UInt64 {
        let from = start(of: row) + depth * 8
        var part: UInt64 = 0
        for place in from..<from + 8 { part = part << 8 | (place < ends[row] ? UInt64(bytes[place]) : 0) }
        return part
    }

    /// Of a longer text the rest doesn't count: names come from strangers, and each eight bytes that two have in common
    /// are a step deeper.
    private static let longest = 512

    /// Capitals don't count.
    private mutating func append(_ text: String) {
        for byte in text.utf8.prefix(Self.longest) {
            guard byte < 0x80 else {
                bytes.removeLast(bytes.count - start(of: ends.count))
                bytes += String(text.unicodeScalars.prefix(Self.longest)).lowercased().utf8.prefix(Self.longest)
                return
            }
            bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }

    private mutating func append(_ number: UInt64) {
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}

extension Double {
    /// Numbers without a sign that are in the same order. Not for NaN.
    var inOrder: UInt64 {
        let bits = (self + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }
}
