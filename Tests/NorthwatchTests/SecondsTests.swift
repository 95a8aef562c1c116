import Testing

@testable import northwatch

@Suite struct SecondsTests {
    @Test(arguments: ["90": 90.0, "90s": 90, "5m": 300, "2h": 7200, "1d": 86_400, "0": 0])
    func aTimeHasAUnitOrIsInSeconds(text: String, seconds: Double) {
        #expect(Seconds(argument: text)?.value == seconds)
    }

    @Test(arguments: ["", "m", "5 m", "-1", "1.5h", "5x", "٣m"]) func whatIsNoTimeIsRefused(text: String) {
        #expect(Seconds(argument: text) == nil)
    }
}
