import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A container that took the place of another. The API tells of a container its name, its status and two times, and
/// nothing of restarts: they show where one that lived is gone at the next look, and another has begun.
struct Replacement: Hashable, Sendable {
    var container: String
    var began: Date

    /// For so long one counts, in seconds.
    static let lasts = 3600.0

    /// Those since an earlier look: as many as are gone, the newest of those that are new. One that began anew under its
    /// name is one too.
    static func all(in after: [Container], since before: [Container]?) -> [Replacement] {
        guard let before else { return [] }
        let old = Dictionary(before.filter(\.lives).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let alive = after.filter(\.lives)
        let begun = alive.compactMap { container in
            container.createdAt.map { Replacement(container: container.name, began: $0) }
        }
        let again = begun.filter { begun in old[begun.container]?.createdAt.map { $0 < begun.began } ?? false }
        let gone = Set(old.keys).subtracting(alive.map(\.name)).count
        let new = begun.filter { old[$0.container] == nil }.sorted { $0.began > $1.began }
        return again + new.prefix(gone)
    }

    /// Without those that the newest has outlived: a container that never stays up would have ever more.
    static func recent(of all: Set<Replacement>) -> Set<Replacement> {
        guard let newest = all.map(\.began).max() else { return all }
        return all.filter { $0.began > newest.addingTimeInterval(-lasts) }
    }
}

extension Container {
    fileprivate var lives: Bool { [.starting, .staging, .running].contains(status) }
}
