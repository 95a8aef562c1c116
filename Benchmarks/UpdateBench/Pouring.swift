import Dashboard
import Foundation
import Northflank
import TerminalUI

/// A log of 200,000 lines that goes on.
enum Pouring {
    private static let held = 200_000
    private static let runs = 15

    static var trials: [Trial] {
        [1_000, 10_000].flatMap { lines in
            [
                coming("\(lines) more lines", lines, keys: ""),
                coming("\(lines) more lines, scrolled up", lines, keys: "kkk"),
                coming("\(lines) more lines, of which few are shown", lines, keys: "+"),
            ]
        }
    }

    private static func coming(_ name: String, _ lines: Int, keys: String) -> Trial {
        Trial(name: name) {
            var reader = Reader()
            if keys == "+" { reader.filter() } else { reader.type(keys) }
            reader.fill(held)
            return (0..<runs).map { _ in
                let message = reader.answer(lines)
                return seconds {
                    reader.take(message)
                    reader.draw()
                }
            }
        }
    }

    /// Somebody who follows the log of a service.
    private struct Reader {
        private var state = Sample.state(services: 100)
        private var request: LogRequest?
        private var told = 0
        private let start: Date

        init() {
            start = state.now
            state.focus = .services
            type("l")
        }

        mutating func type(_ text: String) {
            for character in text { take(.input(.key(Key(character)))) }
        }

        /// Keeps lines of one kind, and some around each.
        mutating func filter() {
            type("ferror in")
            take(.input(.key(Key(.enter))))
            type("+++")
        }

        mutating func fill(_ count: Int) {
            while told < count { take(answer(10_000)) }
        }

        /// So many lines, at 10,000 a second, behind the last ones; ten seconds later they would be asked for.
        mutating func answer(_ lines: Int) -> Message {
            if request == nil { take(.tick) }
            guard let request else { fatalError("the log isn't followed") }
            let records = (told..<told + lines).map { number in
                LogLine(
                    container: "orders-worker-\(number % 4)",
                    content: .string(
                        "\(number % 50 == 0 ? "error in" : "info:") order \(number): 12 items for a customer"),
                    at: start.addingTimeInterval(Double(number) / 10_000))
            }
            told += lines
            return .logsLoaded(request, .success(LogAnswer(records)))
        }

        mutating func take(_ message: Message) {
            if case .logsLoaded = message { request = nil }
            let effects = state.update(message, now: state.now.addingTimeInterval(10))
            for case .loadLogs(let asked) in effects { request = asked }
        }

        func draw() { _ = state.view() }
    }
}
