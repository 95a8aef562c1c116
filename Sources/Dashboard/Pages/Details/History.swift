import Northflank
import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One build, run or backup among others of its kind.
struct Lap {
    var id: String
    var name: String
    var health: Health
    var startedAt: Date?
    var endedAt: Date?

    /// In seconds; nil while it goes on or where the API is silent.
    var duration: Double? { startedAt.flatMap { start in endedAt.map { max(0, $0.timeIntervalSince(start)) } } }
}

extension State {
    /// Laps in a bar chart.
    private static let barsShown = 10
    /// Laps in a strip of symbols.
    private static let stripShown = 30

    /// How long the last ten took, as bars; the one that the page is about is marked.
    func durations(_ laps: [Lap], of id: String, width: Int) -> DetailPage.Section {
        let ended = laps.filter { $0.duration != nil }.prefix(Self.barsShown)
        let longest = ended.compactMap(\.duration).max() ?? 0
        let name = min(22, ended.map { CharacterWidth.columns(SafeText.line($0.name)) }.max() ?? 0)
        let room = max(4, min(40, width - name - 14))
        let lines = ended.map { lap in
            let isThis = lap.id == id
            let bar = Self.bar(lap.duration ?? 0, of: longest, room)
            return [
                Span(isThis ? "\(appearance.symbols.folded) " : "  ", .key),
                Span(
                    Truncation.middle(lap.name, width: name, ellipsis: appearance.symbols.ellipsis).padding(to: name),
                    isThis ? .heading : .muted),
                Span(" \(symbol(lap.health)) ", lap.health.role),
                Span(String(repeating: appearance.symbols.gauge.full, count: bar), lap.health.role),
                Span(" \(RelativeTime.duration(lap.duration ?? 0))", isThis ? .heading : .muted),
            ]
        }
        return .init(title: "Durations\(median(laps))", lines: lines)
    }

    /// Never nothing for something.
    private static func bar(_ value: Double, of longest: Double, _ room: Int) -> Int {
        longest > 0 ? max(1, Int((value / longest * Double(room)).rounded())) : 1
    }

    /// Of those that went well: what to expect.
    private func median(_ laps: [Lap]) -> String {
        let durations = laps.filter { $0.health == .healthy }.prefix(Self.barsShown).compactMap(\.duration).sorted()
        guard !durations.isEmpty else { return "" }
        return ", \(RelativeTime.duration(durations[durations.count / 2])) as a rule"
    }

    /// `● ● ✗ ●`, the newest at the left, and what that comes to.
    func strip(_ laps: [Lap], width: Int) -> [Span] {
        let shown = laps.prefix(min(Self.stripShown, max(1, (width - 16) / 2)))
        let failed = shown.count { $0.health == .failing }
        return shown.map { Span("\(symbol($0.health)) ", $0.health.role) }
            + [Span(failed == 0 ? "none failed" : "\(failed) of \(shown.count) failed", .muted)]
    }
}
