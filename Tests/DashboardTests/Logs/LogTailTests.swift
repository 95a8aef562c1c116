import Foundation
import Northflank
import Testing

@testable import Dashboard

/// A log that is printed: each line once, oldest first, whatever the answers overlap.
@Suite struct LogTailTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    private func answer(_ seconds: [Double], _ text: String = "line") -> LogAnswer {
        LogAnswer(
            seconds.map { LogLine(container: "c", content: .string("\(text) \($0)"), at: start.addingTimeInterval($0)) }
        )
    }

    @Test func withoutABeginningTheNewestLinesComeFirst() {
        let query = LogTail(from: nil).query(span: .last(3600))
        #expect(query.kept == .newest)
        #expect(query.span == .last(3600))
    }

    @Test func fromABeginningLinesComeInTheirOrder() {
        let query = LogTail(from: start).query()
        #expect(query.kept == .oldest)
        #expect(query.span == .since(start))
    }

    @Test func whatWasToldIsNotToldAgain() {
        var tail = LogTail(from: start)
        var query = tail.query()
        #expect(tail.take(answer([1, 2, 3]), to: query).entries.map(\.text) == ["line 1.0", "line 2.0", "line 3.0"])
        query = tail.query()
        // A little of what is known is asked again, for lines that come late; never before the beginning.
        #expect(query.span == .since(start))
        #expect(tail.take(answer([2, 2.5, 3, 4]), to: query).entries.map(\.text) == ["line 2.5", "line 4.0"])
    }

    @Test func aFullAnswerIsFollowedByAnotherQuestionAtOnce() {
        var tail = LogTail(from: start)
        let full = answer((0..<LogTail.limit).map { Double($0) })
        #expect(tail.take(full, to: tail.query()).isCut)
        #expect(!tail.take(answer([1000]), to: tail.query()).isCut)
    }

    @Test func linesOfOneMomentNeverHoldItUp() {
        var tail = LogTail(from: start)
        let full = LogAnswer(
            (0..<LogTail.limit).map { LogLine(content: .string("\($0)"), at: start) })
        var news = tail.take(full, to: tail.query())
        var askings = 1
        while news.isCut, askings < 10 {
            news = tail.take(full, to: tail.query())
            askings += 1
            if tail.query().span != .since(start) { break }
        }
        #expect(askings < 10)
        #expect(tail.query().span != .since(start))
    }
}
