import Testing

@testable import northwatch

@Suite struct JSONOutputTests {
    @Test func whatATerminalWouldObeyIsEscapedAndTheRestIsAsItWas() {
        let json = "{\n  \"detail\" : \"a\u{9D}52;c;x\u{9C} \u{202E}é世\u{E0001}\"\n}"
        #expect(
            JSONOutput.harmless(json) == "{\n  \"detail\" : \"a\\u009d52;c;x\\u009c \\u202eé世\\udb40\\udc01\"\n}")
    }
}
