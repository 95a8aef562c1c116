import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension State {
    /// An action that was left by a process that ended before it knew: only now may it be sent again.
    mutating func settled(_ action: Action, _ by: String, _ date: Date, _ outcome: ActionOutcome) -> [Effect] {
        let what = "\(title(of: action).capitalizedFirst), left at \(CivilTime(date).toTheMinute) UTC by \(by)"
        switch outcome {
        case .accepted(let item), .found(let item, _):
            say(.warning, "\(what): \(action.arrival(as: item)).")
            return [.refresh(action.changedFeeds)]
        case .notFound, .refused: return say(.warning, "\(what): it did not arrive. You can send it again.")
        case .unknown(_, let reason):
            return say(.failing, "\(what): nobody knows whether it arrived (\(reason)). Look before sending it again.")
        }
    }
}

extension Action {
    /// How sure it is that what was found in the list is this action's. A backup's name is its own, and what is created
    /// has one; of a run, a build or a restore only the time and that it wasn't there before tell.
    func arrival(as item: String?) -> String {
        guard let item else { return "it arrived: its state shows it" }
        switch self {
        case .backUp, .create: return "it arrived, as \(item)"
        default: return "it arrived, most likely as \(item), the one that is new in the list"
        }
    }

    /// Its own feed; and where it changes a service, a job or an addon itself, the list that tells of it too.
    var changedFeeds: Set<Feed> {
        switch self {
        case .startBuild, .runJob, .backUp, .create, .abort: [feed]
        case .restore, .deploy, .restart, .pause, .resume, .scale, .suspend, .unsuspend: [feed, target.list]
        }
    }
}
