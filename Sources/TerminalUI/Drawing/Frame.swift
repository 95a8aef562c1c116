/// All that the terminal should show: the cells, the cursor and the terminal's modes, so that a change of any of them
/// is found by comparing two frames.
public struct Frame: Hashable, Sendable {
    public var grid: Grid
    /// Where the cursor blinks; nil hides it.
    public var cursor: Position?
    /// Whether clicks and the wheel are reported.
    public var mouse: Bool
    /// Text that leads somewhere when it is clicked on.
    public var link: Link?

    public init(grid: Grid, cursor: Position? = nil, mouse: Bool = false, link: Link? = nil) {
        self.grid = grid
        self.cursor = cursor
        self.mouse = mouse
        self.link = link
    }
}

/// Where a terminal that can follow links leads from an area of the screen.
public struct Link: Hashable, Sendable {
    public var area: Rect
    /// Printable ASCII without blanks; a screen leaves out a link of anything else.
    public var address: String

    public init(area: Rect, address: String) {
        self.area = area
        self.address = address
    }
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
    case monochrome, eight, sixteen, palette256, trueColor

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a terminal is told beside frames.
public enum TerminalNotice: Hashable, Sendable {
    case bell
    /// Shows a notification with this text.
    case notification(String)
    /// Puts a text on the clipboard of the machine that the terminal runs on.
    case copy(String)
}

/// Where frames go. The ncurses terminal is one; tests have one in memory.
public protocol Screen: AnyObject {
    var size: Size { get }
    /// Shows a frame. A frame of another size than the screen's is cut or left blank at its edges.
    func draw(_ frame: Frame)
    /// Shows the last frame anew, whatever another program has written over it.
    func repaint()
    /// - Returns: false where the terminal is known not to understand it; a bell is one everywhere.
    func tell(_ notice: TerminalNotice) -> Bool
    /// Gives the terminal back to the shell until `resume`.
    func suspend()
    func resume()
    /// Puts the terminal back as it was found; later calls do nothing.
    func close()
}
