#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The worlds that a simulator can begin with.
public enum Scenario: String, CaseIterable, Sendable {
    /// A company's account on a quiet day: all is well, and there is always something going on.
    case calm
    /// The same company on a bad day.
    case incident
    /// 200 projects, 5,000 services, 20,000 builds.
    case large
    /// A new account without a project.
    case empty
    /// Names, words and times as hostile and odd as they come.
    case awkward

    public static let names = allCases.map(\.rawValue)

    /// The scenario of that name. The error of an unknown one lists all names, the nearest first.
    public init(named name: String) throws(SimulatorError) {
        guard let scenario = Scenario(rawValue: name) else {
            let wanted = name.lowercased()
            let nearest = Self.names.sorted { (editDistance($0, wanted), $0) < (editDistance($1, wanted), $1) }
            throw .unknownScenario(name, known: nearest)
        }
        self = scenario
    }

    /// One line for a help page.
    public var summary: String {
        switch self {
        case .calm: "5 projects where all is well and something always goes on"
        case .incident: "a broken deployment, failing builds and jobs, an addon in error, missed backups"
        case .large: "200 projects, 5,000 services, 20,000 builds"
        case .empty: "a new account without a project"
        case .awkward: "hostile names, unknown statuses, absent fields, odd times"
        }
    }

    func world(seed: UInt64, start: Date) -> World {
        var world = World(seed: seed, start: start)
        switch self {
        case .calm: world.makeCalm()
        case .incident: world.makeIncident()
        case .large: world.makeLarge()
        case .empty: break
        case .awkward: world.makeAwkward()
        }
        return world
    }
}

/// How many letters must be added, removed or changed to make one of the other (Levenshtein).
private func editDistance(_ left: String, _ right: String) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let above = row[j + 1]
            row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
            diagonal = above
        }
    }
    return row[right.count]
}
