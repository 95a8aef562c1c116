import TerminalUI
import Testing

@testable import TerminalSession

struct ColorDetectionTests {
    private let xterm256 = ColorCapability(count: 256, isDirect: false)

    private func depth(
        _ capability: ColorCapability, _ terminal: String, _ environment: [String: String] = [:],
        asked: ColorDepth? = nil
    ) -> ColorDepth {
        capability.depth(asked: asked, terminal: terminal, environment: environment)
    }

    @Test(arguments: [
        (-1, ColorDepth.monochrome), (0, .monochrome), (8, .eight), (16, .sixteen), (88, .sixteen),
        (256, .palette256),
    ])
    func theDescriptionSaysHowMany(count: Int, expected: ColorDepth) {
        #expect(depth(ColorCapability(count: count, isDirect: false), "some") == expected)
    }

    @Test func directDescriptionsHaveAll() {
        #expect(depth(ColorCapability(count: 0x100_0000, isDirect: true), "xterm-direct") == .trueColor)
    }

    @Test(arguments: ["truecolor", "24bit", "TrueColor"]) func colortermPromisesAll(value: String) {
        #expect(depth(xterm256, "xterm-256color", ["COLORTERM": value]) == .trueColor)
    }

    @Test func otherValuesOfColortermPromiseNothing() {
        #expect(depth(xterm256, "xterm-256color", ["COLORTERM": "yes"]) == .palette256)
    }

    @Test func gnuScreenHandsColortermOnInVainAndTmuxDoesNot() {
        #expect(depth(xterm256, "screen-256color", ["COLORTERM": "truecolor"]) == .palette256)
        #expect(depth(xterm256, "screen-256color", ["COLORTERM": "truecolor", "TMUX": "/tmp/x"]) == .trueColor)
    }

    @Test func terminalsKnownToShowAllNeedNoPromise() {
        #expect(depth(xterm256, "xterm-kitty") == .trueColor)
        #expect(depth(xterm256, "foot-extra") == .trueColor)
        #expect(depth(xterm256, "football") == .palette256)
    }

    @Test func noColorCountsWhenItIsNotEmpty() {
        #expect(depth(xterm256, "xterm-256color", ["NO_COLOR": "1"]) == .monochrome)
        #expect(depth(xterm256, "xterm-256color", ["NO_COLOR": ""]) == .palette256)
    }

    @Test func whatTheUserAsksForComesFirst() {
        #expect(depth(xterm256, "xterm-256color", ["NO_COLOR": "1"], asked: .sixteen) == .sixteen)
        #expect(depth(xterm256, "xterm-256color", asked: .trueColor) == .trueColor)
    }

    @Test func aTerminalWithoutColorsGetsNone() {
        #expect(depth(ColorCapability(count: 0, isDirect: false), "vt100", asked: .trueColor) == .monochrome)
    }

    @Test(arguments: [
        ("xterm-kitty", "xterm-256color"), ("xterm-new", "xterm-256color"), ("alacritty", "xterm-256color"),
        ("tmux-256color", "screen-256color"),
    ])
    func aMissingDescriptionIsReplacedByOneThatFits(terminal: String, substitute: String) {
        #expect(KnownTerminals.substitute(for: terminal) == substitute)
    }

    @Test func nothingReplacesATypeThatNobodyKnows() {
        #expect(KnownTerminals.substitute(for: "wyse60x") == nil)
    }
}
