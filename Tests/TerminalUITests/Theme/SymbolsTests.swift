import TerminalUI
import Testing

struct SymbolsTests {
    private func all(_ symbols: Symbols) -> [String] {
        let border = symbols.border
        return [
            symbols.failing, symbols.warning, symbols.active, symbols.unknown, symbols.healthy, symbols.idle,
            symbols.ellipsis, symbols.dash, symbols.up, symbols.down, symbols.folded, symbols.unfolded,
            symbols.marked, symbols.favourite,
            symbols.separator, symbols.gauge.full, symbols.gauge.reserve, symbols.gauge.empty, border.horizontal,
            border.vertical, border.topLeft, border.topRight, border.bottomLeft, border.bottomRight,
            symbols.range,
        ] + symbols.spinner + symbols.bars
    }

    @Test(arguments: [Symbols.unicode, .ascii])
    func eachTakesOneColumnAndHasNoEmojiForm(symbols: Symbols) {
        for symbol in all(symbols) {
            #expect(CharacterWidth.columns(symbol) == 1, "\(symbol)")
            #expect(symbol.unicodeScalars.count == 1, "\(symbol)")
            let isEmoji = symbol.unicodeScalars.contains { $0.properties.isEmoji && !$0.isASCII }
            #expect(!isEmoji, "\(symbol)")
        }
    }

    @Test(arguments: [Symbols.unicode, .ascii])
    func healthIsToldByShapeAlone(symbols: Symbols) {
        let health = [
            symbols.failing, symbols.warning, symbols.active, symbols.unknown, symbols.healthy, symbols.idle,
        ]
        #expect(Set(health).count == health.count)
        #expect(Set([symbols.gauge.full, symbols.gauge.reserve, symbols.gauge.empty]).count == 3)
    }

    @Test func asciiIsAscii() {
        for symbol in all(.ascii) { #expect(symbol.utf8.allSatisfy { $0 < 0x7F }, "\(symbol)") }
    }
}
