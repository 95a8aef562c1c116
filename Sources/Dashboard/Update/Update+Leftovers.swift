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
            return [.refresh([action.feed])]
        case .notFound, .refused: return say(.warning, "\(what): it did not arrive. You can send it again.")
        case .unknown(_, let reason):
            return say(.failing, "\(what): nobody knows whether it arrived (\(reason)). Look before sending it again.")
        }
    }
}

extension Action {
    /// How sure it is that what was found in the list is this action's. A backup's name is its own; of a run or a build
    /// only the time and that it wasn't there before tell.
    func arrival(as item: String) -> String {
        switch self {
        case .backUp: "it arrived, as \(item)"
        case .startBuild, .runJob: "it arrived, most likely as \(item), the one that is new in the list"
        }
    }
}
