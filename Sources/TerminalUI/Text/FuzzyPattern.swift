/// A word to look for in short texts, whose letters need not stand together.
///
/// Its letters must be found in their order, in any case. From one to the next it may go on directly, which costs
/// nothing, jump to the start of a later word, which costs 1, or skip letters, which costs 1 for each. A match may cost
/// as much as the pattern has letters, so that noise is no match; one or two letters may not skip at all.
///
/// The penalty orders matches: 4 for each unit of cost, 1 where the match doesn't begin at the text's start, 2 where it
/// doesn't begin at a word's. Less is better, 0 is a prefix.
///
/// Found by dynamic programming over letters and places, in the manner of Smith and Waterman's local alignment with
/// gaps: O(letters × text).
public struct FuzzyPattern: Hashable, Sendable {
    /// Lower case, in UTF-8.
    let letters: [UInt8]
    /// The letters that a text must have.
    let mask: UInt64

    /// More of a pattern than this is left out.
    static let longest = 64

    public init(_ word: some StringProtocol) {
        letters = Array(Folding.bytes(String(word)).prefix(Self.longest))
        mask = letters.reduce(0) { $0 | Folding.bit($1) }
    }

    public var isEmpty: Bool { letters.isEmpty }

    /// The least penalty of all ways to find it in a text that is folded; nil where it isn't there or costs too much.
    func penalty(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard isSubsequence(of: text) else { return nil }
        return withAlignment(with: text) { $0.best?.penalty }
    }

    /// The places of its letters in the best match; nil where there is none.
    func places(in text: UnsafeBufferPointer<UInt8>) -> [Int]? {
        guard isSubsequence(of: text) else { return nil }
        return withAlignment(with: text) { alignment in
            alignment.best.map { alignment.places(endingAt: $0.place) }
        }
    }

    /// Whether it is found in a text that is folded. In one piece it costs nothing, which is soon seen.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isContained(in: text) || penalty(in: text) != nil }

    /// Whether it stands in a text as it is, in one piece.
    func isContained(in text: UnsafeBufferPointer<UInt8>) -> Bool { place(in: text) != nil }

    /// Where it first stands in one piece.
    func place(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !letters.isEmpty, text.count >= letters.count else { return nil }
        return letters.withUnsafeBufferPointer { letters in
            for start in 0...text.count - letters.count where text[start] == letters[0] {
                var length = 1
                while length < letters.count, text[start + length] == letters[length] { length += 1 }
                if length == letters.count { return start }
            }
            return nil
        }
    }

    /// A cheap look before the thorough one.
    private func isSubsequence(of text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= letters.count else { return false }
        return letters.withUnsafeBufferPointer { letters in
            var found = 0
            for byte in text {
                guard found < letters.count else { break }
                if byte == letters[found] { found += 1 }
            }
            return found == letters.count && found > 0
        }
    }

    private func withAlignment<Result>(
        with text: UnsafeBufferPointer<UInt8>, _ body: (borrowing Alignment) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: letters.count * text.count) { table in
            letters.withUnsafeBufferPointer { body(Alignment(letters: $0, text: text, table: table)) }
        }
    }
}

/// The table of least penalties: for each letter and place, of all matches of the letters so far that end there.
private struct Alignment: ~Copyable {
    private static let never = Int32.max / 2
    /// A unit of cost, above all that the beginning can add.
    private static let unit: Int32 = 4

    let letters: UnsafeBufferPointer<UInt8>
    let text: UnsafeBufferPointer<UInt8>
    let table: UnsafeMutableBufferPointer<Int32>

    init(
        letters: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>, table: UnsafeMutableBufferPointer<Int32>
    ) {
        self.letters = letters
        self.text = text
        self.table = table
        for place in text.indices {
            let beginning: Int32 = place == 0 ? 0 : Folding.startsWord(text, at: place) ? 1 : 2
            table[place] = text[place] == letters[0] ? beginning : Self.never
        }
        for letter in letters.indices.dropFirst() { fill(letter) }
    }

    /// The row of a letter from that of the letter before it.
    private func fill(_ letter: Int) {
        let before = (letter - 1) * text.count
        // The rest of a letter of several bytes stands right behind its first.
        let isInside = Folding.isContinuation(letters[letter])
        var leastBefore = Self.never
        var leastSkipping = Self.never
        for place in text.indices {
            defer {
                if place > 0 {
                    let last = table[before + place - 1]
                    leastBefore = min(leastBefore, last)
                    leastSkipping = min(leastSkipping, last - Int32(place - 1) * Self.unit)
                }
            }
            var least = Self.never
            if text[place] == letters[letter], place > 0 {
                least = table[before + place - 1]
                if !isInside {
                    if letters.count > 2 { least = min(least, leastSkipping + Int32(place - 1) * Self.unit) }
                    if Folding.startsWord(text, at: place) { least = min(least, leastBefore + Self.unit) }
                }
            }
            table[letter * text.count + place] = min(least, Self.never)
        }
    }

    /// Where the best match ends, the first of equals; nil where even that is too far-fetched.
    var best: (place: Int, penalty: Int)? {
        let row = (letters.count - 1) * text.count
        guard let place = text.indices.min(by: { table[row + $0] < table[row + $1] }) else { return nil }
        let penalty = table[row + place]
        guard penalty / Self.unit <= Int32(letters.count) else { return nil }
        return (place, Int(penalty))
    }

    /// Walks back from the last letter, each time to the nearest place that explains the penalty.
    func places(endingAt last: Int) -> [Int] {
        var places = [last]
        for letter in letters.indices.dropLast().reversed() {
            let place = places[places.count - 1]
            let penalty = table[(letter + 1) * text.count + place]
            let isStart = Folding.startsWord(text, at: place)
            let previous = (0..<place).reversed().first { candidate in
                let base = table[letter * text.count + candidate]
                let gap = Int32(place - candidate - 1) * Self.unit
                return base + gap == penalty || (isStart && gap > 0 && base + Self.unit == penalty)
            }
            guard let previous else { break }
            places.append(previous)
        }
        return places.reversed()
    }
}
