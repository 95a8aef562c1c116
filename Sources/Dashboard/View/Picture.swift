public import TerminalUI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A frame, and which of its panes the next one can take over: while a selection moves, four of five stay as they are.
public struct Picture: Sendable {
    public let frame: Frame
    private var panes: Panes?

    /// Panes that nothing covers.
    struct Panes {
        /// `State.panesRevision`.
        var revision: Int
        /// When the time alone makes them look otherwise.
        var until: Date
        var places: [Pane: Place]
    }

    /// What of a list its pane shows.
    struct Place: Equatable {
        var index: Int
        var top: Int
    }

    init(frame: Frame, panes: Panes? = nil) {
        self.frame = frame
        self.panes = panes
    }

    /// Whether a pane would be drawn as it was.
    func holds(_ pane: Pane, _ state: State) -> Bool {
        guard let panes else { return false }
        return panes.revision == state.panesRevision && state.now < panes.until
            && panes.places[pane] == state.place(in: pane)
    }
}

extension State {
    fileprivate func place(in pane: Pane) -> Picture.Place {
        let list = list(pane)
        return Picture.Place(index: list.index, top: list.top)
    }

    /// Nil where something lies over them.
    func panesInSight(_ layout: Layout) -> Picture.Panes? {
        guard page == nil, overlay == nil, toasts.isEmpty else { return nil }
        let places = layout.panes.keys.map { ($0, place(in: $0)) }
        return Picture.Panes(
            revision: panesRevision, until: nextChange, places: Dictionary(uniqueKeysWithValues: places))
    }

    /// Whether more of the panes may change than which row is selected in one of them, and which is at its top. What
    /// the time changes counts for nothing here.
    func mayChangePanes(_ message: Message) -> Bool {
        switch message {
        case .tick, .budget: false
        case .input(.key(let key)):
            page != nil || overlay != nil || isFiltering || keymap.command(for: key)?.isMove != true
        default: true
        }
    }
}
