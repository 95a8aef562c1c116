import Testing

@testable import TerminalSession

struct EscapeDelayTests {
    private func delay(_ value: String?) -> Duration {
        TerminalOptions(environment: value.map { ["ESCDELAY": $0] } ?? [:]).escapeDelay
    }

    @Test func itIsShortUnlessAsked() { #expect(delay(nil) == .milliseconds(25)) }

    @Test func ncursesOwnVariableSetsIt() { #expect(delay("300") == .milliseconds(300)) }

    @Test(arguments: ["", "soon", "0", "-5", "10001"]) func whatMakesNoSenseIsIgnored(value: String) {
        #expect(delay(value) == .milliseconds(25))
    }
}
