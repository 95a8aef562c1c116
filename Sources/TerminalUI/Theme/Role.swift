/// What a colour means. A theme gives each role a style; views name roles, never colours.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
    // Text
    case text
    /// What matters less: labels, ids, units.
    case muted
    /// What is old and not confirmed.
    case stale
    /// Headings, titles.
    case heading
    /// Where a filter or search matches.
    case match
    /// A key that can be pressed.
    case key
    // Panes
    case border
    case borderFocused
    case title
    case titleFocused
    /// The row the selection is on, in the focused pane and in the others.
    case selection
    case selectionUnfocused
    // The bars at the top and bottom
    case header
    case headerStrong
    case footer
    // Dialogs and toasts
    case dialog
    case dialogBorder
    case field
    // Health
    case failing
    case warning
    case active
    case unknown
    case healthy
    case idle
    // Gauges
    case gaugeFull
    case gaugeLow
    case gaugeEmpty
    case gaugeReserve

    /// As themes write it.
    public var name: String { "\(self)" }

    init?(named name: String) {
        guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}
