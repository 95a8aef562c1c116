import Foundation
import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

extension [Effect] {
    var logRequests: [LogRequest] { compactMap { if case .loadLogs(let request) = $0 { request } else { nil } } }
}

extension State {
    /// Answers a request; what is asked next comes back.
    @discardableResult
    mutating func answer(_ request: LogRequest, _ lines: [LogLine]) -> [Effect] {
        update(.logsLoaded(request, .success(LogAnswer(lines))), now: now)
    }
}

@Suite struct LogPageTests {
    /// The log of the service `api`, and the request for its newest lines.
    private func open(
        _ pane: String = "2", down: Int = 0, columns: Int = 120, rows: Int = 40
    ) throws -> (State, LogRequest) {
        var state = Sample.full(columns: columns, rows: rows)
        state.press(Key("G"), Key(Character(pane)))
        for _ in 0..<down { state.press(Key("j")) }
        let request = try #require(state.press(Key("l")).logRequests.first)
        return (state, request)
    }

    private func opened(_ seconds: ClosedRange<Int> = -99...0) throws -> State {
        var (state, request) = try open()
        state.answer(request, records(seconds))
        return state
    }

    private func records(_ seconds: ClosedRange<Int>) -> [LogLine] {
        seconds.map { line("request \($0 + 1000)", at: Double($0)) }
    }

    private func shows(_ state: State, _ text: String) -> Bool {
        state.view().grid.lines.contains { $0.contains(text) }
    }

    private func after(_ state: inout State, _ seconds: Double) -> [LogRequest] { state.wait(seconds).logRequests }

    // MARK: - Asking

    @Test func lOpensTheLogOfWhateverHasOne() throws {
        for (pane, down, source) in [
            ("2", 0, LogSource.service(Sample.api)),
            ("3", 0, .build(BuildReference(service: Sample.api, build: "swift-fox-12"))),
            ("4", 1, .run(RunReference(job: Sample.nightly, run: "run-1"))),
            ("5", 1, .addon(Sample.orders)),
            ("5", 2, .backup(BackupReference(addon: Sample.orders, backup: "backup-1"))),
        ] {
            let (state, request) = try open(pane, down: down)
            #expect(request.source == source)
            #expect(request.query.kept == .newest)
            #expect(shows(state, "Reading"))
        }
    }

    @Test func nothingIsAskedWhileThePageIsClosedAndALateAnswerIsDropped() throws {
        var (state, request) = try open()
        #expect(state.press(Key(.escape)).logRequests.isEmpty)
        #expect(state.log == nil)
        #expect(state.answer(request, records(-5...0)).logRequests.isEmpty)
        #expect(after(&state, 3600).isEmpty)
    }

    @Test func itIsFollowedWithinTheBudget() throws {
        var state = try opened()
        #expect(after(&state, 9).isEmpty)
        #expect(shows(state, "every 10s"))
        let budget = Budget(limit: 1000, remaining: 250, resetsAt: state.now.addingTimeInterval(3000), reserve: 50)
        _ = state.update(.budget(budget), now: state.now)
        #expect(shows(state, "every 30s"))
        #expect(after(&state, 20).isEmpty)
        let request = try #require(after(&state, 2).first)
        #expect(request.query.span == .since(Sample.ago(10)))
        #expect(after(&state, 60).isEmpty, "one at a time")
        state.answer(request, records(-10...2))
        #expect(shows(state, "request 1002"))
        #expect(state.log?.buffer.count == 102)
    }

    @Test func aBudgetThatIsUsedUpIsLeftToTheUser() throws {
        var state = try opened()
        let budget = Budget(limit: 1000, remaining: 50, resetsAt: state.now.addingTimeInterval(900), reserve: 50)
        _ = state.update(.budget(budget), now: state.now)
        #expect(after(&state, 600).isEmpty)
        #expect(shows(state, "not followed"))
        #expect(state.press(Key("r")).logRequests.count == 1)
    }

    @Test func pStopsFollowingAndGoesOn() throws {
        var state = try opened()
        state.press(Key("p"))
        #expect(after(&state, 60).isEmpty)
        #expect(shows(state, "paused"))
        #expect(state.press(Key("p")).logRequests.count == 1)
    }

