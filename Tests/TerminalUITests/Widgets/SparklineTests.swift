import TerminalUI
import Testing

@Suite struct SparklineTests {
    private func text(_ values: [Double], width: Int = 8, _ symbols: Symbols = .unicode) -> String {
        Sparkline(values, width: width).text(symbols)
    }

    @Test func eachValueIsABarAsHighAsItIsBesideTheHighest() {
        #expect(text([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
        #expect(text([0, 1, 2, 3, 4, 5, 6], width: 8, .ascii) == "_.-=+*#")
    }

    @Test func fewValuesTakeFewColumns() { #expect(text([1, 1]) == "██") }

    @Test func littleIsNeverDrawnAsNothing() { #expect(text([0, 0.001, 100]) == "▁▂█") }

    @Test func nothingAtAllIsDrawnAsNothing() {
        #expect(text([0, 0]) == "▁▁")
        #expect(text([]) == "")
        #expect(text([1], width: 0) == "")
    }

    @Test func whereThereIsNoRoomForAllNoPeakIsLost() {
        var values = Array(repeating: 0.0, count: 100)
        values[37] = 9
        let line = text(values, width: 10)
        #expect(line.count == 10)
        #expect(line.count { $0 == "█" } == 1)
    }

    @Test func whatIsNoNumberIsDrawnAsNothing() { #expect(text([.nan, -3, .infinity, 2]) == "▁▁▁█") }
}
