import Testing

@testable import TerminalUI

@Suite struct FuzzyPatternTests {
    private func penalty(_ word: String, _ text: String) -> Int? {
        Folding.bytes(text).withUnsafeBufferPointer { FuzzyPattern(word).penalty(in: $0) }
    }

    private func marked(_ word: String, _ text: String) -> String? {
        Folding.bytes(text).withUnsafeBufferPointer { bytes in
            FuzzyPattern(word).places(in: bytes).map { places in
                String(text.enumerated().map { places.contains($0.offset) ? $0.element : "." })
            }
        }
    }

    @Test func aPrefixCostsNothingAWordLittleAndTheMiddleOfOneMore() {
        #expect(penalty("pay", "payments-api") == 0)
        #expect(penalty("api", "payments-api") == 1)
        #expect(penalty("men", "payments-api") == 2)
    }

    @Test func capitalsDontMatter() {
        #expect(penalty("API", "payments-Api") == 1)
        #expect(penalty("ÄRGER", "viel ärger") == 1)
    }

    @Test func startsOfWordsAreFoundAsInitials() {
        #expect(marked("pgb", "payments-gateway-billing") == "p........g.......b......")
        #expect(marked("payb", "payments-billing") == "pay......b......")
    }

    @Test func aFewLettersMayBeSkipped() {
        #expect(marked("bldr", "builder") == "b..ld.r")
        #expect(marked("pymnts", "payments") == "p.ym.nts")
    }

    @Test func lettersFarApartAreNoMatch() {
        #expect(penalty("port", "peoples-forum-tracker") == nil)
        #expect(penalty("api", "a-long-pipeline") != nil)
        #expect(penalty("xyz", "payments") == nil)
    }

    @Test func oneOrTwoLettersSkipNothing() {
        #expect(penalty("db", "orders-db") == 1)
        #expect(penalty("ob", "orders-backup") != nil)
        #expect(penalty("os", "orders") == nil)
    }

    @Test func theOrderOfLettersCounts() {
        #expect(penalty("ipa", "api") == nil)
    }

    @Test func theBestOfSeveralPlacesIsTaken() {
        #expect(marked("api", "a-payments-api") == "...........api")
    }

    @Test func aLetterOfSeveralBytesIsNeverTornApart() {
        // é is C3 A9 and ũ is C5 A9: their second bytes are the same.
        #expect(penalty("xé", "xéa") == 0)
        #expect(penalty("aéb", "aÃũb") == nil)
    }

    @Test func anEmptyTextHoldsNothing() {
        #expect(penalty("a", "") == nil)
        #expect(FuzzyPattern("").isEmpty)
    }
}
