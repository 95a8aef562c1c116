/// Marks where words were found in a line: `Role.match` over what they matched.
public struct Highlight: Hashable, Sendable {
    /// May stand apart, as `FuzzyPattern` matches.
    private let fuzzy: [FuzzyPattern]
    /// Stand in one piece.
    private let exact: [FuzzyPattern]

    public init(fuzzy: [FuzzyPattern], exact: [FuzzyPattern] = []) {
        self.fuzzy = fuzzy.filter { !$0.isEmpty }
        self.exact = exact.filter { !$0.isEmpty }
    }

    /// The line with each word marked where it matches best, once.
    public func applied(to line: TableLine) -> TableLine {
        guard !fuzzy.isEmpty || !exact.isEmpty else { return line }
        let texts = line.map { $0.map { FoldedCharacters($0.text) } }
        var marked: [Place: Set<Int>] = [:]
        for pattern in fuzzy { mark(pattern, texts, &marked) { pattern.places(in: $0) } }
        for pattern in exact {
            mark(pattern, texts, &marked) { text in
                pattern.place(in: text).map { Array($0..<$0 + pattern.letters.count) }
            }
        }
        guard !marked.isEmpty else { return line }
        var line = line
        for cell in line.indices {
            line[cell] = line[cell].indices.flatMap { span in
                marked[Place(cell: cell, span: span)].map { line[cell][span].split(marking: $0) } ?? [line[cell][span]]
            }
        }
        return line
    }

    /// A cell's row of spans is short; names them in a line.
    private struct Place: Hashable {
        var cell: Int
        var span: Int
    }

    private func mark(
        _ pattern: FuzzyPattern, _ texts: [[FoldedCharacters]], _ marked: inout [Place: Set<Int>],
        _ find: (UnsafeBufferPointer<UInt8>) -> [Int]?
    ) {
        var best: (penalty: Int, place: Place, characters: Set<Int>)?
        for (cell, spans) in texts.enumerated() {
            for (span, text) in spans.enumerated() {
                text.bytes.withUnsafeBufferPointer { bytes in
                    guard let penalty = pattern.penalty(in: bytes), penalty < best?.penalty ?? .max,
                        let places = find(bytes)
                    else { return }
                    best = (penalty, Place(cell: cell, span: span), Set(places.map { text.owners[$0] }))
                }
            }
        }
        if let best { marked[best.place, default: []].formUnion(best.characters) }
    }
}

/// A text folded, with the character that each byte came from.
private struct FoldedCharacters {
    var bytes: [UInt8] = []
    var owners: [Int] = []

    init(_ text: String) {
        for (index, character) in text.enumerated() {
            guard bytes.count < Folding.longest else { break }
            Folding.append(String(character), to: &bytes)
            owners += Array(repeating: index, count: bytes.count - owners.count)
        }
    }
}

extension Span {
    /// In pieces, those of the characters that are marked with the role of a match.
    fileprivate func split(marking marked: Set<Int>) -> [Span] {
        var pieces: [Span] = []
        for (index, character) in text.enumerated() {
            let role: Role = marked.contains(index) ? .match : role
            if pieces.last?.role == role {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Span(String(character), role))
            }
        }
        return pieces
    }
}
