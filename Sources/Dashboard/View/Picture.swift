import Northflank
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
        /// When they were drawn, and when the time alone makes them look otherwise.
        var drawnAt: Date
        var until: Date
        var looks: [Pane: Look]
    }

    /// What a pane's picture follows from.
    struct Look: Equatable {
        /// `State.revisions`
        var revision: Int
        var index: Int
        var top: Int
    }

    init(frame: Frame, panes: Panes? = nil) {
        self.frame = frame
        self.panes = panes
    }

    /// Whether a pane would be drawn as it was.
    func holds(_ pane: Pane, _ state: State) -> Bool {
        guard let panes, state.now < panes.until, panes.looks[pane] == state.look(of: pane) else { return false }
        return !state.isAnswerLate(since: panes.drawnAt)
    }
}

extension State {
    fileprivate func look(of pane: Pane) -> Picture.Look {
        let list = list(pane)
        return Picture.Look(revision: revisions[pane, default: 0], index: list.index, top: list.top)
    }

    /// Nil where something lies over them.
    func panesInSight(_ layout: Layout) -> Picture.Panes? {
        guard page == nil, overlay == nil, toasts.isEmpty else { return nil }
        let looks = layout.panes.keys.map { ($0, look(of: $0)) }
        return Picture.Panes(drawnAt: now, until: nextChange, looks: Dictionary(uniqueKeysWithValues: looks))
    }

    /// More of these panes may have changed than which row is selected in them, and which is at their top.
    mutating func retouch(_ panes: [Pane]) {
        for pane in panes { revisions[pane, default: 0] += 1 }
    }

    /// Those that a message may change, but for the places in their lists and for what comes with the time.
    func panes(changedBy message: Message) -> [Pane] {
        switch message {
        case .tick, .budget, .feedStarted: []
        case .feedLoaded(let feed, _): panes(showing: feed)
        case .feedFailed(let feed, let error, _):
            // What the role lacks shows in what an empty pane offers.
            if case .forbidden = error { Pane.allCases } else { panes(showing: feed) }
        case .input(.key(let key)) where page == nil && overlay == nil && !isFiltering:
            keymap.command(for: key)?.isMove == true ? [] : Pane.allCases
        default: Pane.allCases
        }
    }
}
