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
            say(.warning, "\(what): it arrived, as \(item).")
            return [.refresh([action.feed])]
        case .notFound, .refused: return say(.warning, "\(what): it did not arrive. You can send it again.")
        case .unknown(_, let reason):
            return say(.failing, "\(what): nobody knows whether it arrived (\(reason)). Look before sending it again.")
        }
    }
}
