import TerminalUI
import Testing

struct SymbolsTests {
    private func all(_ symbols: Symbols) -> [String] {
        let border = symbols.border
        return [
            symbols.failing, symbols.warning, symbols.active, symbols.unknown, symbols.healthy, symbols.idle,
            symbols.ellipsis, symbols.dash, symbols.up, symbols.down, symbols.folded, symbols.unfolded,
            symbols.marked, symbols.favourite, symbols.arrow, symbols.bell,
            symbols.separator, symbols.gauge.full, symbols.gauge.reserve, symbols.gauge.empty, border.horizontal,
            border.vertical, border.topLeft, border.topRight, border.bottomLeft, border.bottomRight,
            symbols.range,
        ] + symbols.spinner + symbols.bars
    }

    @Test(arguments: [Symbols.unicode, .console, .ascii])
    func eachTakesOneColumnAndHasNoEmojiForm(symbols: Symbols) {
        for symbol in all(symbols) {
            #expect(CharacterWidth.columns(symbol) == 1, "\(symbol)")
            #expect(symbol.unicodeScalars.count == 1, "\(symbol)")
            let isEmoji = symbol.unicodeScalars.contains { $0.properties.isEmoji && !$0.isASCII }
            #expect(!isEmoji, "\(symbol)")
        }
    }

    @Test(arguments: [Symbols.unicode, .console, .ascii])
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

    /// The fonts of Linux consoles hold 256 or 512 characters: of those beyond ASCII, these are in all of them.
    @Test func theLinuxConsoleGetsWhatItsFontsHave() {
        let common = Set("─│┌┐└┘█▒░↑↓→·")
        for symbol in all(.console) where !symbol.utf8.allSatisfy({ $0 < 0x7F }) {
            #expect(common.isSuperset(of: symbol), "\(symbol)")
        }
        #expect(Symbols.console.struck("B build") == "-B build-")
    }

    @Test func aTerminalGetsWhatItHas() {
        #expect(Symbols.fitting(isUnicode: true, type: "xterm-256color") == .unicode)
        #expect(Symbols.fitting(isUnicode: true, type: "linux-16color") == .console)
        #expect(Symbols.fitting(isUnicode: false, type: "linux") == .ascii)
        #expect(Symbols.fitting(isUnicode: true, type: nil) == .unicode)
    }
}
