import Northflank
public import TerminalUI

/// What can be chosen in the palette.
enum PaletteTarget: Hashable {
    case command(Command)
    case row(RowID)
}

/// All that can be chosen, by name, in the order that it has while nothing is typed.
struct PaletteIndex: Hashable {
    private(set) var targets: [PaletteTarget] = []
    private(set) var texts = SearchTexts()
    /// Bytes of each name: of equals the shortest is meant.
    private(set) var lengths: [UInt8] = []

    /// - Parameter detail: Found too, but less so.
    mutating func add(_ target: PaletteTarget, _ name: String, _ detail: String) {
        targets.append(target)
        lengths.append(UInt8(min(name.utf8.count, 255)))
        texts.add(name, kind: 0)
        texts.add(detail, kind: 1)
        texts.endItem()
    }
}

/// Everything by name: what is typed, and what it finds.
public struct Palette: Hashable, Sendable {
    public internal(set) var field = TextField()
    private var index: PaletteIndex
    /// Numbers of the index's targets, the best first.
    private(set) var found: [Int] = []
    private(set) var selected = 0

    init(_ index: PaletteIndex, recent: [PaletteTarget]) {
        self.index = index
        search(recent: recent)
    }

    var words: [FuzzyPattern] { field.text.split(separator: " ").map { FuzzyPattern($0) } }

    var target: PaletteTarget? { found.indices.contains(selected) ? index.targets[found[selected]] : nil }

    /// So many of what is found.
    func targets(from first: Int, count: Int) -> [PaletteTarget] {
        found.dropFirst(first).prefix(count).map { index.targets[$0] }
    }

    /// Finds what matches all words: the best first, of equals what was chosen lately, then the shortest name.
    mutating func search(recent: [PaletteTarget]) {
        let words = words
        let recency = Dictionary(recent.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var ranks: [(rank: Int, number: Int)] = []
        for number in index.targets.indices {
            var penalty = 0
            let isFound = words.allSatisfy { word in
                index.texts.penalty(number, word).map { penalty += $0 } != nil
            }
            guard isFound else { continue }
            let lately = recency.isEmpty ? recent.count : recency[index.targets[number]] ?? recent.count
            let length = words.isEmpty ? 0 : Int(index.lengths[number])
            ranks.append(((penalty * 256 + lately) * 256 + length, number))
        }
        found = ranks.sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }.map(\.number)
        selected = 0
    }

    /// Takes over what there is now. What is selected stays so, if it is still found.
    mutating func replace(_ index: PaletteIndex, recent: [PaletteTarget]) {
        let target = selected > 0 ? target : nil
        self.index = index
        search(recent: recent)
        if let target { select(found.firstIndex { index.targets[$0] == target } ?? 0) }
    }

    mutating func move(by distance: Int) { select(selected + distance) }

    mutating func select(_ index: Int) { selected = max(0, min(index, found.count - 1)) }
}
