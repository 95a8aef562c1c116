import Testing

@testable import Dashboard

@Suite struct SortKeysTests {
    private func order(_ keys: [SortKey?], isReversed: Bool = false) -> [Int] {
        var sorted = SortKeys()
        for key in keys { sorted.append(key) }
        return sorted.order(isReversed: isReversed)
    }

    @Test func textsStandAsInTheAlphabetWhateverTheirCase() {
        #expect(
            order([.text("web"), .text("API"), .text("api gateway"), .text("Émile"), .text("")]) == [4, 1, 2, 0, 3])
    }

    @Test(arguments: [0, 7, 8, 9, 15, 16, 17, 40])
    func whereTextsBeginAlikeTheRestDecides(length: Int) {
        let start = String(repeating: "x", count: length)
        #expect(order([.text(start + "b"), .text(start + "a"), .text(start), .text(start + "ab")]) == [2, 1, 3, 0])
    }

    /// A stranger's name may be megabytes long, and stand there twice.
    @Test func longTextsThatAreAlikeAreSortedAllTheSame() {
        let long = String(repeating: "x", count: 4_000_000)
        #expect(order([.text(long), .text(long + "é"), .text("a"), .text(long)]) == [2, 0, 1, 3])
    }

    @Test func numbersStandByTheirSizeAndSign() {
        #expect(order([.number(2), .number(-1.5), .number(0), .number(1e12), .number(-1e12)]) == [4, 1, 2, 0, 3])
    }

    @Test func equalsKeepTheirOrderEitherWay() {
        let keys: [SortKey?] = [.number(1), .number(0), .number(-0.0), .number(1)]
        #expect(order(keys) == [1, 2, 0, 3])
        #expect(order(keys, isReversed: true) == [0, 3, 1, 2])
    }

    @Test func whatHasNoneComesLastEitherWay() {
        let keys: [SortKey?] = [nil, .text("b"), nil, .text("a")]
        #expect(order(keys) == [3, 1, 0, 2])
        #expect(order(keys, isReversed: true) == [1, 3, 0, 2])
    }
}
