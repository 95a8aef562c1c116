/// What many things are found by, laid out so that thousands can be searched between two key presses: each has some
/// values, each of a kind.
public struct SearchTexts: Hashable, Sendable {
    /// All values of all items, each behind a byte that tells its kind.
    private var bytes: [UInt8] = []
    /// Where each item ends.
    private var ends: [Int] = []
    /// Which letters each item has.
    private var masks: [UInt64] = []
    private var mask: UInt64 = 0

    public init() {}

    public var count: Int { ends.count }

    /// Adds a value to the item that is being made; nothing for what is nil or empty. Of long ones 256 bytes count.
    /// - Parameter kind: Less than 32, which no text can hold.
    public mutating func add(_ text: String?, kind: UInt8) {
        guard let text, !text.isEmpty else { return }
        bytes.append(kind)
        mask |= Folding.append(text, to: &bytes)
    }

    /// The values so far since the last call are one item.
    public mutating func endItem() {
        ends.append(bytes.count)
        masks.append(mask)
        mask = 0
    }

    /// A kind of value counts for more than the next by this much.
    private static let kindStep = 8

    /// The least penalty of a pattern over an item's values; nil where none of them matches. Values of the first kind
    /// count for more than those of the second, and so on.
    public func penalty(_ item: Int, _ pattern: FuzzyPattern) -> Int? {
        guard masks[item] & pattern.mask == pattern.mask else { return nil }
        var least: Int?
        forEachValue(of: item) { kind, value in
            if let penalty = pattern.penalty(in: value) {
                least = min(least ?? .max, penalty + Int(kind) * Self.kindStep)
            }
            return least != 0
        }
        return least
    }

    /// Those of some items that a pattern matches in any value.
    public func items(_ items: [Int], matching pattern: FuzzyPattern) -> [Int] {
        items.filter { item in
            masks[item] & pattern.mask == pattern.mask && holds(item) { pattern.matches($1) }
        }
    }

    /// Those of some items that hold a pattern in one piece, or don't.
    /// - Parameter kinds: Looks only at values of these kinds; nil for all.
    public func items(
        _ items: [Int], holding pattern: FuzzyPattern, kinds: Set<UInt8>?, isHolding: Bool = true
    ) -> [Int] {
        items.filter { item in
            let isHeld =
                masks[item] & pattern.mask == pattern.mask
                && holds(item) { kind, value in kinds?.contains(kind) != false && pattern.isContained(in: value) }
            return isHeld == isHolding
        }
    }

    private func holds(_ item: Int, where check: (UInt8, UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        var isFound = false
        forEachValue(of: item) { kind, value in
            isFound = check(kind, value)
            return !isFound
        }
        return isFound
    }

    /// - Parameter body: Returns whether to go on.
    private func forEachValue(of item: Int, _ body: (UInt8, UnsafeBufferPointer<UInt8>) -> Bool) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = item == 0 ? 0 : ends[item - 1]
            let end = ends[item]
            while start < end {
                var next = start + 1
                while next < end, bytes[next] >= 0x20 { next += 1 }
                guard body(bytes[start], UnsafeBufferPointer(rebasing: bytes[start + 1..<next])) else { return }
                start = next
            }
        }
    }
}
