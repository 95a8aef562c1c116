import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// The API tells of a container its name, its status and two times, and nothing of restarts: they show where one that
// lived is gone at the next look, and another has begun.

extension Container {
    /// When those began that took the place of others since an earlier look; as many as are gone, the newest of those
    /// that are new. One that began anew under its name counts too.
    static func replacements(in after: [Container], since before: [Container]?) -> [Date] {
        guard let before else { return [] }
        let old = Dictionary(before.filter(\.lives).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let alive = after.filter(\.lives)
        let again = alive.filter { container in
            guard let began = container.createdAt, let earlier = old[container.name]?.createdAt else { return false }
            return began > earlier
        }
        let gone = Set(old.keys).subtracting(alive.map(\.name)).count
        let new = alive.filter { old[$0.name] == nil }.compactMap(\.createdAt).sorted(by: >)
        return again.compactMap(\.createdAt) + new.prefix(gone)
    }

    private var lives: Bool { [.starting, .staging, .running].contains(status) }
}
