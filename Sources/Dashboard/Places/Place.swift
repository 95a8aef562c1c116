import Northflank

/// Where somebody is: the focused pane, what it is of, and what is selected in it.
public struct Place: Hashable, Sendable {
    var focus: Pane
    var project: RowID
    /// The service whose builds are shown, where they are one service's.
    var service: ServiceReference?
    var row: RowID?
    /// What covers the panes there.
    var page: Page?
}

/// The places behind and ahead of where somebody is, as in a browser.
public struct History: Hashable, Sendable {
    private static let longest = 50

    private(set) var behind: [Place] = []
    private(set) var ahead: [Place] = []

    var isAtStart: Bool { behind.isEmpty }
    var isAtEnd: Bool { ahead.isEmpty }

    /// A place is left for a new one: what was ahead is forgotten.
    mutating func leave(_ place: Place) {
        ahead = []
        guard behind.last != place else { return }
        behind.append(place)
        if behind.count > Self.longest { behind.removeFirst() }
    }

    mutating func back(from place: Place) -> Place? {
        guard let last = behind.popLast() else { return nil }
        ahead.append(place)
        return last
    }

    mutating func forward(from place: Place) -> Place? {
        guard let next = ahead.popLast() else { return nil }
        behind.append(place)
        return next
    }
}
