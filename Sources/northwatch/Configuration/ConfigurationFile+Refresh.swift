internal import Refresh
internal import Yams

// How often lists are asked.

extension ConfigurationFile {
    private enum Limit: String, CaseIterable {
        case soonest = "at-most-every"
        case latest = "at-least-every"
    }

    func refresh(_ node: Node) throws(Complaint) -> [RefreshLimits.List: RefreshLimits] {
        var all: [RefreshLimits.List: RefreshLimits] = [:]
        for (list, (_, node)) in try keyed(node, "refresh", by: RefreshLimits.List.self) {
            var limits = RefreshLimits()
            for (limit, (_, value)) in try keyed(node, list.rawValue, by: Limit.self) {
                switch limit {
                case .soonest: limits.soonest = try duration(value, limit.rawValue)
                case .latest: limits.latest = try duration(value, limit.rawValue)
                }
            }
            if let soonest = limits.soonest, let latest = limits.latest, latest < soonest {
                throw text.complaint(node, "at-least-every must not be shorter than at-most-every")
            }
            all[list] = limits
        }
        return all
    }

    /// `30s`, `10m` or `2h`, up to a day, in seconds.
    private func duration(_ node: Node, _ what: String) throws(Complaint) -> Double {
        let written = try text.scalar(node, what)
        let seconds: Double? = written.last.flatMap { unit in
            let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600]
            return units[unit].flatMap { factor in Int(written.dropLast()).map { Double($0) * factor } }
        }
        guard let seconds, (1...86_400).contains(seconds) else {
            throw text.complaint(node, "\(what) must be a time such as 30s, 10m or 2h, from 1s to 24h")
        }
        return seconds
    }
}
