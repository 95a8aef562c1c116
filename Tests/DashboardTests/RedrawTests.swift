import Northflank
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard

/// What is taken over from the last picture is what would have been drawn.
@Suite struct RedrawTests {
    private static let sizes = [
        Size(columns: 200, rows: 50), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24),
        Size(columns: 50, rows: 12),
    ]

    @Test(arguments: sizes) func whateverHappensAPictureIsAsIfDrawnAnew(size: Size) {
        var random = SeededGenerator(seed: 7)
        var state = Sample.full(columns: size.columns, rows: size.rows)
        var picture: Picture?
        var happened: [String] = []
        for step in 0..<1_000 {
            // Some messages are answered before there is a frame.
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let event = Event.any(using: &random)
                happened.append("\(event)")
                event.happen(to: &state)
            }
            let next = state.picture(after: picture)
            guard next.frame == state.view() else {
                Issue.record(
                    "step \(step), after \(happened.suffix(6)):\n\(text(next.frame))\n\nbut\n\n\(text(state.view()))")
                return
            }
            picture = next
        }
    }

    @Test func aMoveInOnePaneLeavesTheOthers() throws {
        var state = Sample.full(columns: 200, rows: 50)
        state.press(Key("3"))
        let before = state.picture()
        state.press(Key("j"))
        #expect(Pane.allCases.filter { before.holds($0, state) } == [.projects, .services, .runs, .backups])
        state.tell(.builds(Sample.api), .builds([]))
        #expect(Pane.allCases.filter { before.holds($0, state) } == [.runs, .backups])
    }

    private func text(_ frame: Frame) -> String { frame.grid.lines.joined(separator: "\n") }
}

/// Something that happens to a dashboard.
private enum Event {
    case key(Key)
    case answer(Feed, FeedContent)
    case failure(Feed)
    case asked(Feed)
    case wait(Double)

    private static let keys: [Key] =
        "jkjkjkgG12345zsm!t?eB:/ aw".map { Key($0) }
        + [Key(.down), Key(.up), Key(.enter), Key(.escape), Key(.escape), Key(.tab), Key(.pageDown), .control("u")]

    private static let feeds: [Feed] = [
        .projects, .services(Sample.shop), .builds(Sample.api), .jobs(Sample.shop), .runs(Sample.nightly),
        .addons(Sample.shop), .backups(Sample.orders), .containers(Sample.api),
    ]

    static func any(using random: inout SeededGenerator) -> Event {
        switch Int.random(in: 0..<44, using: &random) {
        case 0: return .answer(.services(Sample.shop), .services(Sample.services.shuffled(using: &random)))
        case 1: return .answer(.builds(Sample.api), .builds(Array(Sample.builds.shuffled(using: &random).prefix(1))))
        case 2: return .answer(.runs(Sample.nightly), .runs(Sample.runs.suffix(Int.random(in: 1...5, using: &random))))
        case 3: return .answer(.backups(Sample.orders), .backups(Sample.backups))
        case 4: return .answer(.jobs(Sample.shop), .jobs(Sample.jobs.suffix(Int.random(in: 1...2, using: &random))))
        case 5: return .answer(.addons(Sample.shop), .addons(Sample.addons.shuffled(using: &random)))
        case 6: return .answer(.projects, .projects(Sample.projects))
        case 7: return .answer(.containers(Sample.api), .containers([Container(name: "a", status: .failed)]))
        case 8: return .failure(feeds.randomElement(using: &random) ?? .projects)
        case 9: return .asked(feeds.randomElement(using: &random) ?? .projects)
        case 10: return .wait([0.3, 1, 4, 11, 60].randomElement(using: &random) ?? 1)
        default: return .key(keys.randomElement(using: &random) ?? Key("j"))
        }
    }

    func happen(to state: inout State) {
        switch self {
        case .key(let key): state.press(key)
        case .answer(let feed, let content): state.tell(feed, content)
        case .failure(let feed):
            let error = APIError.server(.init(status: 500, message: "no"))
            _ = state.update(.feedFailed(feed, error, retryIn: .seconds(20)), now: state.now)
        case .asked(let feed): _ = state.update(.feedStarted(feed), now: state.now)
        case .wait(let seconds): _ = state.wait(seconds)
        }
    }
}
