import Northflank

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What rows are sorted by, and which way.
public struct Sort: Hashable, Sendable {
    public var column: SortColumn
    /// Against the column's natural direction.
    public var isReversed = false
}

/// A column that rows can be sorted by; each has a natural direction.
public enum SortColumn: String, Hashable, Sendable, CaseIterable {
    case name, project, kind, type, branch
    /// Worst first.
    case status, build, deployment
    /// Most first.
    case services, size, took
    /// Newest first.
    case age

    /// Its heading.
    var title: String {
        switch self {
        case .age: "Age"
        case .branch: "Branch"
        case .build: "Build"
        case .deployment: "Deployment"
        case .kind: "Kind"
        case .name: "Name"
        case .project: "Project"
        case .services: "Services"
        case .size: "Size"
        case .status: "Status"
        case .took: "Took"
        case .type: "Type"
        }
    }

    /// Whether what is small, early in the alphabet or far back in time comes first.
    var isAscending: Bool {
        switch self {
        case .name, .project, .kind, .type, .branch: true
        case .status, .build, .deployment, .services, .size, .took, .age: false
        }
    }
}

/// Where a row stands among others: what is less comes first, what has none last.
enum SortKey {
    /// In any case.
    case text(String)
    case number(Double)

    static func name(_ text: String) -> SortKey { .text(text) }

    static func health(_ health: Health?) -> SortKey? { health.map { .number(Double($0.rawValue)) } }

    static func newest(_ date: Date?) -> SortKey? { date.map { .number(-$0.timeIntervalSince1970) } }

    static func longest(from: Date?, to: Date?) -> SortKey? {
        from.flatMap { start in to.map { .number(-$0.timeIntervalSince(start)) } }
    }

    static func most(_ number: Int?) -> SortKey? { number.map { .number(-Double($0)) } }
}

extension State {
    /// What the focused pane can be sorted by here.
    var sortColumns: [SortColumn] { focus.content.sortColumns.filter { $0 != .project || scope == nil } }

    /// In the order that the user wants: favourites first, by the chosen column, else as they are.
    func arranged(_ heads: [RowID], _ pane: Pane) -> [RowID] {
        let rows = sorted(heads, pane)
        // Most panes have nothing that comes first.
        guard !favourites.isEmpty || heads.first == .allProjects else { return rows }
        let isFirst = rows.map { isFavourite($0) }
        let ranked = zip(rows, isFirst)
        return rows.filter { $0 == .allProjects } + ranked.filter(\.1).map(\.0)
            + ranked.filter { !$1 && $0 != .allProjects }.map(\.0)
    }

    private func sorted(_ heads: [RowID], _ pane: Pane) -> [RowID] {
        guard let sort = sorts[pane] else { return heads }
        var keys = SortKeys()
        for head in heads { keys.append(pane.content.sortKey(head, sort.column, self)) }
        return keys.order(isReversed: sort.isReversed).map { heads[$0] }
    }
}

extension Array {
    /// By name as people read it: capitals don't count. Equals keep their order.
    func sorted(byName name: (Element) -> String) -> [Element] { sorted(by: { name($0).lowercased() }) }

    /// By a key that is worked out once for each; equals keep their order.
    func sorted(by key: (Element) -> some Comparable) -> [Element] {
        let keys = map(key)
        let order = keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
        return order.map { self[$0] }
    }
}
