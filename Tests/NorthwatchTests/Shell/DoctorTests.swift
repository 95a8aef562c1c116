import Northflank
import NorthflankAPI
import TerminalSession
import TerminalUI
import Testing

@testable import northwatch

/// What the doctor says of what it finds.
@Suite struct DoctorTests {
    private func survey(
        problem: TerminalError? = nil, size: Size? = Size(columns: 120, rows: 40), depth: ColorDepth = .trueColor,
        isUTF8: Bool = true
    ) -> TerminalSurvey {
        TerminalSurvey(problem: problem, type: "xterm-256color", size: size, depth: depth, isUTF8: isUTF8)
    }

    @Test func aGoodTerminalIsFine() {
        let findings = Finding.terminal(survey())
        #expect(findings.map(\.standing) == [.fine, .fine, .fine])
        #expect(findings.map(\.text) == ["xterm-256color, 120x40", "16 million", "UTF-8"])
    }

    @Test func aTerminalThatLacksThingsGetsARemedyForEachAndKeepsNobodyFromWorking() {
        let findings = Finding.terminal(
            survey(problem: .noTerminal, size: nil, depth: .monochrome, isUTF8: false))
        #expect(findings.map(\.standing) == [.warning, .warning, .warning])
        #expect(findings.allSatisfy { $0.remedy != nil })
    }

    @Test func aWindowThatIsTooSmallIsSaid() {
        let finding = Finding.terminal(survey(size: Size(columns: 20, rows: 5)))[0]
        #expect(finding.standing == .warning)
        #expect(finding.remedy?.contains("30x8") == true)
    }

    @Test(arguments: [
        (0.4, Finding.Standing.fine), (-4, .fine), (42, .warning), (-42, .warning), (301, .failing), (-9000, .failing),
    ]) func aClockMayBeOffByTheSecondsThatAnAnswerTakes(lead: Double, standing: Finding.Standing) {
        #expect(Finding.clock(lead).standing == standing)
    }

    @Test func aClockSaysWhichWayItIsOff() {
        #expect(Finding.clock(42).text.hasPrefix("42s behind the API's"))
        #expect(Finding.clock(-42).text.hasPrefix("42s ahead of the API's"))
        #expect(Finding.clock(nil).standing == .warning)
    }

    @Test func aMissingPermissionIsNamed() {
        let finding = Finding.permissions(denied: [("jobs", "Project > Jobs > General > Read")])
        #expect(finding.standing == .warning)
        #expect(finding.text == "not to be listed: jobs (needs Project > Jobs > General > Read)")
        #expect(finding.remedy != nil)
    }

    @Test(arguments: [(51, Finding.Standing.fine), (50, .warning), (0, .failing)])
    func theReserveIsAWarningAndNothingLeftAFailure(remaining: Int, standing: Finding.Standing) {
        let left = RateLimit(limit: 1000, remaining: remaining, resetIn: .seconds(61))
        #expect(Finding.budget(left).standing == standing)
        #expect(Finding.budget(left).text.hasPrefix("\(remaining) of 1000 requests left, for 1m01s"))
    }

    @Test func aNetworkThatIsNotThereComesWithWhatToCheck() {
        let finding = Finding.unreachable(
            .northflank, .unreachable(.connection("refused"), mayHaveArrived: false))
        #expect(finding.standing == .failing)
        #expect(finding.remedy?.contains("--api-url") == true)
    }

    @Test func eachFindingIsALineWithItsRemedyUnderIt() throws {
        let findings: [Finding] = [.fine("token", "there"), .failing("reach", "no\u{1B}[2J", remedy: "plug it in")]
        let lines = FindingSheet(symbols: .unicode, width: 80).lines(findings).map { $0.map(\.text).joined() }
        #expect(lines == ["● token  there", "✗ reach  no", "         → plug it in"])
    }

    @Test func aLongLineGoesOnUnderWhereItBegan() {
        let finding = Finding.warning("clock", "one two three four five six", remedy: "seven eight nine ten eleven")
        let lines = FindingSheet(symbols: .ascii, width: 30).lines([finding]).map { $0.map(\.text).joined() }
        #expect(
            lines == [
                "! clock  one two three four", "         five six", "         > seven eight nine ten",
                "           eleven",
            ])
    }
}
