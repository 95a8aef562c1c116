import TerminalUI
import Testing

struct GaugeTests {
    private func text(_ value: Int, of limit: Int = 1_000, mark: Int = 100, width: Int = 10) -> String {
        Gauge(value: value, of: limit, mark: mark, width: width).spans(.ascii).map(\.text).joined()
    }

    @Test func itShowsWhatIsLeftAndWhatIsKeptBack() {
        #expect(text(1_000) == "=#########")
        #expect(text(500) == "=####.....")
        #expect(text(100) == "=.........")
        #expect(text(0) == "..........")
    }

    @Test func littleIsNotNothingAndAlmostAllIsNotAll() {
        #expect(text(1) == "=.........")
        #expect(text(999) == "=########.")
        #expect(text(1, mark: 0) == "#.........")
    }

    @Test func theReserveIsLowWhenNothingElseIsLeft() {
        #expect(Gauge(value: 100, of: 1_000, mark: 100, width: 10).spans(.unicode).first?.role == .gaugeLow)
        #expect(Gauge(value: 101, of: 1_000, mark: 100, width: 10).spans(.unicode).first?.role == .gaugeReserve)
    }

    @Test(arguments: [(5, 0, 10), (-5, 10, 10), (50, 10, 10), (5, 10, 0), (5, 10, 1)])
    func oddNumbersDoNoHarm(value: Int, limit: Int, width: Int) {
        let text = text(value, of: limit, mark: 3, width: width)
        #expect(text.count == (limit > 0 ? width : 0))
    }
}
