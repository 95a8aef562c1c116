import Foundation
import Northflank
import Testing

@testable import Dashboard

/// Lines of one container, one a second: `lines(3...5)` are those of the third to the fifth second.
func lines(_ seconds: ClosedRange<Int>, _ container: String = "web-1") -> [LogEntry] {
    LogAnswer(seconds.map { line("line \($0)", at: Double($0), container) }).entries
}

func line(_ text: String, at seconds: Double?, _ container: String = "web-1") -> LogLine {
    LogLine(container: container, content: .string(text), at: seconds.map { Sample.now.addingTimeInterval($0) })
}

@Suite struct LogBufferTests {
    private func texts(_ buffer: LogBuffer) -> [String] { buffer.entries.map { $0.isGap ? "gap" : $0.text } }

    @Test func pagesAreMergedByTimeWhateverTheirOrder() {
        var buffer = LogBuffer()
        _ = buffer.merge(lines(5...6))
        _ = buffer.merge(lines(1...2))
        _ = buffer.merge(lines(3...4))
        #expect(texts(buffer) == (1...6).map { "line \($0)" })
    }

    @Test func linesOfOneAnswerMayComeInAnyOrder() {
        let answer = LogAnswer([line("b", at: 2), line("a", at: 1), line("c", at: 2)])
        #expect(answer.entries.map(\.text) == ["a", "b", "c"])
    }

    @Test func whatOverlapsComesOnce() {
        var buffer = LogBuffer()
        _ = buffer.merge(lines(1...5))
        let change = buffer.merge(lines(3...8))
        #expect(change.added == 3)
        #expect(texts(buffer) == (1...8).map { "line \($0)" })
        #expect(buffer.merge(lines(1...8)).added == 0)
    }

    @Test func aProgramMaySayTheSameTwice() {
        var buffer = LogBuffer()
        let twice = LogAnswer([line("tick", at: 1), line("tick", at: 1)]).entries
        _ = buffer.merge(twice)
        #expect(texts(buffer) == ["tick", "tick"])
        _ = buffer.merge(twice)
        #expect(texts(buffer) == ["tick", "tick"])
        _ = buffer.merge(LogAnswer([line("tick", at: 1), line("tick", at: 1), line("tick", at: 1)]).entries)
        #expect(buffer.count == 3)
    }

    @Test func linesOfTwoContainersAtOnceAreTwo() {
        var buffer = LogBuffer()
        _ = buffer.merge(lines(1...1))
        _ = buffer.merge(lines(1...1, "web-2"))
        #expect(buffer.count == 2)
        #expect(buffer.containerNumbers == ["web-1": 0, "web-2": 1])
    }

    @Test func anAnswerThatWasCutAndMeetsNothingLeavesAMarkWhereLinesMayBeMissing() {
        var buffer = LogBuffer()
        _ = buffer.merge(lines(1...2))
        _ = buffer.merge(lines(8...9), isCut: true)
        #expect(texts(buffer) == ["line 1", "line 2", "gap", "line 8", "line 9"])
        _ = buffer.merge(lines(9...12), isCut: true)
        #expect(texts(buffer).count { $0 == "gap" } == 1)
    }

    @Test func theOldestGiveWayToABoundOfLines() {
        var buffer = LogBuffer(mostLines: 10)
        _ = buffer.merge(lines(1...8))
        let change = buffer.merge(lines(9...12), tracking: [3, 0])
        #expect(texts(buffer) == (3...12).map { "line \($0)" })
        #expect(change == LogBuffer.Change(lowest: 6, added: 4, evicted: 2, tracked: [1, nil]))
        #expect(buffer.evicted == 2)
        #expect(buffer.isFull)
    }

    @Test func theOldestGiveWayToABoundOfBytes() {
        var buffer = LogBuffer(mostBytes: 2000)
        _ = buffer.merge(lines(1...100))
        #expect(buffer.bytes <= 2000)
        #expect(buffer.bytes == buffer.entries.reduce(0) { $0 + $1.bytes })
        #expect(buffer.newest?.text == "line 100")
    }

    @Test func aTrackedLineIsFoundAfterOlderOnesHaveCome() {
        var buffer = LogBuffer()
        _ = buffer.merge(lines(5...9))
        let change = buffer.merge(lines(1...6), tracking: [1])
        #expect(change.tracked == [5])
        #expect(buffer[5].text == "line 6")
    }

    @Test func twoHundredThousandLinesAreHeldAndNoMore() {
        var buffer = LogBuffer()
        var page = lines(0...9_999)
        for _ in 0..<21 {
            _ = buffer.merge(page)
            for index in page.indices { page[index].at?.addTimeInterval(10_000) }
        }
        #expect(buffer.count == 200_000)
        #expect(buffer.oldest?.at == Sample.now.addingTimeInterval(10_000))
        #expect(buffer.newest?.at == Sample.now.addingTimeInterval(209_999))
    }