    @Test func theLogOfABuildIsAskedFromItsBeginningAndOnceMoreAfterItsEnd() throws {
        var (state, request) = try open("2", down: 1)
        state.press(Key(.escape), Key("3"))
        request = try #require(state.press(Key("l")).logRequests.first)
        #expect(request.query.span == .since(Sample.ago(140)))
        state.answer(request, [line("Cloning", at: -70)])
        var builds = Sample.builderBuilds
        builds[0].status = .success
        state.tell(.builds(Sample.builder), .builds(builds))
        let last = try #require(after(&state, 10).first)
        state.answer(last, [line("Image built", at: 5)])
        #expect(after(&state, 600).isEmpty)
        #expect(shows(state, "ended"))
        state.press(Key("g"), Key("k"))
        #expect(state.shownActions.contains("This is the beginning."))
    }

    @Test func furtherUpThanTheFirstLineThePageBeforeIsAsked() throws {
        var state = try opened()
        #expect(state.press(Key("g")).logRequests.isEmpty)
        #expect(shows(state, "request 901"))
        let request = try #require(state.press(Key("k")).logRequests.first)
        #expect(request.query.span == .between(Sample.ago(7190), Sample.ago(3590)))
        state.answer(request, records(-4000 ... -3991))
        // What was in sight stays there.
        #expect(state.log?.top?.row == 10)
        state.press(Key("k"))
        #expect(state.log.map { $0.entry($0.top?.row ?? 0).text } == "request -2991")
    }

    @Test func aSearchFurtherBackThatFindsNothingSaysSo() throws {
        var state = try opened()
        state.press(Key("g"))
        let request = try #require(state.press(Key("k")).logRequests.first)
        state.answer(request, [])
        #expect(state.shownActions.last?.hasPrefix("Nothing since 2026-05-28 18:26 UTC") == true)
        let next = try #require(state.press(Key("k")).logRequests.first)
        #expect(next.query.span == .between(Sample.ago(7190 + 14_400), Sample.ago(7190)))
    }

    @Test func aFailureIsToldAndTriedEverMoreSeldom() throws {
        var (state, request) = try open()
        let error = APIError.notFound(.init(status: 404, message: "gone"))
        for wait in [20.0, 40, 80] {
            _ = state.update(.logsLoaded(request, .failure(error)), now: state.now)
            #expect(after(&state, wait - 1).isEmpty)
            request = try #require(after(&state, 1).first)
        }
        #expect(shows(state, "gone"))
    }

    // MARK: - Looking

    @Test func itStaysAtTheEndUntilSomebodyScrollsUp() throws {
        var state = try opened()
        #expect(shows(state, "request 1000"))
        state.press(Key("k"))
        #expect(!shows(state, "request 1000"))
        let request = try #require(after(&state, 10).first)
        state.answer(request, records(-3...5))
        #expect(!shows(state, "request 1000"))
        state.press(Key("G"))
        #expect(shows(state, "request 1005"))
    }

    @Test func aSearchMarksItsMatchesAndNGoesFromOneToTheNext() throws {
        var state = try opened()
        state.press(Key("/"))
        state.type("REQUEST 9")
        state.press(Key(.enter))
        #expect(state.log.map { $0.entry($0.found ?? 0).text } == "request 999")
        state.press(Key("N"))
        #expect(state.log.map { $0.entry($0.found ?? 0).text } == "request 998")
        state.press(Key("n"), Key("n"))
        #expect(state.shownActions == ["No match below: on from the first line."])
        #expect(state.log.map { $0.entry($0.found ?? 0).text } == "request 901")
        state.press(Key("N"))
        #expect(state.log.map { $0.entry($0.found ?? 0).text } == "request 999")
        state.press(Key(.escape))
        #expect(state.shownActions == [])
        #expect(state.log?.search == nil)
        #expect(state.page?.log != nil)
    }

    @Test func aFilterIsSentToTheAPIAndLinesAroundMatchesAreKeptHere() throws {
        var state = try opened()
        state.press(Key("f"))
        #expect(state.type("request 95").logRequests.isEmpty)
        let request = try #require(state.press(Key(.enter)).logRequests.first)
        #expect(request.query.filter == .includes("request 95"))
        state.answer(request, records(-50 ... -41))
        #expect(state.log?.rowCount == 10)
        let whole = try #require(state.press(Key("+")).logRequests.first)
        #expect(whole.query.filter == nil)
        state.answer(whole, records(-99...0))
        #expect(state.log?.rowCount == 12)
        #expect(state.press(Key("+")).logRequests.isEmpty)
        #expect(state.log?.rowCount == 14)
        state.press(Key("-"))
        #expect(try #require(state.press(Key("-")).logRequests.first).query.filter == .includes("request 95"))
    }

