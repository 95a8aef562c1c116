import Northflank
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct CivilTimeTests {
    @Test(arguments: [0, 951_782_399.5, 951_782_400, 1_709_164_800, 1_795_491_176.175, 4_102_444_799.999, -86_400])
    func everyMomentReadsBackAsItself(seconds: Double) throws {
        let date = Date(timeIntervalSince1970: seconds)
        let read = try #require(LooseTime.parse(CivilTime(date).iso))
        #expect(abs(read.timeIntervalSince(date)) < 0.0005)
    }

    @Test func theContractsExampleIsWrittenAsTheContractHasIt() {
        let date = Date(timeIntervalSince1970: 1_611_141_593.175)
        #expect(CivilTime(date).iso == "2021-01-20T11:19:53.175Z")
        #expect(CivilTime(date).weekday == 3)
    }
}