    // MARK: - Hostile lines

    @Test func noEscapeSequenceGetsIn() {
        let entries = LogAnswer([line("\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{07}\u{9B}2Jend\u{202E}", at: 1)]).entries
        #expect(entries.map(\.text) == ["red end"])
    }

    @Test func aLineOfMegabytesIsBounded() {
        let entries = LogAnswer([line(String(repeating: "x", count: 3_000_000), at: 1)]).entries
        #expect(entries.map(\.text.count) == [LogEntry.longest])
    }

    @Test func aRecordOfManyLinesIsManyLinesAndABoundedNumber() {
        let entries = LogAnswer([line("Traceback:\n  a\r\n  b", at: 1)]).entries
        #expect(entries.map(\.text) == ["Traceback:", "  a", "  b"])
        let many = LogAnswer([line(String(repeating: "y\n", count: 5000), at: 1)])
        #expect(many.entries.count == LogEntry.mostLines)
        #expect(many.records == 1)
    }

    @Test func anyJSONIsALine() {
        let values: [JSONValue] = [
            .null, .bool(true), .number(3), .array([.number(1), .string("two")]), .object(["level": .string("warn")]),
            .string(""),
        ]
        let entries = LogAnswer(values.map { LogLine(content: $0, at: Sample.now) }).entries
        #expect(entries.map(\.text) == ["null", "true", "3", "1, two", "level: warn", ""])
        #expect(entries[4].level == .warning)
    }

    @Test func aLineWithoutATimeStaysBehindTheOneBeforeIt() {
        let answer = LogAnswer([line("a", at: 1), line("b", at: nil), line("c", at: 2)])
        #expect(answer.entries.map(\.text) == ["a", "b", "c"])
        let first = LogAnswer([line("a", at: nil), line("b", at: 3)])
        #expect(first.entries.map(\.at) == [Sample.now + 3, Sample.now + 3])
        #expect(LogAnswer([line("x", at: nil)]).entries.first?.at == nil)
    }

    @Test(arguments: [
        ("ERROR: no space", LogLevel.error), ("12:00 [warn] slow", .warning), ("level=debug took=3", .debug),
        ("GET /errors 200", .plain), ("panic: nil", .error), ("0 terrors found", .plain), ("", .plain),
    ])
    func aLevelIsGuessedFromTheText(text: String, level: LogLevel) {
        #expect(LogLevel(text: text) == level)
    }
}

@Suite struct LogRowsTests {
    private func buffer(_ seconds: ClosedRange<Int>) -> LogBuffer {
        var buffer = LogBuffer()
        _ = buffer.merge(lines(seconds))
        return buffer
    }

    private func shown(_ rows: LogRows, _ buffer: LogBuffer) -> [Int] {
        (0..<rows.count(buffer)).map { rows.line($0, buffer) }
    }

    @Test func linesAroundAMatchAreKeptOnce() {
        let buffer = buffer(0...39)
        var rows = LogRows(filter: LogPattern(filter: "line 1"), context: 1)
        rows.update(buffer, from: 0)
        #expect(shown(rows, buffer) == [0, 1, 2] + Array(9...20))
    }

    @Test func whatComesInPiecesIsShownAsIfItHadComeAtOnce() {
        let pattern = LogPattern(filter: "/(3|7)$/")
        for context in 0...3 {
            var buffer = LogBuffer(mostLines: 40)
            var rows = LogRows(filter: pattern, context: context)
            for start in stride(from: 1, to: 80, by: 3) {
                let change = buffer.merge(lines(start...start + 4))
                rows.update(buffer, from: change.lowest)
            }
            var whole = LogRows(filter: pattern, context: context)
            whole.update(buffer, from: 0)
            // At the start a line may stand around a match that gave way.
            let (piecewise, atOnce) = (shown(rows, buffer), shown(whole, buffer))
            #expect(piecewise.drop { $0 < context } == atOnce.drop { $0 < context })
        }
    }

    @Test func aSearchKnowsNoCaseAndAFilterDoes() throws {
        let search = try #require(LogPattern(search: "eRr").matcher())
        #expect(search.ranges(in: "err ERROR") == [0..<3, 4..<7])
        #expect(try !#require(LogPattern(filter: "err").matcher()).matches("ERROR"))
        #expect(LogPattern(filter: "/[/").matcher() == nil)
        let regex = try #require(LogPattern(filter: "/é+/").matcher())
        #expect(regex.ranges(in: "aéé b") == [1..<5])
    }

    @Test func wideCharactersAreNeverCutInHalf() {
        let text = "日本語ab"
        #expect(LogText.parts(text, width: 3) == [0..<3, 3..<6, 6..<10, 10..<11])
        #expect(LogText.window(text, from: 2, width: 4) == 3..<9)
        #expect(LogText.window(text, from: 1, width: 3) == 3..<6)
    }
}
