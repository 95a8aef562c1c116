public import TerminalUI

/// Where everything stands on a screen of a given size.
public struct Layout: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        /// Too small for anything but a line that says so.
        case tooSmall
        /// The focused pane alone, without a border.
        case condensed
        /// The focused pane and its neighbours, one above the other.
        case stacked
        /// All five panes.
        case full
    }

    public let form: Form
    public private(set) var header = Rect(Size(columns: 0, rows: 0))
    /// The bar that names all panes where not all can be seen.
    public private(set) var tabs: Rect?
    public private(set) var panes: [Pane: Rect] = [:]
    /// All that panes and tabs take: a page covers it.
    public private(set) var body = Rect(Size(columns: 0, rows: 0))
    /// One line of what is going on.
    public private(set) var status = Rect(Size(columns: 0, rows: 0))
    public private(set) var footer = Rect(Size(columns: 0, rows: 0))

    /// Below this nothing is drawn but the need.
    public static let smallest = Size(columns: 30, rows: 8)
    private static let condensedBelow = Size(columns: 60, rows: 15)
    private static let headingFrom = 7
    private static let fullFrom = Size(columns: 100, rows: 30)

    public init(size: Size, focus: Pane, zoomed: Bool) {
        let screen = Rect(size)
        if size.columns < Self.smallest.columns || size.rows < Self.smallest.rows {
            form = .tooSmall
            return
        }
        let (top, belowHeader) = screen.splitRows(at: 1)
        let (body, bars) = belowHeader.splitRows(at: belowHeader.height - 2)
        header = top
        self.body = body
        (status, footer) = bars.splitRows(at: 1)
        if size.columns < Self.condensedBelow.columns || size.rows < Self.condensedBelow.rows {
            form = .condensed
            panes = [focus: body]
        } else if size.columns < Self.fullFrom.columns || size.rows < Self.fullFrom.rows {
            form = .stacked
            let (tabs, rest) = body.splitRows(at: 1)
            self.tabs = tabs
            panes = zoomed ? [focus: rest] : Self.stack(rest, focus: focus)
        } else {
            form = .full
            panes = zoomed ? [focus: body] : Self.spread(body, focus: focus)
        }
    }

    /// Rows of a pane's list that can be seen.
    public func listHeight(_ pane: Pane) -> Int { listArea(pane)?.height ?? 0 }

    /// Where a pane's rows stand; nil for one that can't be seen.
    func listArea(_ pane: Pane) -> Rect? {
        content(pane).map { hasHeading(pane) ? $0.splitRows(at: 1).rest : $0 }
    }

    /// A row above the list for the names of its columns, where there is room enough for the list itself.
    func heading(_ pane: Pane) -> Rect? {
        hasHeading(pane) ? content(pane)?.splitRows(at: 1).top : nil
    }

    private func hasHeading(_ pane: Pane) -> Bool {
        form != .condensed && (content(pane)?.height ?? 0) >= Self.headingFrom
    }

    /// A pane within its border, or below its title where it has none.
    private func content(_ pane: Pane) -> Rect? {
        panes[pane].map { form == .condensed ? $0.splitRows(at: 1).rest : $0.inset(columns: 1, rows: 1) }
    }

    /// Rows of a page's list that can be seen.
    public var pageHeight: Int { max(0, body.height - (form == .condensed ? 1 : 2)) }

    /// The pane before and the pane after the focused one get five rows each: a border and three rows of content.
    private static func stack(_ area: Rect, focus: Pane) -> [Pane: Rect] {
        let neighbours = [Pane(rawValue: focus.rawValue - 1), Pane(rawValue: focus.rawValue + 1)]
        let small = min(5, area.height / 4)
        var result: [Pane: Rect] = [:]
        var rest = area
        if let before = neighbours[0] {
            (result[before], rest) = split(rest, top: small)
        }
        if let after = neighbours[1] {
            let (middle, bottom) = rest.splitRows(at: rest.height - small)
            result[after] = bottom
            rest = middle
        }
        result[focus] = rest
        return result
    }

    private static func split(_ area: Rect, top height: Int) -> (Rect?, Rect) {
        let (top, rest) = area.splitRows(at: height)
        return (top, rest)
    }

    /// Projects at the left; services, builds, and below them runs beside backups at the right. The row that holds the
    /// focus gets half of the height.
    private static func spread(_ area: Rect, focus: Pane) -> [Pane: Rect] {
        let (left, right) = area.splitColumns(at: min(40, max(28, area.width / 5)))
        let row: Int =
            switch focus {
            case .projects, .services: 0
            case .builds: 1
            case .runs, .backups: 2
            }
        let large = right.height * 42 / 100
        let small = (right.height - large) / 2
        var heights = [small, small, small]
        heights[row] = right.height - 2 * small
        let (services, below) = right.splitRows(at: heights[0])
        let (builds, bottom) = below.splitRows(at: heights[1])
        let (runs, backups) = bottom.splitColumns(at: bottom.width / 2)
        return [.projects: left, .services: services, .builds: builds, .runs: runs, .backups: backups]
    }
}
