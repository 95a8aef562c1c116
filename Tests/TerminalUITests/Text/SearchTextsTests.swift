import TerminalUI
import Testing

@Suite struct SearchTextsTests {
    private var texts: SearchTexts {
        var texts = SearchTexts()
        texts.add("api-gateway", kind: 0)
        texts.add("failed", kind: 1)
        texts.endItem()
        texts.add("failed-orders", kind: 0)
        texts.add(nil, kind: 2)
        texts.add("running", kind: 1)
        texts.endItem()
        texts.endItem()
        return texts
    }

    private func matching(_ word: String) -> [Int] {
        texts.items(Array(0..<texts.count), matching: FuzzyPattern(word))
    }

    @Test func itemsAreFoundByAnyOfTheirValues() {
        #expect(matching("failed") == [0, 1])
        #expect(matching("gate") == [0])
        #expect(matching("run") == [1])
        #expect(matching("nothing").isEmpty)
    }

    @Test func aMatchStaysWithinOneValue() {
        #expect(matching("gatewayfailed").isEmpty)
        #expect(matching("rr").isEmpty)
    }

    @Test func aKindCanBeAskedForAlone() {
        #expect(texts.items([0, 1, 2], holding: FuzzyPattern("fail"), kinds: [1]) == [0])
        #expect(texts.items([0, 1, 2], holding: FuzzyPattern("fail"), kinds: nil) == [0, 1])
        #expect(texts.items([0, 1, 2], holding: FuzzyPattern("fail"), kinds: [1], isHolding: false) == [1, 2])
        #expect(texts.items([0, 1, 2], holding: FuzzyPattern("fld"), kinds: [1]).isEmpty)
    }

    @Test func theBestValueTellsThePenalty() {
        #expect(texts.penalty(0, FuzzyPattern("gateway")) == 1)
        #expect(texts.penalty(1, FuzzyPattern("failed")) == 0)
        #expect(texts.penalty(2, FuzzyPattern("failed")) == nil)
    }

    @Test func theFirstKindCountsForMoreThanTheSecond() {
        #expect(texts.penalty(0, FuzzyPattern("failed")) == 8)
    }

    @Test func controlCharactersCantMakeAValueOfAnotherKind() {
        var texts = SearchTexts()
        texts.add("name\u{01}failed", kind: 0)
        texts.add("nämé\u{01}failed", kind: 0)
        texts.endItem()
        #expect(texts.items([0], holding: FuzzyPattern("failed"), kinds: [1]).isEmpty)
        #expect(texts.items([0], holding: FuzzyPattern("failed"), kinds: [0]) == [0])
    }
}
