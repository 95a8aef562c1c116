import Testing

@testable import TerminalUI

struct StyleTests {
    static let colors: [Color] = [
        .terminal, .palette(0), .palette(255), .rgb(red: 0, green: 0, blue: 0), .rgb(red: 255, green: 255, blue: 255),
        .rgb(red: 1, green: 2, blue: 3),
    ]

    @Test(arguments: colors, colors)
    func everyColourComesOutAsItWentIn(foreground: Color, background: Color) {
        var style = Style(foreground: foreground, background: background, attributes: [.bold, .reverse])
        #expect(style.foreground == foreground)
        #expect(style.background == background)
        #expect(style.attributes == [.bold, .reverse])
        style.foreground = background
        style.background = foreground
        style.attributes = .underline
        #expect(style == Style(foreground: background, background: foreground, attributes: .underline))
    }

    @Test func anOverlayKeepsWhatItDoesNotName() {
        let base = Style(foreground: .palette(1), background: .palette(2), attributes: .bold)
        #expect(base.overlaid(with: .plain) == base)
        #expect(
            base.overlaid(with: Style(background: .palette(3), attributes: .underline))
                == Style(foreground: .palette(1), background: .palette(3), attributes: [.bold, .underline]))
    }

    @Test func aStyleIsOneWordAndACellThree() {
        #expect(MemoryLayout<Style>.size == 8)
        #expect(MemoryLayout<Cell>.stride <= 24)
    }
}
