import TerminalUI

/// What a filter asks of a row: all of its words, in any order and any case.
///
/// A word is fuzzy (`FuzzyPattern`). `'word` must stand in one piece, and so must the `main` of `branch:main`, which is
/// looked for in that field alone. `!` before any of them wants the row without it; a bare word after it is exact, since
/// a fuzzy one would hide too much. What is only begun (`!`, `status:`) asks nothing yet.
struct RowFilter: Hashable {
    private struct Term: Hashable {
        var pattern: FuzzyPattern
        var field: FilterField?
        var isExact: Bool
        var isExcluded: Bool

        init?(_ word: Substring) {
            var word = word
            isExcluded = word.first == "!"
            if isExcluded { word.removeFirst() }
            isExact = isExcluded
            if word.first == "'" {
                word.removeFirst()
                isExact = true
            } else if let colon = word.firstIndex(of: ":"), let field = FilterField(word: word[..<colon]) {
                self.field = field
                isExact = true
                word = word[word.index(after: colon)...]
            }
            guard !word.isEmpty else { return nil }
            pattern = FuzzyPattern(word)
        }

        func kept(of items: [Int], in texts: SearchTexts) -> [Int] {
            guard isExact else { return texts.items(items, matching: pattern) }
            let kinds = field.map { Set($0.fields.map(\.rawValue)) }
            return texts.items(items, holding: pattern, kinds: kinds, isHolding: !isExcluded)
        }
    }

    private let terms: [Term]

    init(_ text: String) { terms = text.split(separator: " ").compactMap { Term($0) } }

    /// Whether it lets every row through.
    var isEmpty: Bool { terms.isEmpty }

    /// The numbers of the rows that it lets through.
    func kept(in texts: SearchTexts) -> [Int] {
        terms.reduce(Array(0..<texts.count)) { $1.kept(of: $0, in: texts) }
    }

    /// Marks what it looks for.
    var highlight: Highlight? {
        let wanted = terms.filter { !$0.isExcluded }
        guard !wanted.isEmpty else { return nil }
        return Highlight(
            fuzzy: wanted.filter { !$0.isExact }.map(\.pattern), exact: wanted.filter(\.isExact).map(\.pattern))
    }
}
