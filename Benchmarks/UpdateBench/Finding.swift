import Dashboard
import Foundation
import Northflank
import TerminalUI

/// What is done in a list of 20,000 services, and what comes in meanwhile.
enum Finding {
    private static let count = 20_000
    private static let runs = 15

    static var trials: [Trial] {
        [Pane.services, .builds].flatMap { pane in
            let title = pane.title.lowercased()
            return [
                keys(
                    "first letter of a filter, \(title)", pane, before: "/", measured: .character("o"), after: .escape),
                keys("another letter, \(title)", pane, before: "/o", measured: .character("r"), after: .escape),
                keys("a letter taken back, \(title)", pane, before: "/or", measured: .backspace, after: .escape),
                keys("sorted by another column, \(title)", pane, before: "sj", measured: .enter, after: nil),
                keys("selection moved, \(title)", pane, before: "", measured: .character("j"), after: nil),
                answers("an answer about 100 services, \(title)", pane, filter: "", perUpdate: 1),
                answers("the same, filtered, \(title)", pane, filter: "/or", perUpdate: 1),
                answers("200 answers at once, \(title)", pane, filter: "", perUpdate: 200),
            ]
        }
    }

    /// A key, and the frame that it brings about.
    private static func keys(
        _ name: String, _ pane: Pane, before: String, measured: Key.Code, after: Key.Code?
    ) -> Trial {
        Trial(name: name) {
            var desk = Desk(pane)
            return (0..<runs).map { run in
                // Nothing is known from the run before.
                desk.take(Sample.answer(project: run, moment: run))
                desk.type(before)
                defer { if let after { desk.press(after) } }
                return seconds {
                    desk.press(measured)
                    desk.draw()
                }
            }
        }
    }

    /// Answers in which one service has changed, and the frame that shows them.
    private static func answers(_ name: String, _ pane: Pane, filter: String, perUpdate: Int) -> Trial {
        Trial(name: name) {
            var desk = Desk(pane)
            desk.type(filter)
            return (0..<runs).map { run in
                let messages = (0..<perUpdate).map { Sample.answer(project: run + $0, moment: run) }
                return seconds {
                    desk.take(messages)
                    desk.draw()
                }
            }
        }
    }

    /// An account that is read, and a person before it.
    private struct Desk {
        private var state: State

        init(_ pane: Pane) {
            state = Sample.state(services: count)
            state.focus = pane
        }

        mutating func take(_ message: Message) { take([message]) }

        mutating func take(_ messages: [Message]) {
            _ = state.update(messages, now: state.now.addingTimeInterval(1))
        }

        mutating func press(_ code: Key.Code) { take(.input(.key(Key(code)))) }

        mutating func type(_ text: String) {
            for character in text { press(.character(character)) }
        }

        func draw() { _ = state.view() }
    }
}
