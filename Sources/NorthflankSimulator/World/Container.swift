import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension World {
    /// One instance of a deployed service.
    struct Container: Hashable, Sendable {
        let name: String
        let status: String
        let createdAt: Date
        let updatedAt: Date
    }

    /// The containers of the latest rollout.
    func containers(of service: Service) -> [Container] {
        guard let rollout = service.rollout else { return [] }
        let (state, since) = rollout.status(at: now)
        let status =
            switch state {
            case .pending: "TASK_STAGING"
            case .inProgress: "TASK_STARTING"
            case .failed: "TASK_FAILED"
            default: "TASK_RUNNING"
            }
        var random = SplitMix64(seed: rollout.seed)
        let set = random.hex(10)
        let crash = service.crashesSince.flatMap { state == .completed && $0 <= now ? $0 : nil }
        return (0..<service.instances).map { number in
            let crash = number == 0 ? crash : nil
            return Container(
                name: "\(service.id)-\(set)-\(random.hex(5))", status: crash == nil ? status : "TASK_FAILED",
                createdAt: rollout.startedAt, updatedAt: crash ?? since)
        }
    }
}
