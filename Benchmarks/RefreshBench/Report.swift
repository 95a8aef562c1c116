import Northflank
import Refresh

extension Comparison {
    /// One JSON object on a line.
    var json: String {
        let members: [(String, String)] = [
            ("services", "\(services)"),
            ("feeds", "\(Int(planner.meter.feeds.rounded()))"),
            ("requests", "\(anHour(planner.requests))"),
            ("refused", "\(planner.refused)"),
            ("weighted_staleness", tenths(planner.meter.weightedStaleness)),
            ("bound", tenths(planner.meter.bound)),
            ("fixed", tenths(fixed.meter.weightedStaleness)),
            ("round_robin", tenths(roundRobin.meter.weightedStaleness)),
            ("failure_seen_mean_s", tenths(planner.sightings.mean)),
            ("failure_seen_p95_s", tenths(planner.sightings.p95)),
            ("round_robin_failure_seen_mean_s", tenths(roundRobin.sightings.mean)),
        ]
        return "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

    static let heading = [
        "services", "feeds", "", "requests", "refused", "staleness", "of bound", "focused", "active", "visible",
        "background", "failure seen",
    ]

    /// A row for each way to ask.
    var rows: [[String]] {
        [("northwatch", planner), ("every minute", fixed), ("round robin", roundRobin)].enumerated().map {
            index, way in
            let (name, tally) = way
            let isFirst = index == 0
            return [
                isFirst ? "\(services)" : "", isFirst ? "\(Int(planner.meter.feeds.rounded()))" : "", name,
                "\(anHour(tally.requests))", "\(anHour(tally.refused))",
                "\(Int(tally.meter.weightedStaleness.rounded()))",
                hundredths(tally.meter.weightedStaleness / planner.meter.bound),
            ]
                + [Attention.focused, .active, .visible, .background].map { ages(tally, $0) }
                + ["\(seconds(tally.sightings.mean)) · \(seconds(tally.sightings.p95))"]
        }
    }

    private func ages(_ tally: Tally, _ attention: Attention) -> String {
        guard let ages = tally.meter.ages[attention] else { return "–" }
        return "\(seconds(ages.mean)) · \(seconds(ages.p95))"
    }

    private func seconds(_ value: Double) -> String { "\(Int(value.rounded())) s" }

    private func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}

/// A table in Markdown, with its columns under each other: it is read in a terminal and stands in the README.
func table(_ heading: [String], _ rows: [[String]]) -> String {
    let lines = [heading] + rows
    let widths = heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
        let padded = zip(cells, widths).map { cell, width in
            String(repeating: " ", count: width - cell.count) + cell
        }
        return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 1) + ":|" }.joined()
    return ([line(heading), rule] + rows.map(line)).joined(separator: "\n")
}
