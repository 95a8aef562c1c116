import TerminalUI
import Testing

@Suite struct SparklineTests {
    private func text(
        _ values: [Double], width: Int = 8, _ floor: Sparkline.Floor = .zero, _ symbols: Symbols = .unicode
    ) -> String {
        Sparkline(values, width: width, from: floor).text(symbols)
    }

    @Test func eachValueIsABarAsHighAsItIsBesideTheHighest() {
        #expect(text([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
        #expect(text([0, 1, 2, 3, 4, 5, 6], .zero, .ascii) == "_.-=+*#")
    }

    @Test func fewValuesTakeFewColumns() { #expect(text([1, 1]) == "██") }

    @Test func littleIsNeverDrawnAsNothing() { #expect(text([0, 0.001, 100]) == "▁▂█") }

    @Test func nothingAtAllIsDrawnAsNothing() {
        #expect(text([0, 0]) == "▁▁")
        #expect(text([]) == "")
        #expect(text([1], width: 0) == "")
    }

    @Test func whereThereIsNoRoomForAllAColumnIsTheMeanOfItsValues() {
        #expect(text([0, 7, 7, 7, 0, 0, 3, 4], width: 4) == "▅█▁▅")
        #expect(text([1e308, 1e308], width: 1) == "█")
    }

    @Test func whatChangesLittleIsDrawnFromItsLeast() {
        #expect(text([200, 240, 320, 480], .least) == "▁▂▄█")
        #expect(text([200, 240, 320, 480]) == "▄▅▆█")
    }

    @Test func whatHardlyChangesIsNotDrawnAsIfItDid() {
        #expect(text([999, 1_000, 999], .least) == "███")
        #expect(text([5, 5], .least) == "██")
        #expect(text([0, 0], .least) == "▁▁")
    }

    @Test func whatIsNoNumberIsDrawnAsNothing() { #expect(text([.nan, -3, .infinity, 2]) == "▁▁▁█") }
}
