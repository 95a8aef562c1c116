import Testing

@testable import TerminalUI

struct ColorTests {
    @Test(arguments: [
        ("#f7768e", Color.rgb(red: 0xF7, green: 0x76, blue: 0x8E)),
        ("#F7768E", .rgb(red: 0xF7, green: 0x76, blue: 0x8E)),
        ("black", .palette(0)), ("red", .palette(1)), ("white", .palette(7)), ("bright-red", .palette(9)),
        ("Bright-White", .palette(15)), ("grey", .palette(8)), ("0", .palette(0)), ("255", .palette(255)),
        ("default", .terminal),
    ])
    func aColourIsRead(text: String, color: Color) {
        #expect(Color.parse(text) == color)
    }

    @Test(arguments: [
        "", "#", "#fff", "#12345", "#1234567", "#12345g", "#+12345", "256", "-1", "+1", "reddish", "１２", "bright red",
    ])
    func whatIsNoColourIsNone(text: String) {
        #expect(Color.parse(text) == nil)
    }

    @Test(
        arguments: [
            ("#000000", 16), ("#ffffff", 231), ("#ff0000", 196), ("#808080", 244), ("#5f87af", 67), ("#080808", 232),
            ("#eeeeee", 255),
        ] as [(String, UInt8)])
    func rgbBecomesTheNearestOf256(text: String, index: UInt8) {
        #expect(Color.parse(text)?.degraded(to: .palette256) == .palette(index))
    }

    @Test func aColourThatATerminalOf256HasIsFoundExactly() throws {
        for index in UInt8(16)...255 {
            let rgb = try #require(Color.palette(index).rgb)
            let found = Color.rgb(red: rgb.red, green: rgb.green, blue: rgb.blue).degraded(to: .palette256)
            #expect(found.rgb ?? (0, 0, 0) == rgb)
        }
    }

    @Test(
        arguments: [
            ("#000000", 0), ("#ff0000", 9), ("#cc0000", 1), ("#ffffff", 15), ("#808080", 8), ("#00cc00", 2),
            ("#a6e3a1", 2), ("#98c379", 2), ("#f7768e", 9), ("#7aa2f7", 12), ("#e0af68", 3), ("#283457", 4), ("196", 9),
            ("3", 3), ("12", 12),
        ] as [(String, UInt8)])
    func coloursBecomeTheNearestOf16(text: String, index: UInt8) {
        #expect(Color.parse(text)?.degraded(to: .sixteen) == .palette(index))
    }

    @Test(
        arguments: [("bright-red", 1), ("bright-black", 7), ("bright-white", 7), ("red", 1), ("#ff0000", 1)]
            as [(String, UInt8)])
    func brightColoursKeepTheirHueAmongEight(text: String, index: UInt8) {
        #expect(Color.parse(text)?.degraded(to: .eight) == .palette(index))
    }

    @Test(arguments: ColorDepth.allCases)
    func degradingTwiceChangesNothingMore(depth: ColorDepth) {
        for color in [Color.terminal, .palette(3), .palette(11), .palette(200), .rgb(red: 12, green: 200, blue: 77)] {
            let once = color.degraded(to: depth)
            #expect(once.degraded(to: depth) == once)
        }
    }

    @Test func monochromeHasNoColours() {
        #expect(Color.palette(1).degraded(to: .monochrome) == .terminal)
        #expect(Color.rgb(red: 1, green: 2, blue: 3).degraded(to: .monochrome) == .terminal)
    }

    @Test func theTerminalsOwnColourStaysInEveryDepth() {
        for depth in ColorDepth.allCases { #expect(Color.terminal.degraded(to: depth) == .terminal) }
    }

    // MARK: - Suggestions

    @Test(arguments: [
        ("failling", "failing"), ("FAILING", "failing"), ("selecton", "selection"), ("bordre", "border"), ("ky", "key"),
    ])
    func theNearestWordIsFound(word: String, found: String) {
        #expect(nearest(to: word, in: Role.allCases.map(\.name)) == found)
    }

    @Test func theOnlyWordThatBeginsSoIsMeantHoweverMuchLongerItIs() {
        #expect(nearest(to: "reindex", in: ["reindex-orders", "replay"]) == "reindex-orders")
        #expect(nearest(to: "reindex", in: ["reindex-orders", "reindex-users"]) == nil)
        #expect(nearest(to: "re", in: ["reindex-orders"]) == nil)
    }

    @Test(arguments: ["", "xyzzy", "completely different", "q"])
    func whatIsFarFromEverythingHasNone(word: String) {
        #expect(nearest(to: word, in: Role.allCases.map(\.name)) == nil)
    }
}