    @Test func aRegularExpressionStandsBetweenSlashes() throws {
        var state = try opened()
        state.press(Key("f"))
        state.type("/9[0-9]$/")
        let request = try #require(state.press(Key(.enter)).logRequests.first)
        #expect(request.query.filter == .matches("9[0-9]$"))
        state.press(Key("f"))
        state.type("[/")
        state.press(Key(.backspace))
        state.press(.control("u"))
        state.type("/[/")
        #expect(state.press(Key(.enter)).logRequests.isEmpty)
        #expect(state.shownActions.contains { $0.contains("no regular expression") })
    }

    @Test func aLongLineIsScrolledOrWrapped() throws {
        var (state, request) = try open(columns: 80, rows: 24)
        state.answer(request, [line(String(repeating: "ab", count: 100) + "END", at: 0)])
        #expect(!shows(state, "END"))
        state.press(Key("w"))
        #expect(shows(state, "END"))
        state.press(Key("w"))
        for _ in 0..<6 { state.press(Key(.right)) }
        #expect(shows(state, "END"))
        for _ in 0..<6 { state.press(Key(.left)) }
        #expect(!shows(state, "END"))
    }

    @Test func aWrappedLineLongerThanTheScreenIsReadToItsEnd() throws {
        var (state, request) = try open(columns: 40, rows: 10)
        state.answer(request, [line("START" + String(repeating: "x", count: 900) + "END", at: 0)])
        state.press(Key("w"))
        #expect(shows(state, "END"))
        state.press(Key("g"))
        #expect(shows(state, "START"))
        state.press(Key("j"))
        #expect(!shows(state, "START"))
        for _ in 0..<100 { state.press(Key("j")) }
        #expect(shows(state, "END"))
    }

    @Test func tHidesTimes() throws {
        var state = try opened()
        #expect(shows(state, "20:26:40.000"))
        state.press(Key("t"))
        #expect(!shows(state, "20:26:40.000"))
        #expect(state.page?.log != nil)
    }

    @Test func ctrlSSavesWhatIsShown() throws {
        var state = try opened(-1...0)
        let effects = state.press(.control("s"))
        #expect(effects == [.saveLog("api", LogAnswer(records(-1...0)).entries)])
        _ = state.update(.saved("/home/me/northwatch-api.log", lines: 2), now: state.now)
        #expect(state.shownActions == ["Saved 2 lines to /home/me/northwatch-api.log."])
    }

    @Test func escapeTakesTheFilterBackBeforeItCloses() throws {
        var state = try opened()
        state.press(Key("f"))
        state.type("request 95")
        state.press(Key(.enter), Key(.escape))
        #expect(state.log?.filter == nil)
        #expect(state.page?.log != nil)
        state.press(Key(.escape))
        #expect(state.page == nil)
    }

    @Test func lAndEscapeGoBack() throws {
        var state = try opened()
        state.press(Key("l"))
        #expect(state.page == nil)
        #expect(state.focus == .services)
    }

    @Test func theHelpTellsTheKeysOfTheLogAndNoneThatMeanSomethingElseHere() throws {
        let state = try opened()
        let help = state.helpLines("").map { $0.map(\.text).joined() }
        #expect(help.contains { $0.contains("Show or hide times") })
        #expect(!help.contains { $0.contains("What has changed") })
        #expect(!Sample.full().helpLines("").contains { $0.contains { $0.text.contains("Show or hide times") } })
    }

    // MARK: - Pictures

    @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 10)])
    func pictures(size: Size) throws {
        var (state, request) = try open(columns: size.columns, rows: size.rows)
        var records = (0..<30).map { line("GET /api/items/\($0) 200 \($0 * 7) ms", at: Double($0 - 60), "web-1") }
        records.append(line("ERROR: connection to orders-db refused\n  at pool.acquire (pool.js:31)", at: -20, "web-2"))
        records.append(
            LogLine(
                container: "web-2", content: .object(["level": .string("warn"), "tookMs": .number(2100)]),
                at: Sample.ago(10)))
        records.append(line("debug: cache 日本語 \u{1B}[2J miss " + String(repeating: "long ", count: 40), at: -5))
        state.answer(request, records)
        state.press(Key("/"))
        state.type("orders")
        state.press(Key(.enter))
        let name = "\(size.columns)x\(size.rows)"
        expectPicture(state.view().grid, named: "log-\(name)")
        state.press(Key("w"), Key("t"), Key("G"))
        expectPicture(state.view().grid, named: "log-wrapped-\(name)")
    }
}
