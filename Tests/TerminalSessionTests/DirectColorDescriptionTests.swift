import Testing

@testable import TerminalSession

struct DirectColorDescriptionTests {
    @Test func aColorsNumberIsItsRedGreenAndBlue() {
        #expect(DirectColorDescription.number(red: 0x12, green: 0x34, blue: 0x56) == 0x123456)
        #expect(DirectColorDescription.number(red: 255, green: 255, blue: 255) == 0xFFFFFF)
    }

    @Test func noColorIsTakenForOneOfThePalette() {
        for blue in UInt8.min...UInt8.max {
            #expect(DirectColorDescription.number(red: 0, green: 0, blue: blue) >= 256)
        }
    }
}
