import Northflank

extension Account {
    /// The ids that an action's list held before it: what a list holds beside them is new. Nil where the list was
    /// never read.
    func knownIDs(before action: Action) -> Set<String>? {
        switch action {
        case .startBuild(let service, _): builds[service].map { Set($0.map(\.id.rawValue)) }
        case .runJob(let job): runs[job].map { Set($0.map(\.id.rawValue)) }
        case .backUp(let addon, _): backups[addon].map { Set($0.map(\.id.rawValue)) }
        }
    }
}
