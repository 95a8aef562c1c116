import Northflank
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Test(
    "All eight notations of a time are read",
    arguments: [
        (#""2021-07-28T15:55:38.296Z""#, "2021-07-28T15:55:38.296Z"),
        (#""2021-07-28T15:55:38Z""#, "2021-07-28T15:55:38.000Z"),
        (#""2021-07-28 15:55:38.296Z""#, "2021-07-28T15:55:38.296Z"),
        (#""2021-07-28 15:55:38Z""#, "2021-07-28T15:55:38.000Z"),
        ("1606237973", "2020-11-24T17:12:53.000Z"),
        ("1606237973.25", "2020-11-24T17:12:53.250Z"),
        (#""1606237973250""#, "2020-11-24T17:12:53.250Z"),
        (#""28.07.2021""#, "2021-07-28T00:00:00.000Z"),
        (#""2021-07-28T15:55:38.296Z\"""#, "2021-07-28T15:55:38.296Z"),
    ])
func everyNotation(json: String, expected: String) throws {
    let (times, _) = try decode([LooseTime].self, "[\(json)]")
    let date = try #require(times[0].date)
    try #expect(abs(date.timeIntervalSince(moment(expected))) < 0.000_5)
}

@Test func aTimeWithAnOffsetIsTakenBackToUTC() throws {
    let expected = try moment("2021-07-28T13:55:38.000Z")
    #expect(LooseTime.parse("2021-07-28T15:55:38+02:00") == expected)
    #expect(LooseTime.parse("2021-07-28T09:25:38-0430") == expected)
}

@Test func aTimeWithoutAZoneIsUTC() throws {
    try #expect(LooseTime.parse("2021-07-28T15:55:38") == moment("2021-07-28T15:55:38.000Z"))
    try #expect(LooseTime.parse("2021-07-28") == moment("2021-07-28T00:00:00.000Z"))
}

@Test func leapDaysAreDaysAndOthersAreNot() throws {
    try #expect(LooseTime.parse("29.02.2024") == moment("2024-02-29T00:00:00.000Z"))
    try #expect(LooseTime.parse("2000-02-29") == moment("2000-02-29T00:00:00.000Z"))
    #expect(LooseTime.parse("29.02.2023") == nil)
    #expect(LooseTime.parse("1900-02-29") == nil)
    #expect(LooseTime.parse("31.04.2024") == nil)
}

@Test func timesAcrossTheCenturiesAgreeWithTheCalendar() throws {
    for year in stride(from: 1970, through: 2400, by: 43) {
        for day in ["01-01", "02-28", "03-01", "12-31"] {
            let text = "\(year)-\(day)T23:59:59.000Z"
            try #expect(LooseTime.parse(text) == moment(text))
        }
    }
}

@Test(
    "What is no time is nil",
    arguments: [
        "soon", "2021-13-01", "2021-00-10", "32.01.2021", "2021-07-28T25:00:00Z", "2021-07-28T15:61:00Z",
        "2021-07-28T15:55:38.Z", "2021-07-28T15:55:38Zulu", "12", "1.2.3", "2021-07-28T", "😀",
    ])
func noTime(text: String) {
    #expect(LooseTime.parse(text) == nil)
}

@Test func aTimeThatIsNotReadIsNilWithANoticeAndTheItemIsKept() throws {
    for odd in [#""soon""#, "true", "{}", "[1]", "1e300"] {
        let (build, notices) = try decode(Build.self, #"{"id": "b1", "branch": "main", "createdAt": \#(odd)}"#)
        #expect(build == Build(id: "b1", branch: "main"))
        #expect(notices == ["createdAt is not what the API promises"])
    }
}

@Test(
    "A thing that has not ended has no end: absent, null or empty",
    arguments: ["", #", "concludedAt": null"#, #", "concludedAt": """#, #", "concludedAt": "  ""#])
func noEndYet(field: String) throws {
    let (run, notices) = try decode(JobRun.self, #"{"id": "r1", "status": "RUNNING"\#(field)}"#)
    #expect(run == JobRun(id: "r1", status: .running))
    #expect(notices.isEmpty)
}
